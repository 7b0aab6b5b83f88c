"""What the index holds besides shards and characters: cards, facets and suggestions as JSON, and the entry that names all files."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, json

from sitegen.search.facts import Card, Facts

VERSION = 2
"""Raised whenever a browser that knows the form before could not read this one."""

FEW = 512
"""Articles of a segment whose suggestions stand in one file."""

ALL, OTHERS = "*", "_"
"""In place of a letter: the suggestions of all letters, and those that begin with none."""

UNCOUNTED = ("authors", "sources")
"""Taxonomies that readers are not offered as filters."""


class SegmentNames(Struct, frozen=True):
    """A segment as the entry names it: digests of files, one after the other, and those of suggestions by letter."""

    first: int
    count: int
    shards: str
    cards: str
    facets: str
    suggestions: dict[str, str]


class IndexEntry(Struct, frozen=True):
    """The one file that has a name of its own: it names all others. Segments stand with the newest first."""

    version: int
    characters: str
    years: tuple[tuple[str, int], ...]
    segments: tuple[SegmentNames, ...]


def cards_json(cards: Sequence[Card]) -> bytes:
    """The cards of some articles that follow each other."""
    return json.encode(cards)


def facets_json(facts: Sequence[Facts]) -> bytes:
    """The terms of a segment by taxonomy: key, names by script, and the places of its articles, each counted from the one before."""
    places: dict[tuple[str, str], list[int]] = {}
    names: dict[tuple[str, str], tuple[str, ...]] = {}
    for at, each in enumerate(facts):
        for term in each.terms:
            if term.taxonomy not in UNCOUNTED:
                names.setdefault((term.taxonomy, term.key), term.names)
                places.setdefault((term.taxonomy, term.key), []).append(at)
    made: dict[str, list[object]] = {}
    for (taxonomy, key), its in sorted(places.items()):
        gaps = [after - before for before, after in pairwise([0, *its])]
        made.setdefault(taxonomy, []).append((key, names[taxonomy, key], gaps))
    return json.encode(made)


def suggestions_json(facts: Sequence[Facts]) -> dict[str, bytes]:
    """What the first letters of a spelling may mean, by letter: the spelling, the taxonomy (none for a title), names by script."""
    by_letter: dict[str, set[tuple[str, str, tuple[str, ...]]]] = {}
    for spelling, kind, names in _suggestions(facts):
        initial = spelling[:1] if "a" <= spelling[:1] <= "z" else OTHERS
        by_letter.setdefault(ALL if len(facts) < FEW else initial, set()).add((spelling, kind, names))
    return {letter: json.encode(sorted(its)) for letter, its in sorted(by_letter.items())}


def _suggestions(facts: Iterable[Facts]) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    for each in facts:
        yield each.spelling, "", each.card.titles
        for term in each.terms:
            yield term.spelling, term.taxonomy, term.names


def entry_json(entry: IndexEntry) -> bytes:
    """The entry, which is written last."""
    return json.encode(entry)


def years_of(dates: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Each year and the place of its first article; undated ones, which stand before all, have the year ""."""
    firsts: Mapping[str, int] = {date[:4]: at for at, date in reversed([*enumerate(dates)])}
    return tuple(sorted(firsts.items()))
