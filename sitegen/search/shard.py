"""A shard: some terms of a segment and in which articles they stand, as bytes and back. docs/search.md tells the form.

Postings are numbers here, in order: an article's place in its segment times 16, and the weight of the term.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise

from sitegen.search.bits import (
    WEIGHTS,
    from_bytes,
    gamma,
    low_digits,
    many_postings,
    posting,
    postings,
    rice,
    to_bytes,
)
from sitegen.search.keys import Key

Bits = str
BEFORE = -16
"""What the first posting is counted from: an article before the first."""

_WEIGHT_OF = {code: weight for weight, code in enumerate(WEIGHTS)}


def shard_bytes(terms: Mapping[Key, Sequence[int]], count: int) -> bytes:
    """Write a shard of a segment of `count` articles: the postings of each of its terms."""
    return _joined({key: bits_of(its, count) for key, its in terms.items()})


def amended(shard: bytes, count: int, changes: Mapping[Key, Mapping[int, int | None]]) -> bytes:
    """Write a shard anew with other weights at some places, None where an article has the term no more.

    Only the terms that change are decoded.
    """
    terms = dict(spans_of(shard, count))
    for key, weights in changes.items():
        known = {each >> 4: each & 15 for each in postings_of(terms.get(key, ""), count)}
        after = sorted(place << 4 | weight for place, weight in {**known, **weights}.items() if weight is not None)
        if after:
            terms[key] = bits_of(after, count)
        else:
            terms.pop(key, None)
    return _joined(terms)


def read_shard(shard: bytes, count: int) -> dict[Key, list[int]]:
    """The postings of every term of a shard, by its key."""
    return {key: postings_of(bits, count) for key, bits in spans_of(shard, count)}


def bits_of(its: Sequence[int], count: int) -> Bits:
    """Write the postings of one term: how many, and for each how far it is from the one before, and its weight."""
    code = postings(_low(count, len(its)))
    if len(its) == 1:  # as most are
        return "1" + code[its[0]]
    return gamma(len(its)) + "".join([code[after - (before | 15) - 1] for before, after in pairwise((BEFORE, *its))])


def postings_of(bits: Bits, count: int) -> list[int]:
    """The postings that were written so."""
    if not bits:
        return []
    start, number = _gamma_at(bits, 0)
    low = _low(count, number)
    place, found = -1, []
    for ones, digits, weight in posting(low).findall(bits, start):
        place += 1 + (len(ones) << low | int(digits or "0", 2))
        found.append(place << 4 | _WEIGHT_OF[weight])
    return found


def spans_of(shard: bytes, count: int) -> Iterator[tuple[Key, Bits]]:
    """The key of each term of a shard, and the bits of its postings."""
    numbers, at = varint_at(shard, 0)
    first, at = varint_at(shard, at)
    size, at = varint_at(shard, at)
    words = shard[at : at + size].decode().split("\n") if size else []
    low = shard[at + size]
    bits = from_bytes(shard[at + size + 1 :])
    keys, start = _numbers_at(bits, numbers, low, first)
    terms: Iterable[Key] = (*keys, *words)
    for key in terms:
        begun, number = _gamma_at(bits, start)
        match = many_postings(_low(count, number), number).match(bits, begun)
        if match is None:
            raise ValueError("this is no shard, or one of another segment")
        yield key, bits[start : match.end()]
        start = match.end()


def _joined(terms: Mapping[Key, Bits]) -> bytes:
    """Put terms in order: those that have numbers by these, then the others as text."""
    numbers = sorted([key for key in terms if isinstance(key, int)])
    words = sorted([key for key in terms if isinstance(key, str)])
    text = "\n".join(words).encode()
    first, last = (numbers[0], numbers[-1]) if numbers else (0, 0)
    low = low_digits((last - first) * 11 // 16 // max(1, len(numbers)))
    keys = [rice(after - before - 1, low) for before, after in pairwise(numbers)]
    bits = to_bytes("".join(chain(keys, [terms[number] for number in numbers], [terms[word] for word in words])))
    return varint(len(numbers)) + varint(first) + varint(len(text)) + text + bytes([low]) + bits


def _numbers_at(bits: Bits, count: int, low: int, first: int) -> tuple[list[int], int]:
    """So many numbers, the first of which is known, and where the bits of the others end."""
    found, start = [first][:count], 0
    for _ in range(count - 1):
        zero = bits.index("0", start)
        end = zero + 1 + low
        found.append(found[-1] + 1 + ((zero - start) << low | int(bits[zero + 1 : end] or "0", 2)))
        start = end
    return found, start


def _gamma_at(bits: Bits, start: int) -> tuple[int, int]:
    """Where a number ends that begins there, and the number."""
    one = bits.index("1", start)
    end = 2 * one - start + 1
    return end, int(bits[one:end], 2)


def _low(count: int, number: int) -> int:
    """The low digits of gaps between `number` articles among `count`: the mean of what is coded, times the logarithm of 2."""
    return low_digits(count * 11 // 16 // number)


def varint(value: int) -> bytes:
    """A number in as few bytes as it needs: seven digits in each, the lowest first, the highest bit set while more follow."""
    made = bytearray()
    while value > 0x7F:  # noqa: PLR2004  # the greatest of seven digits
        made.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*made, value])


def varint_at(data: bytes, at: int) -> tuple[int, int]:
    """A number that was written so, and where it ends."""
    value = shift = 0
    for byte in islice(data, at, None):
        value |= (byte & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if byte < 0x80:  # noqa: PLR2004  # the last
            break
    return value, at
