"""The terms of articles, one article after the other → the shards of a segment, one after the other."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.search.kept import Unpacked, first_code
from sitegen.search.keys import Key, character_of, first_hash, shard_of
from sitegen.search.segments import Segment
from sitegen.search.shard import shard_bytes


def shards_between(articles: Iterable[Unpacked], segment: Segment, first: int, end: int) -> list[dict[Key, list[int]]]:
    """Deal the terms of a segment's articles to its shards from `first` on and before `end`: the postings of each term.

    Words stand in no order, and are few: those of other shards are left out last, when each of them is looked at once.
    """
    low, high = (first_code(first_hash(shard, segment.shards)) for shard in (first, end))
    postings: dict[Key, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        own = [*range(place << 4, (place << 4) + 16)]
        codes = article.codes
        for code in codes[bisect_left(codes, low) : bisect_left(codes, high)]:
            postings[code >> 4].append(own[code & 15])
        for word, weight in article.words.items():
            postings[word].append(own[weight])
    shards: dict[int, dict[Key, list[int]]] = {shard: {} for shard in range(first, end)}
    for key, its in postings.items():
        if (shard := shard_of(key, segment.shards)) in shards:
            shards[shard][key] = its
    return list(shards.values())


def characters_in(shards: Iterable[Mapping[Key, Sequence[int]]]) -> dict[str, int]:
    """The Han characters that shards know, in order, and in how many articles each is."""
    counts = {character_of(key): len(its) for shard in shards for key, its in shard.items()}
    return {character: counts[character] for character in sorted(counts) if character}


def shards_written(shards: Iterable[Mapping[Key, Sequence[int]]], segment: Segment) -> Iterator[bytes]:
    """Write shards."""
    return (shard_bytes(each, segment.count) for each in shards)
