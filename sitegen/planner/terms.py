"""Plan the pages of all terms of a taxonomy, each kind of taxonomy in a way of its own."""

from collections.abc import Iterator

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
