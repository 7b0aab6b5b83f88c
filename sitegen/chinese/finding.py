"""The phrases of a stage that differ → the search for all of them at once."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from sitegen.chinese.stages import Compiled, lengths_of

Find = Callable[[str], Iterable[tuple[int, int]]]
"""Where phrases that differ stand in a text: their beginnings and ends, in any order."""


def find_by_automaton(compiled: Compiled) -> Find:
    """Search for all differing phrases at once (ahocorasick-rs)."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    automaton = AhoCorasick(compiled.differing, matchkind=MatchKind.Standard)
    search = automaton.find_matches_as_indexes
    return lambda text: [(start, end) for _, start, end in search(text, overlapping=True)]


def find_by_prefixes(compiled: Compiled) -> Find:
    """Search for them by their first two characters, in pure Python."""
    singles = {key for key in compiled.differing if len(key) == 1}
    lengths = lengths_of(key for key in compiled.differing if len(key) > 1)
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
