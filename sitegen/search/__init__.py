"""A step beside the renderer: what pages show of articles → the files of an index that browsers search."""

from sitegen.search.dealing import characters_of, shards_between, shards_written
from sitegen.search.entry import Entry, Facts, Term, Wording, entry_of, facts_in, weights_in
from sitegen.search.hashing import first_hash, shard_of
from sitegen.search.kept import characters_in, packed, plain, squeezed, unpacked
from sitegen.search.lists import (
    VERSION,
    IndexEntry,
    SegmentNames,
    cards_json,
    characters_bytes,
    entry_json,
    facets_json,
    suggestions_json,
    years_of,
)
from sitegen.search.names import digests_in, named, path_of
from sitegen.search.segments import IN_A_FILE, Segment, segments_of
from sitegen.search.shard import amended

__all__ = [
    "IN_A_FILE",
    "VERSION",
    "Entry",
    "Facts",
    "IndexEntry",
    "Segment",
    "SegmentNames",
    "Term",
    "Wording",
    "amended",
    "cards_json",
    "characters_bytes",
    "characters_in",
    "characters_of",
    "digests_in",
    "entry_json",
    "entry_of",
    "facets_json",
    "facts_in",
    "first_hash",
    "named",
    "packed",
    "path_of",
    "plain",
    "segments_of",
    "shard_of",
    "shards_between",
    "shards_written",
    "squeezed",
    "suggestions_json",
    "unpacked",
    "weights_in",
    "years_of",
]
