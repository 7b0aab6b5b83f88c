"""A compiled stage of dictionaries → a function from text to text.

The rule is that of opencc-python-reimplemented: inside each run of text between separators, the longest key
first, then the leftmost; the next dictionary sees only what is left. That is the same as to take, of all keys found,
those that do not overlap, in the order of (dictionary, longest, leftmost).

What makes it quick: a single character is replaced by `str.translate`; of the phrases only those count that
differ from their characters one by one; and a text is looked at closely only around such a phrase.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from sitegen.chinese.finding import Find
from sitegen.chinese.singles import replacer
from sitegen.chinese.stages import Compiled

SHORT = 16
"""Characters of a stretch that is likely to come again."""

REMEMBERED = 10_000
"""Stretches of which it is remembered what became of them: a few thousand make up most of the texts on one subject."""

Candidate = tuple[int, int, int, str]
"""A key found: rank, negative length, where it begins, what it becomes; the strongest sorts first."""


def converter(compiled: Compiled, find: Callable[[Compiled], Find]) -> Callable[[str], str]:
    """Make the function of a stage; `find` makes the search for its phrases that differ."""
    if not compiled.differing:
        return replacer(compiled.characters)
    found_in = find(compiled)
    replaced = replacer(compiled.characters)

    def resolved(stretch: str) -> str:
        return _resolved(stretch, replaced(stretch), compiled)

    remembered = lru_cache(REMEMBERED)(resolved)

    def convert(text: str) -> str:
        plain = replaced(text)
        pieces: list[str] = []
        at = 0
        for first, last in _stretches(text, sorted(found_in(text)), compiled):
            write = remembered if last - first <= SHORT else resolved
            pieces += (plain[at:first], write(text[first:last]))
            at = last
        return "".join([*pieces, plain[at:]]) if pieces else plain

    return convert


def _stretches(text: str, spans: list[tuple[int, int]], compiled: Compiled) -> Iterator[tuple[int, int]]:
    """Part off what stands around `spans`, which come in order, so far that no key reaches in or out.

    What becomes of such a stretch does not depend on the text around it.
    """
    at = 0
    for start, end in spans:
        if start >= at:
            first = _leftmost(text, start, compiled)
            at, _ = _reached(text, first, end, compiled)
            yield first, at


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


def _resolved(stretch: str, plain: str, compiled: Compiled) -> str:
    """Write the candidates that do not overlap, the strongest first, and `plain` between them."""
    _, candidates = _reached(stretch, 0, len(stretch), compiled)
    out: list[str] = []
    at = 0
    for start, end, value in sorted(_picked(0, len(stretch), candidates)):
        out += (plain[at:start], value)
        at = end
    return "".join([*out, plain[at:]])


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


def is_decided(text: str, at: int, compiled: Compiled) -> bool:
    """Whether a phrase decides what the character at a place becomes, and not the character alone."""
    first = _leftmost(text, at, compiled)
    last, candidates = _reached(text, first, at + 1, compiled)
    return any(start <= at < end for start, end, _ in _picked(first, last, candidates))
