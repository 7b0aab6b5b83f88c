"""Plan the archive: the years, the months, and what has no date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sitegen.model import ArchiveSheet, Entry, Lead, ListSheet, RoughDate, Standing, Tally
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import ARCHIVE, UNDATED, month_route, year_route
from sitegen.planner.words import ARCHIVE as ARCHIVE_NAME
from sitegen.planner.words import MONTH, NOTHING, word
from sitegen.planner.words import UNDATED as UNDATED_NAME

Year = dict[str | None, list[int]]
"""The places of the articles of each month; under None those whose month is not known."""

ALL_YEARS = Lead(ARCHIVE_NAME, ARCHIVE)
WITHOUT_DATE = Lead(UNDATED_NAME, UNDATED)
UNDATED_CRUMBS = (WITHOUT_DATE,)


def archive_sheets(shelf: Shelf) -> Iterator[ArchiveSheet | ListSheet]:
    """Plan the page of all years, and those of each year and month."""
    years, undated = by_year(shelf.standing)
    yield overview(years, undated)
    for year, months in years.items():
        yield year_sheet(shelf, year, months)
        yield from (month_sheet(shelf, year, month, months[month]) for month in months if month)
    if undated:
        yield undated_sheet(shelf, undated)


def by_year(standing: Sequence[Standing]) -> tuple[dict[str, Year], list[int]]:
    """Sort the places of articles by year and month; those without a date apart."""
    years: dict[str, Year] = defaultdict(lambda: defaultdict(list))
    undated = []
    for at, (_, _, _, date) in enumerate(standing):
        if date:
            years[date[:4]][date[5:7] or None].append(at)
        else:
            undated.append(at)
    return years, undated


def overview(years: dict[str, Year], undated: list[int]) -> ArchiveSheet:
    """Plan the page of all years."""
    return ArchiveSheet(
        route=ARCHIVE,
        title=ARCHIVE_NAME,
        breadcrumbs=(),
        years=tuple(_year(year, years[year]) for year in sorted(years, reverse=True)),
        undated=Tally(WITHOUT_DATE, len(undated)) if undated else None,
    )


def undated_sheet(shelf: Shelf, undated: list[int]) -> ListSheet:
    """Plan the list of what has no date."""
    return ListSheet(
        route=UNDATED,
        title=UNDATED_NAME,
        description=NOTHING,
        breadcrumbs=(ALL_YEARS,),
        kind=ARCHIVE_NAME,
        entries=_entries(shelf, undated),
    )


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


def _year(year: str, months: Year) -> tuple[Tally, tuple[Tally, ...]]:
    count = sum(map(len, months.values()))
    known = sorted(filter(None, months))
    return Tally(_year_lead(year), count), tuple(Tally(_month_lead(year, m), len(months[m])) for m in known)


def year_sheet(shelf: Shelf, year: str, months: Year) -> ArchiveSheet:
    """Plan the page of a year."""
    return ArchiveSheet(
        route=year_route(year),
        title=word(f"{year}年"),
        breadcrumbs=(ALL_YEARS,),
        years=(_year(year, months),),
        entries=_entries(shelf, months.get(None, ())),
    )


def month_sheet(shelf: Shelf, year: str, month: str, places: list[int]) -> ListSheet:
    """Plan the page of a month."""
    return ListSheet(
        route=month_route(year, month),
        title=word(f"{year}年{int(month)}月"),
        description=NOTHING,
        breadcrumbs=(ALL_YEARS, _year_lead(year)),
        kind=MONTH,
        entries=_entries(shelf, places[::-1]),
    )


def _entries(shelf: Shelf, places: Iterable[int]) -> tuple[Entry, ...]:
    return shelf.entries_of(shelf.articles[at] for at in places)
