"""The terms of a text, which is normalised: what can be looked up of it."""

import re
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import add

from sitegen.chinese import HAN
from sitegen.search.keys import FIELD, Key, key_of

LONGEST = 40
"""Characters of a word that are told apart."""

APART = " "
RUN = re.compile(rf"[{HAN}]+")
WORD = re.compile(rf"[^\W_{HAN}]+(?:[-.,/+%][^\W_{HAN}]+)*")
OTHERS = re.compile(rf"[^{HAN}]+")
PART = re.compile(r"[^\W_]+")

NOTHING = -1
"""In place of a key: what is no term."""

REMEMBERED = 1_000_000
"""Pairs whose keys are kept."""


class _Keys(dict[int, Key]):
    """The keys of characters or of pairs, the first in the lower half of a number of 32 bits; worked out once."""

    def __missing__(self, units: int) -> Key:
        if len(self) >= REMEMBERED:
            self.clear()
        term = struct.pack("<I", units).decode("utf-16-le").rstrip("\0")
        self[units] = key = NOTHING if APART in term else key_of(term)
        return key


_key_of_one = _Keys().__getitem__
_key_of_two = _Keys().__getitem__


def terms_of(text: str) -> Counter[Key]:
    """Count the terms of a text by their keys: each Han character, each two that stand side by side, each word and number.

    A word with signs in it counts whole and in its parts. Nothing reaches over a sign, a blank or a line break.

    >>> terms_of("产值10.73亿元").keys() == set(map(key_of, ("产", "值", "产值", "亿", "元", "亿元", "10.73", "10", "73")))
    True
    """
    runs = OTHERS.sub(APART, f" {text} ")
    found = Counter(_side_by_side(runs))
    del found[NOTHING]
    found.update(_words(WORD.findall(text)))
    return found


def _side_by_side(runs: str) -> Iterator[Key]:
    """The keys of all characters and pairs of a text without other signs than blanks."""
    size, units = len(runs), runs.encode("utf-16-le")
    if len(units) > 2 * size:  # some take two units
        return map(key_of, (each for each in chain(runs, map(add, runs, runs[1:])) if APART not in each))
    characters = struct.unpack(f"<{size}H", units)
    pairs = struct.unpack_from(f"<{size // 2}I", units), struct.unpack_from(f"<{(size - 1) // 2}I", units, 2)
    return chain(map(_key_of_one, characters), map(_key_of_two, chain(*pairs)))


def _words(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word[:LONGEST]
        if "," in word:  # it may have been the mark between two words, full-width
            yield from _words(word.split(","))
        elif not word.isalnum():
            yield from (part[:LONGEST] for part in PART.findall(word))


def field_term(field: str, name: str) -> str:
    """The term under which all articles stand that have a name, which is normalised, in a field."""
    return f"{field}{FIELD}{name[:LONGEST]}"


def cover(run: str) -> tuple[str, ...]:
    """The fewest terms that every text has in which a run of Han characters stands.

    >>> cover("红"), cover("红古区"), cover("三抓三促")
    (('红',), ('红古', '古区'), ('三抓', '三促'))
    """
    if len(run) < 2:  # noqa: PLR2004  # characters of a term
        return (run,)
    starts = [*range(0, len(run) - 1, 2), *([len(run) - 2] if len(run) % 2 else [])]
    return tuple(run[at : at + 2] for at in starts)
