"""Pack the weights of an article's terms for the next builds, and unpack them."""

import struct
from collections.abc import Mapping
from typing import NamedTuple

from sitegen.search.keys import BITS, NUMBER_BITS, Key

HEADER = struct.Struct("<2I")
"""How many terms have numbers, and how many are words."""

END = "\n"


class Unpacked(NamedTuple):
    """The terms of an article: each number times 16 and its weight, in order, and the weights of words."""

    codes: tuple[int, ...]
    words: dict[str, int]

    @property
    def weights(self) -> dict[Key, int]:
        """The weight of each term."""
        return {code >> 4: code & 15 for code in self.codes} | {**self.words}


def first_code(first_hash: int) -> int:
    """The least code of a term with such a hash, or a greater one."""
    return first_hash << NUMBER_BITS - BITS + 4


def packed(weights: Mapping[Key, int]) -> bytes:
    """Pack the terms of an article."""
    codes = sorted([key << 4 | weight for key, weight in weights.items() if type(key) is int])
    words = sorted([key for key in weights if type(key) is str])
    header = HEADER.pack(len(codes), len(words))
    return (
        header
        + struct.pack(f"<{len(codes)}I", *codes)
        + bytes([weights[word] for word in words])
        + END.join(words).encode()
    )


def unpacked(data: bytes) -> Unpacked:
    """The terms that were packed."""
    size, words = HEADER.unpack_from(data)
    start = HEADER.size + 4 * size
    end = start + words
    codes = struct.unpack_from(f"<{size}I", data, HEADER.size)
    return Unpacked(codes, dict(zip(data[end:].decode().split(END), data[start:end], strict=False)))
