"""Plan the lists: of all terms, of each term's articles, in parts counted from the oldest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.model import Alike, Article, Key, Lead, ListSheet, Pages, Tally, TermsSheet, Text
from sitegen.planner.series import numbered
from sitegen.planner.shelf import Shelf
from sitegen.planner.targets import targets_of
from sitegen.planner.taxonomy import Group, Groups
from sitegen.planner.urls import part_route, terms_route
from sitegen.planner.words import NOTHING

AROUND = 2
"""Parts before and after one that it leads to."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long list: the slice of its entries, in the order shown, at a route."""

    number: int
    count: int
    route: str
    first: int
    last: int


def term_sheets(shelf: Shelf) -> Iterator[ListSheet | TermsSheet]:
    """Plan every page of every taxonomy."""
    for groups in shelf.groups.values():
        yield all_terms(groups)
        yield from (alike_terms(shelf, groups, each) for each in groups.alike)
        for group in groups.by_key.values():
            yield from term_lists(shelf, groups, group)


def parts_of(count: int, size: int, route: str, *, oldest_first: bool) -> tuple[Part, ...]:
    """Cut a list of `count` entries, oldest first, into parts of `size`.

    The parts are numbered from the oldest, so that a full one never changes. The list's own address
    comes first in the answer: it shows the newest entries, or the first part where the list is read
    from its beginning.
    """
    total = max(1, -(-count // size))
    own = Part(1 if oldest_first else total, total, route, 0 if oldest_first else max(0, count - size), count)
    if oldest_first:
        own = Part(1, total, route, 0, min(size, count))
    numbers = range(2 if oldest_first else 1, total + 1) if total > 1 else ()
    return (
        own,
        *(Part(n, total, part_route(route, n), (n - 1) * size, min(n * size, count)) for n in numbers),
    )


def pages(part: Part, route: str, *, oldest_first: bool) -> Pages | None:
    """Lead from one part to the others; None where there is only one.

    A part that is full says nothing of how many follow it, so that it stays as it is when more come.
    """
    if part.count == 1:
        return None

    def at(number: int) -> str:
        return route if oldest_first and number == 1 else part_route(route, number)

    shows_newest = part.route == route and not oldest_first
    newer = part.number + 1 if part.number < part.count and not shows_newest else None
    older = part.number - 1 if part.number > 1 else None
    return Pages(
        number=part.number,
        is_head=part.route == route,
        near=tuple((number, at(number)) for number in _near(part.number, part.count)),
        newest=None if oldest_first or shows_newest else route,
        newer=at(newer) if newer else None,
        older=at(older) if older else None,
    )


def _near(number: int, count: int) -> list[int]:
    """The first, and those around `number`."""
    return sorted({1, *range(max(1, number - AROUND), min(count, number + AROUND) + 1)})


def all_terms(groups: Groups) -> TermsSheet:
    """Plan the page of all terms of a taxonomy."""
    taxonomy = groups.taxonomy
    return TermsSheet(
        route=terms_route(taxonomy.key), title=taxonomy.name, breadcrumbs=(), terms=tuple(_tree(groups, (), 0))
    )


def _tree(groups: Groups, key: Key, depth: int) -> Iterator[Tally]:
    for group in groups.narrower.get(key, ()):
        yield tally_of(group, depth)
        yield from _tree(groups, group.key, depth + 1)


def tally_of(group: Group, depth: int = 0) -> Tally:
    """A term with the count of its articles."""
    return Tally(group.lead, len(group.articles), depth)


def all_terms_of(groups: Groups) -> Lead:
    """The way to all terms of a taxonomy."""
    return Lead(groups.taxonomy.name, terms_route(groups.taxonomy.key))


def alike_terms(shelf: Shelf, groups: Groups, alike: Alike) -> TermsSheet:
    """Plan the page that names terms which spell alike."""
    return TermsSheet(
        route=alike.route,
        title=Text(alike.slug, shelf.facts.language, fixed=True),
        breadcrumbs=(all_terms_of(groups),),
        terms=tuple(tally_of(groups.by_key[key]) for key in alike.keys),
    )


def term_lists(shelf: Shelf, groups: Groups, group: Group, *, since: int = 0) -> Iterator[ListSheet]:
    """Plan the list of a term's articles; where only those from `since` on have changed, the parts that may show it."""
    taxonomy, note = groups.taxonomy, group.note
    numbers, articles = _numbered(groups, group)
    above = (all_terms_of(groups), *group.trail[:-1])
    for part in parts_of(len(articles), taxonomy.paginate, group.route, oldest_first=taxonomy.oldest_first):
        if part.route != group.route and part.number + AROUND <= since // taxonomy.paginate:
            continue
        way = slice(part.first, part.last) if taxonomy.oldest_first else _backwards(part)
        own = note if part.route == group.route else None
        yield ListSheet(
            route=part.route,
            title=group.name,
            description=note.summary if note else NOTHING,
            breadcrumbs=above,
            kind=taxonomy.name,
            entries=shelf.entries_of(articles[way]),
            numbers=numbers[way],
            pages=pages(part, group.route, oldest_first=taxonomy.oldest_first),
            body=own.body if own else None,
            cover=own.cover if own else None,
            targets=targets_of(shelf, own.references, own.cover) if own else (),
            children=tuple(map(tally_of, groups.narrower.get(group.key, ()))) if part.route == group.route else (),
        )


def routes_of(groups: Groups, group: Group, count: int) -> set[str]:
    """The addresses that a list has where it holds `count` articles."""
    taxonomy = groups.taxonomy
    return {part.route for part in parts_of(count, taxonomy.paginate, group.route, oldest_first=taxonomy.oldest_first)}


def _backwards(part: Part) -> slice:
    return slice(part.last - 1, part.first - 1 if part.first else None, -1)


def _numbered(groups: Groups, group: Group) -> tuple[tuple[int, ...], Sequence[Article]]:
    """The articles of a term in the order of its list, in a series with their numbers."""
    if groups.taxonomy.key != "series":
        return (), group.articles
    parts = numbered(group, "series")
    return tuple(number for number, _ in parts), tuple(article for _, article in parts)
