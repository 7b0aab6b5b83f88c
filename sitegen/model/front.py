"""The ways in for those who look for nothing: the front page, and batches picked as if by chance."""

from msgspec import Struct

from sitegen.model.listed import Card, Entry, Run, SeriesCard, Tally, TermLink
from sitegen.model.page import Figure, Link, PageBase
from sitegen.model.sheet import Cover, Lead, Sheet
from sitegen.model.text import Text


class FrontSheet(Sheet, frozen=True, kw_only=True):
    """The way in: the first of the newest with its picture, the series that are running, and ways by year and term."""

    title: Text
    description: Text
    first: Entry | None
    cover: Cover | None
    newest: tuple[Entry, ...]
    running: tuple[tuple[Run, Cover | None], ...]
    years: tuple[Tally, ...]
    lists: tuple[tuple[Lead, tuple[Tally, ...]], ...]


class FrontList(Struct, frozen=True, kw_only=True):
    """Some links of one kind on the front page, and where all of them are."""

    link: Link
    terms: tuple[TermLink, ...]


class FrontPage(PageBase, frozen=True, kw_only=True):
    """The way in: the first of the newest with its picture, the series that are running, ways by year, place and tag."""

    first: Card | None
    cover: Figure | None
    newest: tuple[Card, ...]
    running: tuple[SeriesCard, ...]
    years: tuple[TermLink, ...]
    days: Link
    chance: Link
    lists: tuple["FrontList", ...]


class ChanceSheet(Sheet, frozen=True, kw_only=True):
    """A batch of articles that are picked as if by chance, and how many batches there are."""

    title: Text
    number: int
    count: int
    entries: tuple[Entry, ...]


class ChancePage(PageBase, frozen=True, kw_only=True):
    """A batch of articles picked as if by chance, and the way to the next."""

    number: int
    cards: tuple[Card, ...]
    batches: tuple[str, ...]
    following: str | None
    archive: str
