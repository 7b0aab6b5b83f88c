"""A whole index at once, from entries that fit into memory: for the preview, for tests, for a look at the form."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sitegen.model import INDEX, OutputFile
from sitegen.search.characters import characters_bytes
from sitegen.search.dealing import characters_in, shards_between, shards_written
from sitegen.search.entry import Entry
from sitegen.search.facts import Facts
from sitegen.search.kept import packed, unpacked
from sitegen.search.keys import Key
from sitegen.search.lists import (
    VERSION,
    IndexEntry,
    SegmentNames,
    cards_json,
    entry_json,
    facets_json,
    suggestions_json,
    years_of,
)
from sitegen.search.names import named
from sitegen.search.segments import IN_A_FILE, Segment, segments_of


def index_files(entries: Sequence[Entry]) -> Iterator[OutputFile]:
    """Every file of the index of articles, the oldest first; the entry comes last."""
    segments: list[SegmentNames] = []
    present: set[str] = set()
    for segment in segments_of(len(entries)):
        its = entries[segment.first : segment.end]
        dealt = shards_between((unpacked(packed(each.weights)) for each in its), segment, 0, segment.shards)
        present |= characters_in(dealt).keys()
        names, files = _segment(dealt, [each.facts for each in its], segment)
        segments.append(names)
        yield from files
    characters, file = named("characters", characters_bytes(present))
    yield file
    years = years_of([each.facts.card.date for each in entries])
    content = entry_json(IndexEntry(VERSION, characters, years, tuple(reversed(segments))))
    yield OutputFile(path=INDEX, content=content)


def write_index(entries: Sequence[Entry], folder: Path) -> None:
    """Write the index of some articles below a folder."""
    for each in index_files(entries):
        file = folder / each.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(each.content)


def _segment(
    dealt: Sequence[Mapping[Key, Sequence[int]]], facts: Sequence[Facts], segment: Segment
) -> tuple[SegmentNames, list[OutputFile]]:
    shards = [named("shard", each) for each in shards_written(dealt, segment)]
    cards = [
        named("cards", cards_json([each.card for each in facts[at : at + IN_A_FILE]]))
        for at in range(0, len(facts), IN_A_FILE)
    ]
    facets = named("facets", facets_json(facts))
    suggestions = {letter: named("suggestions", each) for letter, each in suggestions_json(facts).items()}
    names = SegmentNames(
        segment.first,
        segment.count,
        "".join(digest for digest, _ in shards),
        "".join(digest for digest, _ in cards),
        facets[0],
        {letter: digest for letter, (digest, _) in suggestions.items()},
    )
    return names, [file for _, file in [*shards, *cards, facets, *suggestions.values()]]
