"""Plan the pages that stand alone: the front page, plain pages, the page for lost visitors."""

from collections.abc import Iterator

from sitegen.model import FrontSheet, Lead, NotFoundSheet, ProseSheet, Tally
from sitegen.planner.lists import all_terms_of, tally_of
from sitegen.planner.shelf import Shelf
from sitegen.planner.targets import targets_of
from sitegen.planner.taxonomy import Group, Groups
from sitegen.planner.urls import FRONT, NOT_FOUND

NEWEST = 12
TERMS = 24


def front_sheet(shelf: Shelf) -> FrontSheet:
    """Show the newest articles, and of each taxonomy the terms with the most."""
    return FrontSheet(
        route=FRONT,
        title=shelf.facts.title,
        description=shelf.facts.description,
        newest=shelf.entries_of(shelf.articles[: -NEWEST - 1 : -1]),
        lists=tuple(_list(groups) for groups in shelf.groups.values() if groups.by_key),
    )


def prose_sheets(shelf: Shelf) -> Iterator[ProseSheet]:
    """Plan the pages of content/pages/."""
    for page in shelf.pages:
        yield ProseSheet(
            route=shelf.routes[page.file], source=page, body=page.body, targets=targets_of(shelf, page.references)
        )


def not_found() -> NotFoundSheet:
    """Plan what a host shows for an address that leads nowhere."""
    return NotFoundSheet(route=NOT_FOUND)


def _list(groups: Groups) -> tuple[Lead, tuple[Tally, ...]]:
    leaves = [group for group in groups.by_key.values() if group.key not in groups.narrower]
    largest = sorted(leaves, key=_by_size)[:TERMS]
    return all_terms_of(groups), tuple(map(tally_of, largest))


def _by_size(group: Group) -> tuple[int, str]:
    return -len(group.articles), group.route
