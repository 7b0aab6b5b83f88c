"""Compile a stage of dictionaries into a function from text to text.

The rule is that of opencc-python-reimplemented: inside each run of text between separators, the longest key
first, then the leftmost; the next dictionary sees only what is left. That is the same as to take, of all keys found,
those that do not overlap, in the order of (dictionary, longest, leftmost).

What makes it quick: a single character is replaced by `str.translate`; of the phrases only those count that
differ from their characters one by one; and a text is looked at closely only around such a phrase.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.chinese.dictionaries import Pairs, Stage

SEPARATORS = "-,.?!*　，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"
SEPARATOR = re.compile(rf"[\s{re.escape(SEPARATORS)}]")

Candidate = tuple[int, int, int, str]
"""A key found: rank, negative length, where it begins, what it becomes; the strongest sorts first."""

Find = Callable[[str], Iterable[tuple[int, int]]]
"""Where phrases that differ stand in a text: their beginnings and ends, in any order."""


Phrase = tuple[int, str]
"""The place of its dictionary among the others, and what a key of several characters becomes."""


FEW = 300
"""Single characters that a stage replaces, up to which it is quicker to look for them."""

ASTRAL = 0x10000
"""From here on a character takes `re` out of its quick search for one of many."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A stage ready for use: single characters, phrases, the phrases that differ.

    `lengths` are those of the phrases by their first two characters, in order; `inside` holds every two neighbours
    in one.
    """

    characters: dict[int, str]
    phrases: dict[str, Phrase]
    differing: Sequence[str]
    lengths: dict[str, Sequence[int]]
    inside: frozenset[str]
    longest: int


def compile_stage(stage: Stage) -> Compiled:
    """Sort out what a stage does to single characters and to phrases."""
    phrases_of, singles_of = _parted(stage)
    characters = _characters(singles_of)
    if any(len(value) != 1 for value in characters.values()):
        raise ValueError("a single character must become a single one")  # texts are sliced side by side
    phrases: dict[str, Phrase] = {}
    for rank, pairs in enumerate(phrases_of):
        for key, value in pairs.items():
            if not SEPARATOR.search(key):
                phrases.setdefault(key, (rank, value))
    return Compiled(
        characters=characters,
        phrases=phrases,
        differing=[key for key, (_, value) in phrases.items() if key.translate(characters) != value],
        lengths=_lengths(phrases),
        inside=frozenset(first + second for key in phrases for first, second in pairwise(key)),
        longest=max(map(len, phrases), default=1),
    )


def _parted(stage: Stage) -> tuple[list[Pairs], list[Pairs]]:
    """Part off the last dictionaries that hold single characters only."""
    last = len(stage)
    while last and all(len(key) == 1 for key in stage[last - 1]):
        last -= 1
    return list(stage[:last]), list(stage[last:])


def _lengths(phrases: Iterable[str]) -> dict[str, Sequence[int]]:
    """Map the first two characters of keys, or the only one, to the lengths of the keys that begin so."""
    lengths: dict[str, set[int]] = {}
    for key in sorted(phrases, key=len):
        lengths.setdefault(key[:2], set(lengths.get(key[0], ()))).add(len(key))
    return {beginning: sorted(each) for beginning, each in lengths.items()}


def join_stages(stages: Iterable[Stage]) -> list[Stage]:
    """Put a stage that only replaces single characters into the one before it: one pass does both."""
    joined: list[Stage] = []
    for stage in stages:
        phrases_of, singles_of = _parted(stage)
        if joined and not phrases_of:
            joined[-1] = _followed(joined[-1], _characters(singles_of))
        else:
            joined.append(stage)
    return joined


def _followed(stage: Stage, characters: dict[int, str]) -> Stage:
    """Let every word that a stage writes, and every character it leaves, go through `characters`."""
    phrases_of, singles_of = _parted(stage)
    singles = {chr(code): value for code, value in (characters | _characters(singles_of)).items()}
    written = [{key: value.translate(characters) for key, value in pairs.items()} for pairs in (*phrases_of, singles)]
    return tuple(written)


def _characters(singles_of: list[Pairs]) -> dict[int, str]:
    characters: dict[int, str] = {}
    for pairs in reversed(singles_of):
        characters |= {ord(key): value for key, value in pairs.items()}
    return characters


def converter(compiled: Compiled, find: Callable[[Compiled], Find]) -> Callable[[str], str]:
    """Make the function of a stage; `find` makes the search for its phrases that differ."""
    if not compiled.differing:
        return _replacer(compiled.characters)
    found_in = find(compiled)
    replaced = _replacer(compiled.characters)

    def convert(text: str) -> str:
        spans = sorted(found_in(text))
        plain = replaced(text)
        return _rewritten(text, plain, spans, compiled) if spans else plain

    return convert


def _replacer(characters: dict[int, str]) -> Callable[[str], str]:
    """Make the function that replaces single characters: where they are few, it only touches those."""
    if len(characters) > FEW or not all(code < ASTRAL for code in characters):
        every = _Characters(characters)
        return lambda text: text.translate(every)
    table = {chr(code): value for code, value in characters.items()}
    apart = re.compile(f"([{''.join(map(re.escape, table))}])") if table else None

    def replaced(text: str) -> str:
        pieces = apart.split(text) if apart else [text]
        pieces[1::2] = [table[each] for each in pieces[1::2]]
        return "".join(pieces)

    return replaced


class _Characters(dict[int, str]):
    """What becomes of single characters. `translate` is slow where one is missing: one that stays is put in when it is met."""

    def __missing__(self, code: int) -> str:
        self[code] = character = chr(code)
        return character


def _rewritten(text: str, plain: str, spans: list[tuple[int, int]], compiled: Compiled) -> str:
    """Resolve the stretches around `spans`, which come in order; the rest is as in `plain`."""
    out: list[str] = []
    at = 0
    for start, end in spans:
        if start < at:
            continue
        first = _leftmost(text, start, compiled)
        last, candidates = _reached(text, first, end, compiled)
        out.append(plain[at:first])
        out += _resolved(plain, first, last, candidates)
        at = last
    out.append(plain[at:])
    return "".join(out)


def _leftmost(text: str, start: int, compiled: Compiled) -> int:
    """Go left from `start` as long as some key reaches over where we are."""
    while start and text[start - 1 : start + 1] in compiled.inside:
        furthest = max(start - compiled.longest, -1)
        reaching = (at for at in range(start - 1, furthest, -1) if _reaches(text, at, start, compiled))
        further = next(reaching, start)
        if further == start:
            break
        start = further
    return start


def _reaches(text: str, at: int, over: int, compiled: Compiled) -> bool:
    """Whether a key that begins at a place goes on beyond another place."""
    lengths = compiled.lengths.get(text[at : at + 2])
    if not lengths or at + lengths[-1] <= over:
        return False
    return any(length > over - at and text[at : at + length] in compiled.phrases for length in lengths)


def _reached(text: str, first: int, last: int, compiled: Compiled) -> tuple[int, list[Candidate]]:
    """Go right until no key reaches further, and collect the keys on the way."""
    candidates: list[Candidate] = []
    lengths, phrases = compiled.lengths, compiled.phrases
    at = first
    while at < last:
        for length in lengths.get(text[at : at + 2]) or lengths.get(text[at], ()):
            phrase = phrases.get(text[at : at + length])
            if phrase and at + length <= len(text):
                candidates.append((phrase[0], -length, at, phrase[1]))
                last = max(last, at + length)
        at += 1
    return last, candidates


def _resolved(plain: str, first: int, last: int, candidates: list[Candidate]) -> Iterator[str]:
    """Write the candidates that do not overlap, the strongest first, and `plain` between them."""
    at = first
    for start, end, value in sorted(_picked(first, last, candidates)):
        yield plain[at:start]
        yield value
        at = end
    yield plain[at:last]


def _picked(first: int, last: int, candidates: list[Candidate]) -> list[tuple[int, int, str]]:
    """Take the candidates that do not overlap, the strongest first: where each begins and ends, what it becomes."""
    taken = bytearray(last - first)
    picked: list[tuple[int, int, str]] = []
    for _, negative, start, value in sorted(candidates):
        end = start - negative
        if taken.find(1, start - first, end - first) < 0:
            taken[start - first : end - first] = b"\1" * -negative
            picked.append((start, end, value))
    return picked


def find_by_automaton(compiled: Compiled) -> Find:
    """Search for all differing phrases at once (ahocorasick-rs)."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    automaton = AhoCorasick(compiled.differing, matchkind=MatchKind.Standard)
    search = automaton.find_matches_as_indexes
    return lambda text: [(start, end) for _, start, end in search(text, overlapping=True)]


def find_by_prefixes(compiled: Compiled) -> Find:
    """Search for them by their first two characters, in pure Python."""
    singles = {key for key in compiled.differing if len(key) == 1}
    lengths = _lengths(key for key in compiled.differing if len(key) > 1)
    differing = frozenset(compiled.differing)

    def search(text: str) -> list[tuple[int, int]]:
        pairs = [first + second for first, second in pairwise(text)]
        spans = [(at, at + 1) for at, character in enumerate(text) if character in singles] if singles else []
        if lengths.keys().isdisjoint(pairs):
            return spans
        for at, pair in enumerate(pairs):
            if pair in lengths:
                ends = (at + length for length in lengths[pair] if at + length <= len(text))
                spans += [(at, end) for end in ends if text[at:end] in differing]
        return spans

    return search


def is_decided(text: str, at: int, compiled: Compiled) -> bool:
    """Whether a phrase decides what the character at a place becomes, and not the character alone."""
    first = _leftmost(text, at, compiled)
    last, candidates = _reached(text, first, at + 1, compiled)
    return any(start <= at < end for start, end, _ in _picked(first, last, candidates))
