"""Plan the pages that stand alone: the front page, plain pages, the page for lost visitors."""

from collections.abc import Iterator

from sitegen.model import FrontList, FrontPage, NotFoundPage, ProsePage
from sitegen.planner.taxonomy import Group, Groups
from sitegen.planner.urls import FRONT, NOT_FOUND, terms_route
from sitegen.planner.view import View
from sitegen.planner.words import NOT_FOUND as NOT_FOUND_TITLE
from sitegen.planner.words import NOTHING

NEWEST = 12
TERMS = 24


def front_page(view: View) -> FrontPage:
    """Show the newest articles, and of each taxonomy the terms with the most."""
    facts = view.shelf.facts
    return FrontPage(
        **view.frame(FRONT, facts.title, facts.description),
        newest=view.cards(view.shelf.articles[: -NEWEST - 1 : -1]),
        lists=tuple(_list(view, groups) for groups in view.shelf.groups if groups.by_key),
    )


def prose_pages(view: View) -> Iterator[ProsePage]:
    """Plan the pages of content/pages/."""
    for page in view.shelf.pages:
        frame = view.frame(view.shelf.routes[page.file], page.title, page.summary)
        yield ProsePage(**frame, prose=view.prose(page.body, page.references))


def not_found(view: View) -> NotFoundPage:
    """Plan what a host shows for an address that leads nowhere."""
    return NotFoundPage(**view.frame(NOT_FOUND, NOT_FOUND_TITLE, NOTHING))


def _list(view: View, groups: Groups) -> FrontList:
    leaves = [group for group in groups.by_key.values() if group.key not in groups.narrower]
    largest = sorted(leaves, key=_by_size)[:TERMS]
    return FrontList(
        link=view.link(groups.taxonomy.name, terms_route(groups.taxonomy.key)),
        terms=tuple(map(view.term_link, largest)),
    )


def _by_size(group: Group) -> tuple[int, str]:
    return -len(group.articles), group.route
