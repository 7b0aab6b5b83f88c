"""Find many words in a text at once."""

from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec

Spans = Callable[[str], Iterable[tuple[int, int]]]
"""Where words stand in a text: their beginnings and ends, in order and without overlap."""


def find_longest(words: tuple[str, ...]) -> Spans:
    """Search for words of two characters and more: of those that overlap the first, of those that begin together the longest."""
    return _by_automaton(words) if find_spec("ahocorasick_rs") else by_beginning(words)


def _by_automaton(words: tuple[str, ...]) -> Spans:
    from ahocorasick_rs import AhoCorasick, MatchKind

    find = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes
    return lambda text: ((start, end) for _, start, end in find(text))


def by_beginning(words: tuple[str, ...]) -> Spans:
    """The same in pure Python, by the first two characters of a word."""
    known = frozenset(words)
    lengths: dict[str, list[int]] = {}
    for word in sorted(words, key=len, reverse=True):
        lengths.setdefault(word[:2], []).append(len(word))

    def search(text: str) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(text) - 1:
            begun = lengths.get(text[at : at + 2], ())
            length = next((each for each in begun if at + each <= len(text) and text[at : at + each] in known), 0)
            if length:
                yield at, at + length
            at += length or 1

    return search
