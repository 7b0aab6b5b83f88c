"""Put dated articles into years, months and days, and find what stands beside each of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sitegen.model import Standing

Year = dict[str | None, list[int]]
"""The places of the articles of each month; under None those whose month is not known."""

Month = tuple[str, str]
"""A year in four digits and a month in two."""

Day = tuple[str, str]
"""A month and a day in two digits each, whatever the year."""

MONTHS = tuple(f"{month:02}" for month in range(1, 13))
Item = TypeVar("Item", str, Month, Day)


@dataclass(frozen=True, slots=True)
class Dates:
    """The places of articles by year, by month and by day of any year, each oldest first; all keys are in order."""

    years: dict[str, Year]
    months: dict[Month, list[int]]
    days: dict[Day, list[int]]
    undated: list[int]


UNDATED = "undated"
"""The year of what has no date."""


def year_of(standing: Standing) -> str:
    """The year that an article belongs to, in four digits."""
    return parts_of_date(standing.date)[0] if standing.date else UNDATED


def dates_of(standing: Sequence[Standing]) -> Dates:
    """Sort the places of articles, which come oldest first."""
    years: dict[str, Year] = defaultdict(lambda: defaultdict(list))
    days: dict[Day, list[int]] = defaultdict(list)
    undated = []
    for at, (_, _, _, date) in enumerate(standing):
        if date:
            year, month, day = parts_of_date(date)
            years[year][month].append(at)
            if month and day:
                days[month, day].append(at)
        else:
            undated.append(at)
    in_order = {year: dict(months) for year, months in sorted(years.items())}
    return Dates(in_order, _by_month(in_order), dict(sorted(days.items())), undated)


def parts_of_date(date: str) -> tuple[str, str | None, str | None]:
    """The year, month and day of a date as RoughDate.iso writes it, as far as they are known."""
    return date[:4], date[5:7] or None, date[8:10] or None


def _by_month(years: dict[str, Year]) -> dict[Month, list[int]]:
    return {(year, month): months[month] for year, months in years.items() for month in MONTHS if month in months}


def beside(item: Item, ordered: Sequence[Item]) -> tuple[Item | None, Item | None]:
    """What stands before and after an item in a sorted sequence that holds it."""
    at = bisect_left(ordered, item)
    return (ordered[at - 1] if at else None), (ordered[at + 1] if at + 1 < len(ordered) else None)
