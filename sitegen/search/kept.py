"""Pack the weights of an article's terms for the next builds, and unpack them, or those of some hashes only."""

import struct
import zlib
from bisect import bisect_left
from collections.abc import Mapping
from itertools import pairwise

from sitegen.search.dealing import Weighed, in_order
from sitegen.search.hashing import BITS, hash_of

PARTS = 8
"""Parts of the hashes that can be unpacked without the others."""

PART_BITS = BITS - 3
HEADER = struct.Struct(f"<{2 * PARTS}I")
"""Of each part: how many terms there are, and how many bytes they take."""

END = "\n"


def packed(weights: Mapping[str, int]) -> bytes:
    """Pack terms in the order of their hashes."""
    terms = in_order(weights)
    cuts = [bisect_left(terms, part << PART_BITS, key=hash_of) for part in range(PARTS + 1)]
    parts = [terms[first:end] for first, end in pairwise(cuts)]
    texts = [END.join(part).encode() for part in parts]
    header = [number for part, text in zip(parts, texts, strict=True) for number in (len(part), len(text))]
    return HEADER.pack(*header) + terms.weights + b"".join(texts)


def squeezed(packed_terms: bytes) -> bytes:
    """Make smaller what was packed. Other versions of zlib may give other bytes: they are never published nor compared."""
    return zlib.compress(packed_terms, 1)


def plain(data: bytes) -> bytes:
    """What was made smaller, as it was before."""
    return zlib.decompress(data)


def unpacked(data: bytes, low: int = 0, high: int = 1 << BITS) -> Weighed:
    """The terms that were packed and made smaller: at least all whose hashes are from `low` on and before `high`."""
    it = plain(data)
    header = HEADER.unpack_from(it)
    counts, sizes = header[::2], header[1::2]
    first, end = low >> PART_BITS, ((high - 1) >> PART_BITS) + 1
    start = HEADER.size + sum(counts)
    words: list[str] = []
    for part in range(first, end):
        at = start + sum(sizes[:part])
        words += it[at : at + sizes[part]].decode().split(END) if counts[part] else ()
    begun = HEADER.size + sum(counts[:first])
    return Weighed(words, it[begun : begun + len(words)])


def characters_in(data: bytes) -> set[str]:
    """The characters beyond ASCII of terms that were packed and made smaller."""
    it = plain(data)
    text = it[HEADER.size + sum(HEADER.unpack_from(it)[::2]) :].decode()
    return {character for character in set(text) if not character.isascii()}
