"""Plan the lists: of all terms, of each term's articles, in parts counted from the oldest."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from sitegen.model import Card, Link, ListPage, Pager, TermLink, TermsPage, Text
from sitegen.planner.series import numbered
from sitegen.planner.taxonomy import Alike, Group, Groups, Key
from sitegen.planner.urls import part_route, terms_route
from sitegen.planner.view import View
from sitegen.planner.words import NOTHING

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long list: the slice of its entries, in the order shown, at a route."""

    number: int
    count: int
    route: str
    first: int
    last: int


def term_pages(view: View) -> Iterator[ListPage | TermsPage]:
    """Plan every page of every taxonomy."""
    for groups in view.shelf.groups:
        yield _all_terms(view, groups)
        yield from (_alike(view, groups, each) for each in groups.alike)
        for group in groups.by_key.values():
            yield from _term(view, groups, group)


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


def pager(view: View, part: Part, route: str, *, oldest_first: bool) -> Pager | None:
    """Lead from one part to the others; None where there is only one."""
    if part.count == 1:
        return None

    def url(number: int) -> str:
        return view.urls.href(route if oldest_first and number == 1 else part_route(route, number))

    is_head = part.route == route and not oldest_first
    newer = part.number + 1 if part.number < part.count and not is_head else None
    older = part.number - 1 if part.number > 1 else None
    return Pager(
        number=part.number,
        count=part.count,
        parts=tuple((number, url(number)) for number in _near(part.number, part.count)),
        newer=url(newer) if newer else None,
        older=url(older) if older else None,
    )


def _near(number: int, count: int) -> list[int]:
    """The first, the last, and those around `number`."""
    return sorted({1, count, *range(max(1, number - 2), min(count, number + 2) + 1)})


def _all_terms(view: View, groups: Groups) -> TermsPage:
    name = groups.taxonomy.name
    return TermsPage(
        **view.frame(terms_route(groups.taxonomy.key), name, NOTHING), terms=tuple(_tree(view, groups, (), 0))
    )


def _tree(view: View, groups: Groups, key: Key, depth: int) -> Iterator[TermLink]:
    for group in groups.narrower.get(key, ()):
        yield view.term_link(group, depth=depth)
        yield from _tree(view, groups, group.key, depth + 1)


def _alike(view: View, groups: Groups, alike: Alike) -> TermsPage:
    title = Text(alike.slug, view.shelf.facts.language, fixed=True)
    return TermsPage(
        **view.frame(alike.route, title, NOTHING),
        breadcrumbs=(view.link(groups.taxonomy.name, terms_route(groups.taxonomy.key)),),
        terms=tuple(view.term_link(groups.by_key[key]) for key in alike.keys),
    )


def _term(view: View, groups: Groups, group: Group) -> Iterator[ListPage]:
    taxonomy, note = groups.taxonomy, group.note
    cards = _cards(view, groups, group)
    for part in parts_of(len(cards), taxonomy.paginate, group.route, oldest_first=taxonomy.oldest_first):
        shown = cards[part.first : part.last]
        is_own = part.route == group.route
        yield ListPage(
            **view.frame(part.route, group.name, note.summary if note else NOTHING),
            breadcrumbs=_breadcrumbs(view, groups, group),
            kind=taxonomy.name,
            cards=shown if taxonomy.oldest_first else shown[::-1],
            pager=pager(view, part, group.route, oldest_first=taxonomy.oldest_first),
            intro=view.prose(note.body, note.references) if note and is_own else None,
            cover=view.figure(note.cover) if note and is_own else None,
            children=tuple(map(view.term_link, groups.narrower.get(group.key, ()))) if is_own else (),
        )


def _cards(view: View, groups: Groups, group: Group) -> tuple[Card, ...]:
    if groups.taxonomy.key == "series":
        return tuple(view.card(article, number=number) for number, article in numbered(group, "series"))
    return view.cards(group.articles)


def _breadcrumbs(view: View, groups: Groups, group: Group) -> tuple[Link, ...]:
    above = (group.key[:depth] for depth in range(1, len(group.key)))
    wider = (groups.by_key[key] for key in above)
    start = view.link(groups.taxonomy.name, terms_route(groups.taxonomy.key))
    return (start, *(view.link(each.name, each.route) for each in wider))
