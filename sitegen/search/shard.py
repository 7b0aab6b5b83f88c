"""A shard: some terms of a segment and in which articles they stand, as bytes and back. docs/search.md tells the form.

Postings are numbers here, in order: an article's place in its segment times 16, and the weight of the term.
"""

from collections.abc import Iterator, Mapping, Sequence
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

Bits = str
BEFORE = -16
"""What the first posting is counted from: an article before the first."""

FIRST, LAST = "\u3400", "\u9fff"
"""The Han characters that nearly all terms are made of; what holds others is written as text."""

ZERO = ord(FIRST) - 1
BASE = ord(LAST) - ZERO + 1
_WEIGHT_OF = {code: weight for weight, code in enumerate(WEIGHTS)}


def shard_bytes(terms: Mapping[str, Sequence[int]], count: int) -> bytes:
    """Write a shard of a segment of `count` articles: the postings of each of its terms."""
    return _joined({term: bits_of(its, count) for term, its in terms.items()})


def amended(shard: bytes, count: int, changes: Mapping[str, Mapping[int, int | None]]) -> bytes:
    """Write a shard anew with other weights at some places, None where an article has the term no more.

    Only the terms that change are decoded.
    """
    terms = dict(spans_of(shard, count))
    for term, weights in changes.items():
        known = {each >> 4: each & 15 for each in postings_of(terms.get(term, ""), count)}
        after = sorted(place << 4 | weight for place, weight in {**known, **weights}.items() if weight is not None)
        if after:
            terms[term] = bits_of(after, count)
        else:
            terms.pop(term, None)
    return _joined(terms)


def read_shard(shard: bytes, count: int) -> dict[str, list[int]]:
    """The postings of every term of a shard."""
    return {term: postings_of(bits, count) for term, bits in spans_of(shard, count)}


def bits_of(its: Sequence[int], count: int) -> Bits:
    """Write the postings of one term: how many, and for each how far it is from the one before, and its weight."""
    code = postings(_low(count, len(its)))
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


def spans_of(shard: bytes, count: int) -> Iterator[tuple[str, Bits]]:
    """Each term of a shard and the bits of its postings."""
    pairs, at = _number_at(shard, 0)
    size, at = _number_at(shard, at)
    words = shard[at : at + size].decode().split("\n") if size else []
    low = shard[at + size]
    bits = from_bytes(shard[at + size + 1 :])
    keys, start = _keys(bits, pairs, low)
    for term in chain(map(_pair, keys), words):
        begun, number = _gamma_at(bits, start)
        match = many_postings(_low(count, number), number).match(bits, begun)
        if match is None:
            raise ValueError("this is no shard, or one of another segment")
        yield term, bits[start : match.end()]
        start = match.end()


def _joined(terms: Mapping[str, Bits]) -> bytes:
    """Put terms in order: of one or two characters by their numbers, then the others as text."""
    pairs = sorted((_key(term), term) for term in terms if _is_pair(term))
    words = sorted(term for term in terms if not _is_pair(term))
    text = "\n".join(words).encode()
    low = low_digits(pairs[-1][0] // len(pairs)) if pairs else 0
    keys = [rice(after - before - 1, low) for before, after in pairwise([-1, *(key for key, _ in pairs)])]
    bits = chain(keys, (terms[term] for _, term in pairs), (terms[word] for word in words))
    return _number(len(pairs)) + _number(len(text)) + text + bytes([low]) + to_bytes("".join(bits))


def _is_pair(term: str) -> bool:
    return len(term) <= 2 and min(term) >= FIRST and max(term) <= LAST  # noqa: PLR2004  # characters


def _key(term: str) -> int:
    """The number of a term: its one or two characters as the digits of a number."""
    last = ord(term[-1]) - ZERO
    return (ord(term[0]) - ZERO) * BASE + last if len(term) > 1 else last


def _pair(key: int) -> str:
    first, last = divmod(key, BASE)
    return (chr(first + ZERO) if first else "") + chr(last + ZERO)


def _keys(bits: Bits, count: int, low: int) -> tuple[list[int], int]:
    key, start, found = -1, 0, []
    for _ in range(count):
        zero = bits.index("0", start)
        end = zero + 1 + low
        key += 1 + ((zero - start) << low | int(bits[zero + 1 : end] or "0", 2))
        found.append(key)
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


def _number(value: int) -> bytes:
    """A number in as few bytes as it needs: seven digits in each, the lowest first, the highest bit set while more follow."""
    made = bytearray()
    while value > 0x7F:  # noqa: PLR2004  # the greatest of seven digits
        made.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*made, value])


def _number_at(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    for byte in islice(data, at, None):
        value |= (byte & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if byte < 0x80:  # noqa: PLR2004  # the last
            break
    return value, at
