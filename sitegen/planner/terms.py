"""Plan the pages of all terms of a taxonomy, each kind of taxonomy in a way of its own."""

from collections.abc import Iterator

from sitegen.errors import Place, Warn
from sitegen.messages import message
from sitegen.model import Alike, AllSeriesSheet, Key, Lead, Tally, TermsSheet, Text, TreeSheet
from sitegen.planner.glance import runs
from sitegen.planner.shelf import SERIES, Shelf
from sitegen.planner.taxonomy import Group, Groups
from sitegen.planner.tiles import tiles_of
from sitegen.planner.urls import terms_route


def all_terms_sheet(shelf: Shelf, groups: Groups) -> TermsSheet | TreeSheet | AllSeriesSheet:
    """The page that leads to every term of a taxonomy."""
    taxonomy = groups.taxonomy
    route = terms_route(taxonomy.key)
    if taxonomy.key == SERIES:
        return AllSeriesSheet(route=route, title=taxonomy.name, series=runs(shelf, groups.by_key.values()))
    terms = tuple(_tree(groups, (), 0))
    if taxonomy.hierarchical:
        return TreeSheet(route=route, title=taxonomy.name, terms=terms, tiles=tiles_of(groups, ()))
    return TermsSheet(route=route, title=taxonomy.name, breadcrumbs=(), terms=terms)


def has_overview(shelf: Shelf, groups: Groups) -> bool:
    """Whether there is a page of all terms: where there is a term, or the site's own navigation leads there."""
    return bool(groups.by_key) or is_named(shelf, groups)


def is_named(shelf: Shelf, groups: Groups) -> bool:
    """Whether the navigation of `site.yaml` leads to all terms of a taxonomy."""
    route = terms_route(groups.taxonomy.key)
    return any(each.url in {route, route.rstrip("/")} for each in shelf.facts.navigation)


def empty_overviews(shelf: Shelf) -> Iterator[Warn]:
    """Name what the navigation leads to and where nothing is listed."""
    for groups in shelf.groups.values():
        if not groups.by_key and is_named(shelf, groups):
            key = groups.taxonomy.key
            problem = message(
                "`navigation` leads to {address}, and no article has any `{key}`: the page is empty",
                address=terms_route(key),
                key=key,
            )
            hint = message("take it out of `navigation:` until one has")
            yield Warn(code="empty-list", problem=problem, place=Place("site.yaml"), hint=hint)


def alike_sheet(shelf: Shelf, groups: Groups, alike: Alike) -> TermsSheet:
    """The page at an address that several terms would have, which leads to each of them."""
    return TermsSheet(
        route=alike.route,
        title=Text(alike.slug, shelf.facts.language, fixed=True),
        breadcrumbs=(all_terms_of(groups),),
        terms=tuple(tally_of(groups.by_key[key]) for key in alike.keys),
    )


def tally_of(group: Group, depth: int = 0) -> Tally:
    """A term with the count of its articles."""
    return Tally(group.lead, len(group.articles), depth)


def all_terms_of(groups: Groups) -> Lead:
    """The way to all terms of a taxonomy."""
    return Lead(groups.taxonomy.name, terms_route(groups.taxonomy.key))


def _tree(groups: Groups, key: Key, depth: int) -> Iterator[Tally]:
    for group in groups.narrower.get(key, ()):
        yield tally_of(group, depth)
        yield from _tree(groups, group.key, depth + 1)
