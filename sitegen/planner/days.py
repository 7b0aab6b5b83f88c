"""Plan the days of the year: what was written on a day, in whichever year."""

from collections.abc import Iterator
from functools import cache

from sitegen.model import DaySheet, DaysSheet, Lead
from sitegen.planner.archive import ALL_YEARS
from sitegen.planner.dates import MONTHS, Dates, Day, beside
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import DAYS, day_route
from sitegen.planner.words import DAYS as DAYS_NAME
from sitegen.planner.words import word

ALL_DAYS = Lead(DAYS_NAME, DAYS)


def day_sheets(shelf: Shelf, dates: Dates) -> Iterator[DaysSheet | DaySheet]:
    """Plan the page of all days, and that of each day with an article."""
    yield days_sheet(dates)
    yield from (day_sheet(shelf, dates, day) for day in dates.days)


def days_sheet(dates: Dates) -> DaysSheet:
    """Show which days of each month have an article.

    How many is left out, so that the page changes no more than 366 times.
    """
    days = tuple(tuple(int(day) for of, day in dates.days if of == month) for month in MONTHS)
    return DaysSheet(route=DAYS, title=DAYS_NAME, breadcrumbs=(ALL_YEARS,), days=days)


def day_sheet(shelf: Shelf, dates: Dates, day: Day) -> DaySheet:
    """Show the articles of a day of all years, the newest first."""
    earlier, later = beside(day, tuple(dates.days))
    return DaySheet(
        route=day_route(*day),
        title=day_lead(*day).text,
        breadcrumbs=(ALL_YEARS, ALL_DAYS),
        entries=shelf.entries_at(reversed(dates.days[day])),
        earlier=day_lead(*earlier) if earlier else None,
        later=day_lead(*later) if later else None,
    )


@cache
def day_lead(month: str, day: str) -> Lead:
    """The way to a day of the year."""
    return Lead(word(f"{int(month)}月{int(day)}日"), day_route(month, day))
