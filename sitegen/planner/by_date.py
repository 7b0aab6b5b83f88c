"""Lay out the pages of the archive for one script: bars, calendars, and lists by day or year."""

import calendar
from collections import defaultdict
from itertools import groupby

from sitegen.model import (
    ArchivePage,
    ArchiveSheet,
    Bar,
    Cell,
    ChancePage,
    ChanceSheet,
    DayCards,
    DayPage,
    DaySheet,
    DaysPage,
    DaysSheet,
    Entry,
    Lead,
    Link,
    MonthPage,
    MonthSheet,
    RoughDate,
    Tally,
    TermLink,
    Week,
    YearPage,
    YearSheet,
)
from sitegen.planner.days import day_lead
from sitegen.planner.urls import ARCHIVE, CHANCE, DAYS, batch_route, day_anchor, day_route, year_route
from sitegen.planner.view import View
from sitegen.planner.words import CHANCE as CHANCE_NAME
from sitegen.planner.words import DAYS as DAYS_NAME
from sitegen.planner.words import NOTHING, word

LEAP_YEAR = 2000
"""One in which every day of the year is."""

FULL = 100


def archive_page(sheet: ArchiveSheet, view: View) -> ArchivePage:
    """All years; the bars of all of them have one scale."""
    highest = max((month.count for year in sheet.years for month in year.months), default=1)
    return ArchivePage(
        **view.frame(sheet.route, sheet.title, NOTHING),
        years=tuple((_year(each.lead, each.count, view), bars_of(each.months, highest, view)) for each in sheet.years),
        undated=view.term_link(sheet.undated) if sheet.undated else None,
        days=view.link(Lead(DAYS_NAME, DAYS)),
        chance=view.link(Lead(CHANCE_NAME, CHANCE)),
    )


def year_page(sheet: YearSheet, view: View) -> YearPage:
    """A year, whose bars have a scale of their own."""
    months = sheet.year.months
    named = [(month, newest) for month, newest in zip(months, sheet.newest, strict=True) if newest]
    return YearPage(
        **view.frame(sheet.route, sheet.title, NOTHING, sheet.breadcrumbs),
        count=sheet.year.count,
        bars=bars_of(months, max(month.count for month in months), view),
        months=tuple((view.term_link(month), tuple(map(view.card, newest))) for month, newest in named),
        cards=tuple(map(view.card, sheet.entries)),
        earlier=view.link_or_none(sheet.earlier),
        later=view.link_or_none(sheet.later),
    )


def month_page(sheet: MonthSheet, view: View) -> MonthPage:
    """A month as a calendar, and its articles by day."""
    by_day: dict[str | None, list[Entry]] = defaultdict(list)
    for each in sheet.entries:
        by_day[_date_of(each).day].append(each)
    rough = by_day.pop(None, [])
    here = view.urls.href(sheet.route)
    return MonthPage(
        **view.frame(sheet.route, sheet.title, NOTHING, sheet.breadcrumbs),
        count=len(sheet.entries),
        weeks=weeks_of(sheet.period, {int(day): len(entries) for day, entries in by_day.items() if day}, here),
        days=tuple(_day_cards(sheet.period, day, by_day[day], view) for day in by_day if day),
        cards=tuple(map(view.card, rough)),
        earlier=view.link_or_none(sheet.earlier),
        later=view.link_or_none(sheet.later),
    )


def days_page(sheet: DaysSheet, view: View) -> DaysPage:
    """Every day of the year, those with articles as links."""
    return DaysPage(
        **view.frame(sheet.route, sheet.title, NOTHING, sheet.breadcrumbs),
        months=tuple((word(f"{month}月"), _month_cells(month, days, view)) for month, days in enumerate(sheet.days, 1)),
    )


def day_page(sheet: DaySheet, view: View) -> DayPage:
    """A day of the year by year."""
    by_year = groupby(sheet.entries, key=_year_of)
    return DayPage(
        **view.frame(sheet.route, sheet.title, NOTHING, sheet.breadcrumbs),
        years=tuple((_year_link(year, view), tuple(map(view.card, entries))) for year, entries in by_year),
        earlier=view.link_or_none(sheet.earlier),
        later=view.link_or_none(sheet.later),
    )


def chance_page(sheet: ChanceSheet, view: View) -> ChancePage:
    """A batch, and the way round all of them."""
    to = view.urls.href
    return ChancePage(
        **view.frame(sheet.route, sheet.title, NOTHING),
        number=sheet.number,
        cards=tuple(map(view.card, sheet.entries)),
        batches=tuple(to(batch_route(number)) for number in range(1, sheet.count + 1)),
        following=to(batch_route(sheet.number % sheet.count + 1)) if sheet.count > 1 else None,
        archive=to(ARCHIVE),
    )


def bars_of(months: tuple[Tally, ...], highest: int, view: View) -> tuple[Bar, ...]:
    """Twelve bars; whatever is there shows, however little it is."""
    return tuple(_bar(each, highest, view) for each in months)


def weeks_of(period: RoughDate, counts: dict[int, int], here: str) -> tuple[Week, ...]:
    """The weeks of a month from Monday, each day that has a count with its place on the page `here`."""
    weeks = calendar.Calendar().monthdayscalendar(period.start.year, period.start.month)
    return tuple(tuple(_cell(day, counts.get(day, 0), here) if day else None for day in week) for week in weeks)


def _bar(month: Tally, highest: int, view: View) -> Bar:
    url = view.urls.href(month.lead.route) if month.count else None
    return Bar(text=month.lead.text, url=url, count=month.count, height=-(-FULL * month.count // max(1, highest)))


def _cell(day: int, count: int, here: str) -> Cell:
    return Cell(number=day, url=f"{here}#{day_anchor(f'{day:02}')}" if count else None, count=count)


def _month_cells(month: int, days: tuple[int, ...], view: View) -> tuple[Cell, ...]:
    last = calendar.monthrange(LEAP_YEAR, month)[1]
    return tuple(_day_of_year(month, day, view, is_there=day in days) for day in range(1, last + 1))


def _day_of_year(month: int, day: int, view: View, *, is_there: bool) -> Cell:
    url = view.urls.href(day_route(f"{month:02}", f"{day:02}")) if is_there else None
    return Cell(number=day, url=url, count=int(is_there))


def _day_cards(period: RoughDate, day: str, entries: list[Entry], view: View) -> DayCards:
    return DayCards(
        anchor=day_anchor(day),
        link=view.link(day_lead(f"{period.month}", day)),
        weekday=period.start.replace(day=int(day)).weekday(),
        cards=tuple(map(view.card, entries)),
    )


def _year(lead: Lead, count: int, view: View) -> TermLink:
    return TermLink(link=view.link(lead), count=count)


def _year_link(year: str, view: View) -> Link:
    return view.link(Lead(word(f"{year}年"), year_route(year)))


def _year_of(entry: Entry) -> str:
    return _date_of(entry).year


def _date_of(entry: Entry) -> RoughDate:
    """The date of an entry that is in the archive because it has one."""
    if entry.date is None:
        raise ValueError(entry.lead.route)
    return entry.date
