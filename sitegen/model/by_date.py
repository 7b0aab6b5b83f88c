"""The ways by date: years, a year, a month, the days that all years share."""

from msgspec import Struct

from sitegen.model.drawn import Bar, Cell, Week
from sitegen.model.listed import Card, Entry, Tally, TermLink
from sitegen.model.page import Link, PageBase
from sitegen.model.sheet import Lead, Sheet
from sitegen.model.text import RoughDate, Text


class YearTally(Struct, frozen=True):
    """A year with the count of its articles, and each of its twelve months, also those without any."""

    lead: Lead
    count: int
    months: tuple[Tally, ...]


class ArchiveSheet(Sheet, frozen=True, kw_only=True):
    """All years with their months."""

    title: Text
    years: tuple[YearTally, ...]
    undated: Tally | None


class ArchivePage(PageBase, frozen=True, kw_only=True):
    """The years, each with a bar for each of its months."""

    years: tuple[tuple[TermLink, tuple[Bar, ...]], ...]
    undated: TermLink | None
    days: Link
    chance: Link


class YearSheet(Sheet, frozen=True, kw_only=True):
    """A year: its months, the newest articles of each of the twelve, and what has no month."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    year: YearTally
    newest: tuple[tuple[Entry, ...], ...]
    entries: tuple[Entry, ...]
    earlier: Lead | None
    later: Lead | None


class YearPage(PageBase, frozen=True, kw_only=True):
    """A year: a bar for each month, the newest articles of each, and what has no month."""

    count: int
    bars: tuple[Bar, ...]
    months: tuple[tuple[TermLink, tuple[Card, ...]], ...]
    cards: tuple[Card, ...]
    earlier: Link | None
    later: Link | None


class MonthSheet(Sheet, frozen=True, kw_only=True):
    """The articles of a month, newest first."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    period: RoughDate
    entries: tuple[Entry, ...]
    earlier: Lead | None
    later: Lead | None


class DayCards(Struct, frozen=True, kw_only=True):
    """The articles of a day of a month; `link` leads to the same day of all years, `weekday` counts from 0 for Monday."""

    anchor: str
    link: Link
    weekday: int
    cards: tuple[Card, ...]


class MonthPage(PageBase, frozen=True, kw_only=True):
    """A month as a calendar and as a list by day; `cards` are those whose day is not known."""

    count: int
    weeks: tuple[Week, ...]
    days: tuple[DayCards, ...]
    cards: tuple[Card, ...]
    earlier: Link | None
    later: Link | None


class DaysSheet(Sheet, frozen=True, kw_only=True):
    """The days of each of the twelve months on which something was written, in whichever year."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    days: tuple[tuple[int, ...], ...]


class DaysPage(PageBase, frozen=True, kw_only=True):
    """Each month with all its days."""

    months: tuple[tuple[Text, tuple[Cell, ...]], ...]


class DaySheet(Sheet, frozen=True, kw_only=True):
    """The articles of a day of all years, newest first."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    entries: tuple[Entry, ...]
    earlier: Lead | None
    later: Lead | None


class DayPage(PageBase, frozen=True, kw_only=True):
    """The articles of a day of all years, by year."""

    years: tuple[tuple[Link, tuple[Card, ...]], ...]
    earlier: Link | None
    later: Link | None
