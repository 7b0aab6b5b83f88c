"""The terms of articles, one article after the other → the shards of a segment, one after the other."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.search.kept import Unpacked, first_code
from sitegen.search.keys import Key, character_of, first_hash, hash_of, shard_of
from sitegen.search.segments import Segment
from sitegen.search.shard import shard_bytes


def shards_between(articles: Iterable[Unpacked], segment: Segment, first: int, end: int) -> list[dict[Key, list[int]]]:
    """Deal the terms of a segment's articles to its shards from `first` on and before `end`: the postings of each term."""
    low, high = (first_hash(shard, segment.shards) for shard in (first, end))
    postings: dict[Key, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        own = [*range(place << 4, (place << 4) + 16)]
        codes = article.codes
        start, stop = (bisect_left(codes, first_code(limit)) for limit in (low, high))
        for code in codes[start:stop]:
            postings[code >> 4].append(own[code & 15])
        for word, weight in article.words.items():
            if low <= hash_of(word) < high:
                postings[word].append(own[weight])
    shards: list[dict[Key, list[int]]] = [{} for _ in range(end - first)]
    for key, its in postings.items():
        shards[shard_of(key, segment.shards) - first][key] = its
    return shards


def characters_in(shards: Iterable[Mapping[Key, Sequence[int]]]) -> dict[str, int]:
    """The Han characters that shards know, in order, and in how many articles each is."""
    counts = {character_of(key): len(its) for shard in shards for key, its in shard.items()}
    return {character: counts[character] for character in sorted(counts) if character}


def shards_written(shards: Iterable[Mapping[Key, Sequence[int]]], segment: Segment) -> Iterator[bytes]:
    """Write shards."""
    return (shard_bytes(each, segment.count) for each in shards)
