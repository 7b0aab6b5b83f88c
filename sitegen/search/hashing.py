"""Which shard a term is in: a number that Python and browsers work out alike."""

from functools import lru_cache

from sitegen.search.terms import FIELD

BITS = 16
_MASK = 0xFFFFFFFF


@lru_cache(maxsize=500_000)
def hash_of(term: str) -> int:
    """A number of 16 bits from the first two characters of a term, of a field's term those behind the colon.

    Words that begin alike so stand in one shard, and can be looked up by their beginning.
    """
    start = term.find(FIELD) + 1
    mixed = (ord(term[start]) if len(term) > start else 0) * 0x9E3779B1
    mixed ^= (ord(term[start + 1]) if len(term) > start + 1 else 0) * 0x85EBCA77
    mixed &= _MASK
    mixed = ((mixed ^ (mixed >> 15)) * 0x2C1B3C6D) & _MASK
    return mixed >> BITS


def shard_of(term: str, shards: int) -> int:
    """The number of the shard of a term, of so many."""
    return (hash_of(term) * shards) >> BITS


def first_hash(shard: int, shards: int) -> int:
    """The least hash that belongs to a shard; of the shard behind the last, one that no term has.

    >>> [first_hash(shard, 3) for shard in range(4)]
    [0, 21846, 43691, 65536]
    """
    return -((-shard << BITS) // shards)
