"""Pack the weights of an article's terms for the next builds, and unpack them."""

import zlib
from collections.abc import Mapping

from sitegen.search.dealing import Weighed, in_order

SIZE = 4
"""Bytes of the number of terms."""

END = "\n"


def packed(weights: Mapping[str, int]) -> bytes:
    """Pack terms in the order of their hashes, so that those of some shards are found quickly."""
    terms = in_order(weights)
    return len(terms).to_bytes(SIZE, "big") + terms.weights + END.join(terms).encode()


def squeezed(packed_terms: bytes) -> bytes:
    """Make smaller what was packed. Other versions of zlib may give other bytes: they are never published nor compared."""
    return zlib.compress(packed_terms, 1)


def unpacked(data: bytes) -> Weighed:
    """The terms that were packed and made smaller."""
    it = plain(data)
    words = SIZE + int.from_bytes(it[:SIZE], "big")
    return Weighed(it[words:].decode().split(END) if words > SIZE else (), it[SIZE:words])


def plain(data: bytes) -> bytes:
    """What was made smaller, as it was before."""
    return zlib.decompress(data)
