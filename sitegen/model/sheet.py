"""What a page will show, whatever the script: planned once, laid out for each script that needs it.

A sheet holds all that its pages show, by value, with *routes* (addresses inside one script's part of the site) in place of
links. Nothing else is at hand when it is laid out, so that equal sheets give equal pages.
"""

from msgspec import Struct

from sitegen.model.article import Article, Body, DatedNote, Picture, PlainPage
from sitegen.model.form import Beside
from sitegen.model.picture import Shown
from sitegen.model.text import RoughDate, Span, Text


class Lead(Struct, frozen=True):
    """Words that lead to a route."""

    text: Text
    route: str


class Target(Struct, frozen=True):
    """Where a link of the content leads; what is `shared` stands once, at the root, for all scripts.

    `picture` is what is shown in its place; a lost one leads nowhere.
    """

    route: str = ""
    shared: bool = False
    suffix: str = ""
    picture: Shown | None = None


Targets = tuple[tuple[str, Target], ...]
"""A link or picture as its author wrote it, and where it leads."""


class Entry(Struct, frozen=True):
    """An article as lists show it."""

    lead: Lead
    summary: Text
    date: RoughDate | None


class Tally(Struct, frozen=True):
    """A term, month or year with the count of its articles; `depth` counts from 0 at the widest."""

    lead: Lead
    count: int
    depth: int = 0


class Cover(Struct, frozen=True):
    """A picture beside a way in, and where its file is."""

    picture: Picture
    target: Target


class Run(Struct, frozen=True):
    """A series at a glance: what it is about, how long it is, and its newest part."""

    lead: Lead
    summary: Text
    count: int
    span: Span | None
    newest: Lead


class Tile(Struct, frozen=True):
    """A place on a map of tiles; one without articles leads nowhere."""

    name: Text
    route: str | None
    count: int
    column: int
    row: int


class YearTally(Struct, frozen=True):
    """A year with the count of its articles, and each of its twelve months, also those without any."""

    lead: Lead
    count: int
    months: tuple[Tally, ...]


class Pages(Struct, frozen=True):
    """The ways from a part of a long list to the others, by number and route; the head stands at the list's own."""

    number: int
    is_head: bool
    near: tuple[tuple[int, str], ...]
    newest: str | None
    newer: str | None
    older: str | None
    oldest_first: bool


class Place(Struct, frozen=True):
    """An article's place in a series, with what may stand there however many come after: its words, and its beginning."""

    series: Lead
    number: int
    previous: Lead | None
    following: Lead | None
    summary: Text | None = None
    first: Lead | None = None


class Sheet(Struct, frozen=True, kw_only=True, tag=True):
    """What every page has."""

    route: str


class ArticleSheet(Sheet, frozen=True, kw_only=True):
    """An article among its neighbours. Terms stand in the order that the article names them; `publisher` is the site, `beside` the forms that it is told in too.

    The route that it had `first`, where it has another now, names it for programs. `card` is the route of the picture that stands for a link to it, where it shows none itself.
    """

    article: Article
    body: Body
    breadcrumbs: tuple[Lead, ...]
    terms: tuple[tuple[str, Text, tuple[tuple[Lead, ...], ...]], ...]
    series: tuple[Place, ...]
    related: tuple[Lead, ...]
    earlier: Lead | None
    later: Lead | None
    targets: Targets
    mark: Text | None
    publisher: Text
    beside: tuple[Beside, ...] = ()
    first: str | None = None
    card: str | None = None


class TombstoneSheet(Sheet, frozen=True, kw_only=True):
    """What stands where an article was withdrawn, or where something was once and is gone: of that the `note` says nothing."""

    note: DatedNote


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


class ListSheet(Sheet, frozen=True, kw_only=True):
    """A list of articles: a part of those of a term, or the undated. `numbers` are those of a series.

    The head of a list says how much it holds, and shows what lies below it, also as `tiles`; `feed` is the route of its feed, `card` that of the picture that
    stands for a link to the term.
    """

    title: Text
    description: Text
    breadcrumbs: tuple[Lead, ...]
    kind: Text
    entries: tuple[Entry, ...]
    numbers: tuple[int, ...] = ()
    pages: Pages | None = None
    body: Body | None = None
    cover: Picture | None = None
    targets: Targets = ()
    count: int = 0
    span: Span | None = None
    children: tuple[Tally, ...] = ()
    tiles: tuple[Tile, ...] = ()
    feed: str | None = None
    card: str | None = None


class TermsSheet(Sheet, frozen=True, kw_only=True):
    """All terms of a taxonomy, or the few that are spelled alike."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    terms: tuple[Tally, ...]


class TreeSheet(Sheet, frozen=True, kw_only=True):
    """All terms of a taxonomy of wider and narrower ones, and the widest as tiles."""

    title: Text
    terms: tuple[Tally, ...]
    tiles: tuple[Tile, ...]


class AllSeriesSheet(Sheet, frozen=True, kw_only=True):
    """All series, the one with the newest part first."""

    title: Text
    series: tuple[tuple[Run, Cover | None], ...]


class ArchiveSheet(Sheet, frozen=True, kw_only=True):
    """All years with their months."""

    title: Text
    years: tuple[YearTally, ...]
    undated: Tally | None


class YearSheet(Sheet, frozen=True, kw_only=True):
    """A year: its months, the newest articles of each of the twelve, and what has no month."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    year: YearTally
    newest: tuple[tuple[Entry, ...], ...]
    entries: tuple[Entry, ...]
    earlier: Lead | None
    later: Lead | None


class MonthSheet(Sheet, frozen=True, kw_only=True):
    """The articles of a month, newest first."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    period: RoughDate
    entries: tuple[Entry, ...]
    earlier: Lead | None
    later: Lead | None


class DaysSheet(Sheet, frozen=True, kw_only=True):
    """The days of each of the twelve months on which something was written, in whichever year."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    days: tuple[tuple[int, ...], ...]


class DaySheet(Sheet, frozen=True, kw_only=True):
    """The articles of a day of all years, newest first."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    entries: tuple[Entry, ...]
    earlier: Lead | None
    later: Lead | None


class ChanceSheet(Sheet, frozen=True, kw_only=True):
    """A batch of articles that are picked as if by chance, and how many batches there are."""

    title: Text
    number: int
    count: int
    entries: tuple[Entry, ...]


class SearchSheet(Sheet, frozen=True, kw_only=True):
    """The page that searches in the browser; what it finds stands in the index."""

    title: Text
    taxonomies: tuple[tuple[str, Text], ...]


class ProseSheet(Sheet, frozen=True, kw_only=True):
    """A page that is no article."""

    source: PlainPage
    body: Body
    targets: Targets


class RedirectSheet(Sheet, frozen=True, kw_only=True):
    """An address that a file asks to lead to another route; it exists once, for the script at the root."""

    target: str


class MovedSheet(Sheet, frozen=True, kw_only=True):
    """An address that was published, in every script, and leads to another route."""

    target: str


class NotFoundSheet(Sheet, frozen=True, kw_only=True):
    """What a host shows for an address that leads nowhere."""
