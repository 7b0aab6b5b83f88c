"""Plan the one sheet that stands at a route, from a shelf: the same that the whole plan has there, or none where only that can tell."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import AnySheet, Cards
from sitegen.planner.archive import archive_sheet, month_sheet, undated_sheet, year_sheet
from sitegen.planner.articles import article_sheet
from sitegen.planner.beside import beside_sheets
from sitegen.planner.cards import site_card, term_card, with_cards
from sitegen.planner.dates import Dates, dates_of
from sitegen.planner.days import day_sheet, days_sheet
from sitegen.planner.front import front_sheet, not_found, prose_sheets
from sitegen.planner.lists import term_lists
from sitegen.planner.shelf import Shelf
from sitegen.planner.taxonomy import Group, Groups
from sitegen.planner.terms import all_terms_sheet, has_overview
from sitegen.planner.urls import (
    ARCHIVE,
    DAYS,
    FRONT,
    NOT_FOUND,
    UNDATED,
    card_route,
    day_route,
    month_route,
    terms_route,
    year_route,
)

PART = re.compile(r"(/.*/)page/\d+/")


@dataclass(frozen=True, slots=True)
class Finder:
    """What has to be known to plan one sheet of a shelf: the places of articles, and terms, by route."""

    shelf: Shelf
    dates: Dates
    places: Mapping[str, int]
    terms: Mapping[str, tuple[Groups, Group]]

    def sheet_at(self, route: str) -> AnySheet | None:
        """The sheet at a route; None where there is none, or it takes the whole plan to know."""
        if route in self.places:
            return article_sheet(self.shelf, self.places[route])
        if route.endswith(card_route("/")):
            return next((each for each in self._cards(route) if each.route == route), None)
        return next((each for each in self._others(route) if each.route == route), None)

    def _cards(self, route: str) -> Iterator[AnySheet]:
        of, facts = route.removesuffix(card_route("")), self.shelf.facts
        if of in self.places:
            yield from with_cards([article_sheet(self.shelf, self.places[of])])
        elif facts.cards is Cards.DRAWN and of in self.terms:
            groups, group = self.terms[of]
            yield term_card(facts, groups.taxonomy, group)
        elif facts.cards is Cards.DRAWN and of == FRONT and route not in self.shelf.copies:
            yield site_card(facts)

    def _others(self, route: str) -> Iterator[AnySheet]:
        """Sheets of which one may be that of the route."""
        home = route[: route.rfind("/") + 1]
        if home in self.places:
            yield from beside_sheets(self.shelf, [self.places[home]])
        head = match[1] if (match := PART.fullmatch(route)) else route
        if head in self.terms:
            yield from term_lists(self.shelf, *self.terms[head])
        elif route.startswith(ARCHIVE):
            yield from self._dated(route)
        elif route == FRONT:
            yield front_sheet(self.shelf, self.dates)
        elif route == NOT_FOUND:
            yield not_found()
        else:
            of_terms = (each for key, each in self.shelf.groups.items() if terms_route(key) == route)
            yield from (all_terms_sheet(self.shelf, each) for each in of_terms if has_overview(self.shelf, each))
            yield from prose_sheets(self.shelf)

    def _dated(self, route: str) -> Iterator[AnySheet]:
        shelf, dates = self.shelf, self.dates
        if route == ARCHIVE:
            yield archive_sheet(dates)
        elif route == DAYS:
            yield days_sheet(dates)
        elif route == UNDATED and dates.undated:
            yield undated_sheet(shelf, dates)
        yield from (year_sheet(shelf, dates, each) for each in dates.years if year_route(each) == route)
        yield from (month_sheet(shelf, dates, each) for each in dates.months if month_route(*each) == route)
        yield from (day_sheet(shelf, dates, each) for each in dates.days if day_route(*each) == route)


def finder_of(shelf: Shelf, routes: Sequence[str] | None = None) -> Finder:
    """Make ready to find sheets; `routes` are those of the articles in the order of time, where they are known."""
    known = routes if routes is not None else [shelf.routes[each.file] for each in shelf.standing]
    terms = {each.route: (groups, each) for groups in shelf.groups.values() for each in groups.by_key.values()}
    return Finder(shelf, dates_of(shelf.standing), {route: at for at, route in enumerate(known)}, terms)
