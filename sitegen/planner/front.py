"""Plan the pages that stand alone: the front page, the page to search on, plain pages, the page for lost visitors."""

from collections.abc import Iterator

from sitegen.model import FrontSheet, Key, Lead, NotFoundSheet, ProseSheet, SearchSheet, Tally
from sitegen.planner.archive import year_tally
from sitegen.planner.dates import Dates
from sitegen.planner.glance import cover_of, running
from sitegen.planner.shelf import SERIES as NUMBERED
from sitegen.planner.shelf import Shelf
from sitegen.planner.targets import targets_of
from sitegen.planner.taxonomy import Group, Groups
from sitegen.planner.terms import all_terms_of, tally_of
from sitegen.planner.urls import FRONT, NOT_FOUND, SEARCH
from sitegen.planner.words import SEARCH as SEARCH_NAME

NEWEST = 12
"""Articles on the front page, the first of them with its picture."""

RUNNING = 40
"""A series is running while one of its parts is among so many newest articles."""

SERIES = 6
TERMS = 24


def front_sheet(shelf: Shelf, dates: Dates) -> FrontSheet:
    """Show the newest articles, the series that are running, and the ways by year and term."""
    newest = shelf.articles[: -NEWEST - 1 : -1]
    first = next((each for each in newest if each.cover), newest[0] if newest else None)
    return FrontSheet(
        route=FRONT,
        title=shelf.facts.title,
        description=shelf.facts.description,
        first=shelf.entries[first.file] if first else None,
        cover=cover_of(shelf, first.cover) if first else None,
        newest=shelf.entries_of(each for each in newest if each is not first),
        running=running(shelf, RUNNING, SERIES),
        years=tuple(_year(dates, year) for year in reversed(dates.years)),
        lists=tuple(map(_list, _shown(shelf))),
    )


def _year(dates: Dates, year: str) -> Tally:
    tally = year_tally(year, dates.years[year])
    return Tally(tally.lead, tally.count)


def prose_sheets(shelf: Shelf) -> Iterator[ProseSheet]:
    """Plan the pages of content/pages/."""
    for page in shelf.pages:
        yield ProseSheet(
            route=shelf.routes[page.file], source=page, body=page.body, targets=targets_of(shelf, page.references)
        )


def search_sheets(shelf: Shelf) -> Iterator[SearchSheet]:
    """Plan the page to search on, if the site is to have one."""
    if shelf.facts.search:
        taxonomies = tuple([(key, each.taxonomy.name) for key, each in shelf.groups.items() if each.by_key])
        yield SearchSheet(route=SEARCH, title=SEARCH_NAME, taxonomies=taxonomies)


def not_found() -> NotFoundSheet:
    """Plan what a host shows for an address that leads nowhere."""
    return NotFoundSheet(route=NOT_FOUND)


def _shown(shelf: Shelf) -> list[Groups]:
    """The taxonomies that the front page leads into, places and the like first; series have a place of their own."""
    several = [groups for key, groups in shelf.groups.items() if len(groups.by_key) > 1 and key != NUMBERED]
    return sorted(several, key=lambda groups: not groups.taxonomy.hierarchical)


def _list(groups: Groups) -> tuple[Lead, tuple[Tally, ...]]:
    """Of a taxonomy those with the most, in the order of their addresses; of wider and narrower ones the widest."""
    largest = sorted(_widest(groups), key=_by_size)[:TERMS]
    return all_terms_of(groups), tuple(map(tally_of, sorted(largest, key=lambda group: group.route)))


def _widest(groups: Groups, key: Key = ()) -> tuple[Group, ...]:
    """The widest terms of which there is more than one."""
    below = groups.narrower.get(key, ())
    return _widest(groups, below[0].key) if len(below) == 1 and below[0].key in groups.narrower else below


def _by_size(group: Group) -> tuple[int, str]:
    return -len(group.articles), group.route
