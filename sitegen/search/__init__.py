"""A step beside the renderer: what pages show of articles → the files of an index that browsers search."""

from typing import TYPE_CHECKING

from sitegen.on_demand import on_demand

if TYPE_CHECKING:
    from sitegen.search.characters import characters_bytes
    from sitegen.search.dealing import characters_in, shards_between, shards_written
    from sitegen.search.entry import Entry, Term, Wording, entry_of, facts_in, weights_in
    from sitegen.search.facts import Facts
    from sitegen.search.kept import packed, unpacked
    from sitegen.search.keys import Key, character_of, key_of, shard_of
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
    from sitegen.search.names import digests_in, named, path_of
    from sitegen.search.segments import IN_A_FILE, Segment, segments_of
    from sitegen.search.shard import amended
else:
    __getattr__ = on_demand(
        __name__,
        {
            "characters": "characters_bytes",
            "dealing": "characters_in shards_between shards_written",
            "entry": "Entry Term Wording entry_of facts_in weights_in",
            "facts": "Facts",
            "kept": "packed unpacked",
            "keys": "Key character_of key_of shard_of",
            "lists": "VERSION IndexEntry SegmentNames cards_json entry_json facets_json suggestions_json years_of",
            "names": "digests_in named path_of",
            "segments": "IN_A_FILE Segment segments_of",
            "shard": "amended",
        },
    )

__all__ = [
    "IN_A_FILE",
    "VERSION",
    "Entry",
    "Facts",
    "IndexEntry",
    "Key",
    "Segment",
    "SegmentNames",
    "Term",
    "Wording",
    "amended",
    "cards_json",
    "character_of",
    "characters_bytes",
    "characters_in",
    "digests_in",
    "entry_json",
    "entry_of",
    "facets_json",
    "facts_in",
    "key_of",
    "named",
    "packed",
    "path_of",
    "segments_of",
    "shard_of",
    "shards_between",
    "shards_written",
    "suggestions_json",
    "unpacked",
    "weights_in",
    "years_of",
]
