"""Change the shards of a segment in which a few articles have other terms than before, and no others."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from sitegen.builder.indexing import Indexing
from sitegen.cache import entry_digest
from sitegen.search import Key, Segment, amended, character_of, digests_in, named, path_of, shard_of, unpacked
from sitegen.writer import Stage, Staged

FEW = 8
"""Articles of a segment that are worth going into its shards for."""

Changes = Mapping[Key, Mapping[int, int | None]]


class Other(NamedTuple):
    """An article that has other terms: its file, its place in the segment, what tells its terms before and now apart."""

    file: str
    place: int
    before: bytes
    now: bytes


class Amended(NamedTuple):
    """The shards of a segment as they are now, those of them that are new, by how much the articles with a character are more."""

    shards: str
    staged: tuple[Staged, ...]
    characters: dict[str, int]


def amended_segment(
    others: list[Other], shards: str, segment: Segment, indexing: Indexing, stage: Stage
) -> Amended | None:
    """Change the published `shards`; None where too many articles differ, or too little is known of what was before."""
    if len(others) > FEW:
        return None
    digests = digests_in(shards)
    changes: dict[int, dict[Key, dict[int, int | None]]] = defaultdict(lambda: defaultdict(dict))
    characters: dict[str, int] = {}
    for each in others:
        before, now = indexing.before.get(each.file), indexing.entries.terms(each.file)
        if before is None or now is None or entry_digest(before) != each.before or entry_digest(now) != each.now:
            return None
        old, new = unpacked(before).weights, unpacked(now).weights
        for key, weight in _differing(old, new).items():
            changes[shard_of(key, segment.shards)][key][each.place] = weight
        for key in old.keys() ^ new.keys():
            if character := character_of(key):
                characters[character] = characters.get(character, 0) + (1 if key in new else -1)
    return _amended(digests, changes, segment, stage, characters)


def _differing(before: Mapping[Key, int], now: Mapping[Key, int]) -> dict[Key, int | None]:
    """The terms that weigh something else now; None where there is no such term any more."""
    gone: dict[Key, int | None] = dict.fromkeys(before.keys() - now.keys())
    return gone | {term: weight for term, weight in now.items() if before.get(term) != weight}


def _amended(
    digests: list[str], changes: Mapping[int, Changes], segment: Segment, stage: Stage, characters: dict[str, int]
) -> Amended | None:
    files = []
    for shard, its in sorted(changes.items()):
        published = _published(digests[shard], stage)
        if published is None:
            return None
        digests[shard], file = named("shard", amended(published, segment.count, its))
        files.append(file)
    return Amended("".join(digests), tuple(map(stage.put, files)), characters)


def _published(digest: str, stage: Stage) -> bytes | None:
    """A published shard, if it still holds what its name says."""
    try:
        data = (stage.output / path_of("shard", digest)).read_bytes()
    except OSError:
        return None
    return data if named("shard", data)[0] == digest else None
