"""Plan the archive: the years, the months, and what has no date."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from sitegen.model import ArchiveSheet, Article, Lead, ListSheet, RoughDate, Tally
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import ARCHIVE, UNDATED, month_route, year_route
from sitegen.planner.words import ARCHIVE as ARCHIVE_NAME
from sitegen.planner.words import MONTH, NOTHING, word
from sitegen.planner.words import UNDATED as UNDATED_NAME

Year = dict[str | None, list[Article]]
ALL_YEARS = Lead(ARCHIVE_NAME, ARCHIVE)
WITHOUT_DATE = Lead(UNDATED_NAME, UNDATED)
UNDATED_CRUMBS = (WITHOUT_DATE,)


def archive_sheets(shelf: Shelf) -> Iterator[ArchiveSheet | ListSheet]:
    """Plan the page of all years, and those of each year and month."""
    years = _by_year(shelf.articles)
    undated = tuple(article for article in shelf.articles if not article.date)
    yield ArchiveSheet(
        route=ARCHIVE,
        title=ARCHIVE_NAME,
        breadcrumbs=(),
        years=tuple(_year(year, years[year]) for year in sorted(years, reverse=True)),
        undated=Tally(WITHOUT_DATE, len(undated)) if undated else None,
    )
    for year, months in years.items():
        yield _year_sheet(shelf, year, months)
        yield from (_month_sheet(shelf, year, month, months[month]) for month in months if month)
    if undated:
        yield ListSheet(
            route=UNDATED,
            title=UNDATED_NAME,
            description=NOTHING,
            breadcrumbs=(ALL_YEARS,),
            kind=ARCHIVE_NAME,
            entries=shelf.entries_of(undated),
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


def _by_year(articles: tuple[Article, ...]) -> dict[str, Year]:
    """Sort dated articles by year and month; under None those whose month is not known."""
    years: dict[str, Year] = defaultdict(lambda: defaultdict(list))
    for article in articles:
        if article.date:
            years[article.date.year][article.date.month].append(article)
    return years


def _year(year: str, months: Year) -> tuple[Tally, tuple[Tally, ...]]:
    count = sum(map(len, months.values()))
    known = sorted(filter(None, months))
    return Tally(_year_lead(year), count), tuple(Tally(_month_lead(year, m), len(months[m])) for m in known)


def _year_sheet(shelf: Shelf, year: str, months: Year) -> ArchiveSheet:
    return ArchiveSheet(
        route=year_route(year),
        title=word(f"{year}年"),
        breadcrumbs=(ALL_YEARS,),
        years=(_year(year, months),),
        entries=shelf.entries_of(months.get(None, ())),
    )


def _month_sheet(shelf: Shelf, year: str, month: str, articles: list[Article]) -> ListSheet:
    return ListSheet(
        route=month_route(year, month),
        title=word(f"{year}年{int(month)}月"),
        description=NOTHING,
        breadcrumbs=(ALL_YEARS, _year_lead(year)),
        kind=MONTH,
        entries=shelf.entries_of(reversed(articles)),
    )
