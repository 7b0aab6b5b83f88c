"""Plan the lists: of all terms, of each term's articles, in parts counted from the oldest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import structs

from sitegen.model import AllSeriesSheet, Article, ListSheet, Pages, TermsSheet, TreeSheet
from sitegen.planner.cards import card_of_term
from sitegen.planner.glance import picture_of, span_of
from sitegen.planner.series import numbered
from sitegen.planner.shelf import SERIES, Shelf
from sitegen.planner.targets import targets_of
from sitegen.planner.taxonomy import Group, Groups
from sitegen.planner.terms import alike_sheet, all_terms_of, all_terms_sheet, has_overview, tally_of
from sitegen.planner.tiles import tiles_of
from sitegen.planner.urls import feed_route, part_route
from sitegen.planner.words import NOTHING

AROUND = 2
"""Parts before and after one that it leads to."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long list: the slice of its entries, in the order shown, at a route.

    `count` is how many parts have a number in their address.
    """

    number: int
    count: int
    route: str
    first: int
    last: int


def term_sheets(shelf: Shelf) -> Iterator[ListSheet | TermsSheet | TreeSheet | AllSeriesSheet]:
    """Plan every page of every taxonomy that has any."""
    for groups in shelf.groups.values():
        if has_overview(shelf, groups):
            yield all_terms_sheet(shelf, groups)
        yield from (alike_sheet(shelf, groups, each) for each in groups.alike)
        for group in groups.by_key.values():
            yield from term_lists(shelf, groups, group)


def parts_of(count: int, size: int, route: str, *, oldest_first: bool) -> tuple[Part, ...]:
    """Cut a list of `count` entries, oldest first, into parts of `size`.

    The parts are numbered from the oldest, so that a full one never changes. The list's own address
    comes first in the answer: it shows the newest entries, or the first part where the list is read
    from its beginning.
    """
    return _read_forwards(count, size, route) if oldest_first else _read_backwards(count, size, route)


def _read_forwards(count: int, size: int, route: str) -> tuple[Part, ...]:
    total = max(1, -(-count // size))
    routes = (route, *(part_route(route, number) for number in range(2, total + 1)))
    return tuple(Part(n + 1, total, at, n * size, min((n + 1) * size, count)) for n, at in enumerate(routes))


def _read_backwards(count: int, size: int, route: str) -> tuple[Part, ...]:
    """What no part is full of yet stands at the head alone, so that a new entry changes one page of the list."""
    full = count // size if count > size else 0
    head = Part(max(1, -(-count // size)), full, route, max(0, count - size), count)
    return (head, *(Part(n + 1, full, part_route(route, n + 1), n * size, (n + 1) * size) for n in range(full)))


def pages(part: Part, route: str, *, oldest_first: bool) -> Pages | None:
    """Lead from one part to the others; None where there is only one.

    A part that is full says nothing of how many follow it, so that it stays as it is when more come.
    """
    if part.count == oldest_first:
        return None
    is_head = part.route == route
    shows_newest = is_head and not oldest_first

    def at(number: int) -> str | None:
        if number == (1 if oldest_first else part.count + 1):
            return route
        return part_route(route, number) if 0 < number <= part.count else None

    near = _near(part.number, part.number - 1 if shows_newest else part.count)
    return Pages(
        number=part.number,
        is_head=is_head,
        near=tuple((number, at(number) or route) for number in near),
        newest=None if oldest_first or shows_newest else route,
        newer=None if shows_newest else at(part.number + 1),
        older=at(part.number - 1),
        oldest_first=oldest_first,
    )


def _near(number: int, count: int) -> list[int]:
    """The first, and those around `number`."""
    return sorted({1, *range(max(1, number - AROUND), min(count, number + AROUND) + 1)})


def term_lists(shelf: Shelf, groups: Groups, group: Group, *, since: int = 0) -> Iterator[ListSheet]:
    """Plan the list of a term's articles; where only those from `since` on have changed, the parts that may show it."""
    taxonomy = groups.taxonomy
    numbers, articles = _numbered(groups, group)
    for part in parts_of(len(articles), taxonomy.paginate, group.route, oldest_first=taxonomy.oldest_first):
        if part.route != group.route and part.number + AROUND <= since // taxonomy.paginate:
            continue
        way = slice(part.first, part.last) if taxonomy.oldest_first else _backwards(part)
        sheet = ListSheet(
            route=part.route,
            title=group.name,
            description=group.note.summary if group.note else NOTHING,
            breadcrumbs=(all_terms_of(groups), *group.trail[:-1]),
            kind=taxonomy.name,
            entries=shelf.entries_of(articles[way]),
            numbers=numbers[way],
            pages=pages(part, group.route, oldest_first=taxonomy.oldest_first),
            card=card_of_term(shelf.facts, group),
        )
        yield _head(sheet, shelf, groups, group) if part.route == group.route else sheet


def _head(sheet: ListSheet, shelf: Shelf, groups: Groups, group: Group) -> ListSheet:
    """Say of the term what the other parts, which then stay as they are, do not."""
    note = group.note
    cover = picture_of(group) if groups.taxonomy.key == SERIES else note.cover if note else None
    return structs.replace(
        sheet,
        body=note.body if note else None,
        cover=cover,
        targets=targets_of(shelf, note.references if note else (), cover),
        count=len(group.articles),
        span=span_of(shelf, group),
        children=tuple(map(tally_of, groups.narrower.get(group.key, ()))),
        tiles=tiles_of(groups, group.key) if groups.taxonomy.hierarchical else (),
        feed=feed_route(group.route) if groups.taxonomy.has_feeds else None,
    )


def routes_of(groups: Groups, group: Group, count: int) -> set[str]:
    """The addresses that a list has where it holds `count` articles."""
    taxonomy = groups.taxonomy
    return {part.route for part in parts_of(count, taxonomy.paginate, group.route, oldest_first=taxonomy.oldest_first)}


def _backwards(part: Part) -> slice:
    return slice(part.last - 1, part.first - 1 if part.first else None, -1)


def _numbered(groups: Groups, group: Group) -> tuple[tuple[int, ...], Sequence[Article]]:
    """The articles of a term in the order of its list, in a series with their numbers."""
    if groups.taxonomy.key != SERIES:
        return (), group.articles
    parts = numbered(group, SERIES)
    return tuple(number for number, _ in parts), tuple(article for _, article in parts)
