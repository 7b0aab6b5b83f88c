"""Compile a stage of dictionaries into a function from text to text.

The rule is that of opencc-python-reimplemented: inside each run of text between separators, the longest key
first, then the leftmost; the next dictionary sees only what is left. That is the same as to take, of all keys found,
those that do not overlap, in the order of (dictionary, longest, leftmost).

What makes it quick: a single character is replaced by `str.translate`; of the phrases only those count that
differ from their characters one by one; and a text is looked at closely only around such a phrase.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sitegen.chinese.dictionaries import Pairs, Stage

SEPARATORS = "-,.?!*　，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"
SEPARATOR = re.compile(rf"[\s{re.escape(SEPARATORS)}]")

Candidate = tuple[int, int, int, str]
"""A key found: rank, negative length, where it begins, what it becomes; the strongest sorts first."""

Find = Callable[[str], Iterable[tuple[int, int]]]
"""Where phrases that differ stand in a text: their beginnings and ends, in any order."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a key of several characters becomes; `rank` is the place of its dictionary."""

    rank: int
    value: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """A stage ready for use: single characters, phrases, the phrases that differ, lengths by beginning."""

    characters: dict[int, str]
    phrases: dict[str, Phrase]
    differing: tuple[str, ...]
    lengths: dict[str, tuple[int, ...]]
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
                phrases.setdefault(key, Phrase(rank, value))
    return Compiled(
        characters=characters,
        phrases=phrases,
        differing=tuple(key for key, phrase in phrases.items() if key.translate(characters) != phrase.value),
        lengths=_lengths(phrases),
        longest=max(map(len, phrases), default=1),
    )


def _parted(stage: Stage) -> tuple[list[Pairs], list[Pairs]]:
    """Part off the last dictionaries that hold single characters only."""
    last = len(stage)
    while last and all(len(key) == 1 for key in stage[last - 1]):
        last -= 1
    return list(stage[:last]), list(stage[last:])


def _lengths(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Map the first two characters of keys (or the only one) to the lengths of those keys."""
    lengths: dict[str, set[int]] = {}
    for key in phrases:
        lengths.setdefault(key[:2], set()).add(len(key))
    return {beginning: tuple(sorted(each)) for beginning, each in lengths.items()}


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


def converter(stage: Stage, find: Callable[[Compiled], Find]) -> Callable[[str], str]:
    """Compile a stage; `find` makes the search for its phrases that differ."""
    compiled = compile_stage(stage)
    if not compiled.differing:
        return lambda text: text.translate(compiled.characters)
    found_in = find(compiled)

    def convert(text: str) -> str:
        spans = sorted(found_in(text))
        return _rewritten(text, spans, compiled) if spans else text.translate(compiled.characters)

    return convert


def _rewritten(text: str, spans: list[tuple[int, int]], compiled: Compiled) -> str:
    """Resolve the stretches around `spans`, which come in order; replace the rest character by character."""
    out: list[str] = []
    at = 0
    plain = text.translate(compiled.characters)
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
    at = start - 1
    while at >= 0 and start - at < compiled.longest:
        if any(end > start for end, _ in _keys_at(text, at, compiled)):
            start = at
        at -= 1
    return start


def _reached(text: str, first: int, last: int, compiled: Compiled) -> tuple[int, list[Candidate]]:
    """Go right until no key reaches further, and collect the keys on the way."""
    candidates: list[Candidate] = []
    at = first
    while at < last:
        for end, phrase in _keys_at(text, at, compiled):
            candidates.append((phrase.rank, at - end, at, phrase.value))
            last = max(last, end)
        at += 1
    return last, candidates


def _keys_at(text: str, at: int, compiled: Compiled) -> Iterator[tuple[int, Phrase]]:
    """The keys that begin at a place, with their ends."""
    single = compiled.phrases.get(text[at])
    if single:
        yield at + 1, single
    for length in compiled.lengths.get(text[at : at + 2], ()):
        end = at + length
        phrase = compiled.phrases.get(text[at:end])
        if phrase and length > 1 and end <= len(text):
            yield end, phrase


def _resolved(plain: str, first: int, last: int, candidates: list[Candidate]) -> Iterator[str]:
    """Take the candidates that do not overlap, the strongest first."""
    if len(candidates) == 1:
        yield candidates[0][-1]
        return
    taken = bytearray(last - first)
    picked: list[tuple[int, int, str]] = []
    for _, negative, start, value in sorted(candidates):
        end = start - negative
        if taken.find(1, start - first, end - first) < 0:
            taken[start - first : end - first] = b"\1" * -negative
            picked.append((start, end, value))
    at = first
    for start, end, value in sorted(picked):
        yield plain[at:start]
        yield value
        at = end
    yield plain[at:last]


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
