"""A term → the key by which shards know it, and the number of its shard: worked out alike by Python and by browsers."""

import re
from functools import cache

from sitegen.chinese import HAN

FIELD = ":"
"""Stands between the name of a field and a term of it: tags:苹果."""

Key = int | str
"""Of one or two characters of the alphabet a number below 2 ** 26, of any other term the term itself."""

BITS = 16
"""The highest bits of a term's number say which shard it is in."""

NUMBER_BITS = 26
_MASK = (1 << NUMBER_BITS) - 1

ROWS, CELLS = range(0xB0, 0xF8), range(0xA1, 0xFF)
"""The bytes of Han characters in GB 2312: each that a text is normalised to is among them, but for rare ones."""

HAN_CHARACTER = re.compile(f"[{HAN}]")
BASE = 1 + len(ROWS) * len(CELLS)


@cache
def alphabet() -> dict[str, int]:
    """The Han characters of GB 2312, counted from 1 by the cells that its table has for them."""
    cells = (bytes([row, cell]).decode("gb2312", "ignore") for row in ROWS for cell in CELLS)
    return {character: at for at, character in enumerate(cells, 1) if character}


@cache
def _characters() -> dict[Key, str]:
    return {number_of(each): each for each in alphabet()}


def character_of(key: Key) -> str:
    """The Han character that a term is; nothing where it is anything else."""
    return key if isinstance(key, str) and HAN_CHARACTER.fullmatch(key) else _characters().get(key, "")


def key_of(term: str) -> Key:
    """What a shard knows a term by."""
    return number_of(term) if len(term) < 3 and all(each in alphabet() for each in term) else term  # noqa: PLR2004  # a pair


def number_of(term: str) -> int:
    """A number from the first two characters of a term, of a field's term those behind the colon.

    Words that begin alike so stand in one shard, and can be looked up by their beginning. Terms of one or two characters of
    the alphabet have numbers of their own, since each step of the mixing can be undone.
    """
    start = term.find(FIELD) + 1
    mixed = 0
    for character in term[start : start + 2]:
        mixed = mixed * BASE + (alphabet().get(character) or ord(character))
    mixed = mixed * 0x2C1B3C5 & _MASK
    mixed = (mixed ^ mixed >> 13) * 0x35A7B2D & _MASK
    return mixed ^ mixed >> 13


def hash_of(key: Key) -> int:
    """The highest bits of a term's number, by its key."""
    return (key if isinstance(key, int) else number_of(key)) >> NUMBER_BITS - BITS


def shard_of(key: Key, shards: int) -> int:
    """The number of the shard of a term, of so many."""
    return (hash_of(key) * shards) >> BITS


def first_hash(shard: int, shards: int) -> int:
    """The least hash that belongs to a shard; of the shard behind the last, one that no term has.

    >>> [first_hash(shard, 3) for shard in range(4)]
    [0, 21846, 43691, 65536]
    """
    return -((-shard << BITS) // shards)
