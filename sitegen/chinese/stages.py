"""The dictionaries of a stage → what is quick to ask of them: single characters, phrases, and which of those differ."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.chinese.dictionaries import Pairs, Stage

SEPARATORS = "-,.?!*　，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"

SEPARATOR = re.compile(rf"[\s{re.escape(SEPARATORS)}]")

Phrase = tuple[int, str]
"""The place of its dictionary among the others, and what a key of several characters becomes."""


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
        lengths=lengths_of(phrases),
        inside=frozenset(first + second for key in phrases for first, second in pairwise(key)),
        longest=max(map(len, phrases), default=1),
    )


def _parted(stage: Stage) -> tuple[list[Pairs], list[Pairs]]:
    """Part off the last dictionaries that hold single characters only."""
    last = len(stage)
    while last and all(len(key) == 1 for key in stage[last - 1]):
        last -= 1
    return list(stage[:last]), list(stage[last:])


def lengths_of(phrases: Iterable[str]) -> dict[str, Sequence[int]]:
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
