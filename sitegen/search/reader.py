"""Read an index as a browser does, to try what a search finds: names of files → their bytes → the articles of a term."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from msgspec import json

from sitegen.chinese import normalised
from sitegen.model import INDEX
from sitegen.search.facts import Card
from sitegen.search.keys import key_of, shard_of
from sitegen.search.lists import IndexEntry, SegmentNames
from sitegen.search.names import digests_in, path_of
from sitegen.search.segments import IN_A_FILE
from sitegen.search.shard import read_shard
from sitegen.search.terms import RUN, WORD, cover

Read = Callable[[str], bytes]
"""The bytes of a published file."""


@dataclass(frozen=True)
class Reader:
    """Answers what is in an index."""

    read: Read

    @cached_property
    def entry(self) -> IndexEntry:
        """The file that names all others."""
        return json.decode(self.read(INDEX), type=IndexEntry)

    def find(self, query: str) -> Iterator[int]:
        """The places of the articles that have every term of a query, the newest segment first.

        Whether the terms stand side by side in them only their pages tell.
        """
        terms = terms_of_query(query)
        for segment in self.entry.segments:
            found = [self.postings(segment, term).keys() for term in terms]
            if found:
                yield from sorted((segment.first + at for at in set(found[0]).intersection(*found)), reverse=True)

    def postings(self, segment: SegmentNames, term: str) -> dict[int, int]:
        """The places in a segment of the articles that have a term, and its weight there."""
        key, digests = key_of(term), digests_in(segment.shards)
        shard = self.read(path_of("shard", digests[shard_of(key, len(digests))]))
        return {each >> 4: each & 15 for each in read_shard(shard, segment.count).get(key, ())}

    def card(self, place: int) -> Card:
        """What a list of hits shows of an article."""
        segment = next(each for each in self.entry.segments if each.first <= place)
        file, at = divmod(place - segment.first, IN_A_FILE)
        return json.decode(self.read(path_of("cards", digests_in(segment.cards)[file])), type=tuple[Card, ...])[at]


def terms_of_query(query: str) -> list[str]:
    """The terms that an article must have in which a query stands."""
    text = normalised(query)
    covers = [term for run in RUN.findall(text) for term in cover(run)]
    return list(dict.fromkeys([*covers, *WORD.findall(text)]))
