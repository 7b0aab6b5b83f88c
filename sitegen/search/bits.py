"""Numbers as bits: the codes that a shard is written in. Bits are text here, "0110", since Python joins texts fastest."""

import re
from functools import cache, lru_cache

WEIGHTS = ("0", "10", "110", "1110", *(f"1111{weight:04b}" for weight in range(4, 16)))
"""The code of each weight: most are 0."""

WEIGHT = "(?:0|10|110|1110|1111[01]{4})"


def gamma(number: int) -> str:
    """Elias' gamma code of a number from 1: as many zeros as it has binary digits but one, and the digits.

    >>> gamma(1), gamma(5)
    ('1', '00101')
    """
    digits = f"{number:b}"
    return "0" * (len(digits) - 1) + digits


def rice(number: int, low: int) -> str:
    """Rice's code of a number from 0: what is above its `low` digits as so many ones and a zero, and these digits.

    >>> rice(9, 2), rice(0, 0)
    ('11001', '0')
    """
    digits = f"{number & ((1 << low) - 1):0{low}b}" if low else ""
    return "1" * (number >> low) + "0" + digits


def low_digits(mean: int) -> int:
    """How many digits Rice's code should leave as they are, for numbers of such a mean."""
    return max(0, mean.bit_length() - 1)


class Postings(dict[int, str]):
    """The codes of a posting, worked out once: of how far it is from the one before, less 1, and its weight, as gap * 16 + weight."""

    def __init__(self, low: int) -> None:
        super().__init__()
        self._low = low

    def __missing__(self, key: int) -> str:
        made = rice(key >> 4, self._low) + WEIGHTS[key & 15]
        if len(self) < 100_000:  # noqa: PLR2004  # enough for what comes often
            self[key] = made
        return made


@cache
def postings(low: int) -> Postings:
    """The codes of postings by the digits that are left as they are."""
    return Postings(low)


@cache
def posting(low: int) -> re.Pattern[str]:
    """A posting: the ones of its gap, the low digits, the weight."""
    return re.compile(f"(1*)0([01]{{{low}}})({WEIGHT})")


@lru_cache(maxsize=4096)
def many_postings(low: int, count: int) -> re.Pattern[str]:
    """So many postings, one after the other."""
    return re.compile(f"(?:1*+0[01]{{{low}}}{WEIGHT}){{{count}}}+")


def to_bytes(bits: str) -> bytes:
    """Pack bits, the first as the highest of the first byte; the last byte is filled with zeros."""
    size = -(-len(bits) // 8)
    return int(bits.ljust(size * 8, "0") or "0", 2).to_bytes(size, "big")


def from_bytes(data: bytes) -> str:
    """The bits of some bytes."""
    return format(int.from_bytes(b"\x01" + data, "big"), "b")[1:] if data else ""
