"""The terms of articles, one article after the other → the shards of a segment, one after the other."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.search.hashing import first_hash, hash_of, shard_of
from sitegen.search.segments import Segment
from sitegen.search.shard import shard_bytes


class Weighed(list[str]):
    """The terms of an article in the order of their hashes; `weights` are theirs."""

    def __init__(self, terms: Iterable[str], weights: bytes) -> None:
        super().__init__(terms)
        self.weights = weights

    @property
    def by_term(self) -> dict[str, int]:
        """The weight of each term."""
        return dict(zip(self, self.weights, strict=True))


def characters_of(terms: Iterable[str]) -> set[str]:
    """The characters beyond ASCII that some terms are made of."""
    return {character for character in set("".join(terms)) if not character.isascii()}


def in_order(weights: Mapping[str, int]) -> Weighed:
    """Put the terms of an article in order, so that those of some shards stand side by side."""
    terms = sorted(weights, key=lambda term: (hash_of(term), term))
    return Weighed(terms, bytes([weights[term] for term in terms]))


def shards_between(articles: Iterable[Weighed], segment: Segment, first: int, end: int) -> list[dict[str, list[int]]]:
    """Deal the terms of a segment's articles to its shards from `first` on and before `end`: the postings of each term."""
    low, high = (first_hash(shard, segment.shards) for shard in (first, end))
    postings: dict[str, list[int]] = defaultdict(list)
    for place, terms in enumerate(articles):
        own = range(place << 4, (place << 4) + 16)
        codes = [*own]
        start, stop = (bisect_left(terms, limit, key=hash_of) for limit in (low, high))
        for term, weight in zip(terms[start:stop], terms.weights[start:stop], strict=True):
            postings[term].append(codes[weight])
    shards: list[dict[str, list[int]]] = [{} for _ in range(end - first)]
    for term, its in postings.items():
        shards[shard_of(term, segment.shards) - first][term] = its
    return shards


def shards_written(shards: Iterable[Mapping[str, Sequence[int]]], segment: Segment) -> Iterator[bytes]:
    """Write shards."""
    return (shard_bytes(each, segment.count) for each in shards)
