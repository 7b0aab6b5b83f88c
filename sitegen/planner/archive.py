"""Plan the archive: all years, each year and month, and what has no date."""

from collections.abc import Iterator
from functools import cache

from sitegen.model import (
    ArchiveSheet,
    Entry,
    Lead,
    ListSheet,
    MonthSheet,
    Precision,
    RoughDate,
    Tally,
    Text,
    YearSheet,
    YearTally,
)
from sitegen.planner.dates import MONTHS, Dates, Month, Year, beside
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import ARCHIVE, UNDATED, month_route, year_route
from sitegen.planner.words import ARCHIVE as ARCHIVE_NAME
from sitegen.planner.words import NOTHING, word
from sitegen.planner.words import UNDATED as UNDATED_NAME

NEWEST_OF_MONTH = 3
"""Articles of each month that the page of its year names."""

ALL_YEARS = Lead(ARCHIVE_NAME, ARCHIVE)
WITHOUT_DATE = Lead(UNDATED_NAME, UNDATED)
UNDATED_CRUMBS = (WITHOUT_DATE,)


def archive_sheets(shelf: Shelf, dates: Dates) -> Iterator[ArchiveSheet | YearSheet | MonthSheet | ListSheet]:
    """Plan the page of all years, and those of each year and month."""
    yield archive_sheet(dates)
    yield from (year_sheet(shelf, dates, year) for year in dates.years)
    yield from (month_sheet(shelf, dates, month) for month in dates.months)
    if dates.undated:
        yield undated_sheet(shelf, dates)


def archive_sheet(dates: Dates) -> ArchiveSheet:
    """Show every year with its months."""
    return ArchiveSheet(
        route=ARCHIVE,
        title=ARCHIVE_NAME,
        years=tuple(year_tally(year, dates.years[year]) for year in reversed(dates.years)),
        undated=Tally(WITHOUT_DATE, len(dates.undated)) if dates.undated else None,
    )


def year_sheet(shelf: Shelf, dates: Dates, year: str) -> YearSheet:
    """Show the months of a year, and name the newest articles of each."""
    months = dates.years[year]
    earlier, later = beside(year, tuple(dates.years))
    return YearSheet(
        route=year_route(year),
        title=word(f"{year}年"),
        breadcrumbs=(ALL_YEARS,),
        year=year_tally(year, months),
        newest=tuple(shelf.entries_at(_newest(months, month)) for month in MONTHS),
        entries=shelf.entries_at(months.get(None, ())),
        earlier=_year_lead(earlier) if earlier else None,
        later=_year_lead(later) if later else None,
    )


def month_sheet(shelf: Shelf, dates: Dates, month: Month) -> MonthSheet:
    """Show every article of a month, newest first."""
    earlier, later = beside(month, tuple(dates.months))
    entries = shelf.entries_at(reversed(dates.months[month]))
    return MonthSheet(
        route=month_route(*month),
        title=_name_of(month),
        breadcrumbs=(ALL_YEARS, _year_lead(month[0])),
        period=_period(entries[0]),
        entries=entries,
        earlier=_whole_lead(earlier) if earlier else None,
        later=_whole_lead(later) if later else None,
    )


def undated_sheet(shelf: Shelf, dates: Dates) -> ListSheet:
    """List what has no date at all."""
    return ListSheet(
        route=UNDATED,
        title=UNDATED_NAME,
        description=NOTHING,
        breadcrumbs=(ALL_YEARS,),
        kind=ARCHIVE_NAME,
        entries=shelf.entries_at(dates.undated),
    )


def year_tally(year: str, months: Year) -> YearTally:
    """Count the articles of a year and of each of its months."""
    counts = tuple(Tally(_month_lead(year, month), len(months.get(month, ()))) for month in MONTHS)
    return YearTally(_year_lead(year), sum(map(len, months.values())), counts)


def crumbs_of(date: RoughDate | None) -> tuple[Lead, ...]:
    """Lead to an article by its date: the year, then the month."""
    return _crumbs(date.year, date.month) if date else UNDATED_CRUMBS


@cache
def _crumbs(year: str, month: str | None) -> tuple[Lead, ...]:
    return (_year_lead(year), _month_lead(year, month)) if month else (_year_lead(year),)


@cache
def _year_lead(year: str) -> Lead:
    return Lead(word(f"{year}年"), year_route(year))


@cache
def _month_lead(year: str, month: str) -> Lead:
    return Lead(word(f"{int(month)}月"), month_route(year, month))


def _whole_lead(month: Month) -> Lead:
    return Lead(_name_of(month), month_route(*month))


def _name_of(month: Month) -> Text:
    return word(f"{month[0]}年{int(month[1])}月")


def _newest(months: Year, month: str) -> list[int]:
    return months.get(month, [])[: -NEWEST_OF_MONTH - 1 : -1]


def _period(entry: Entry) -> RoughDate:
    """The month that an article of the archive is of."""
    if entry.date is None:
        raise ValueError(entry.lead.route)
    return entry.date.rougher(Precision.MONTH)
