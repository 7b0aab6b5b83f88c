"""The ways by term: a list of articles, the terms of a taxonomy, plain or as a tree, all series."""

from msgspec import Struct

from sitegen.model.article import Body, Picture
from sitegen.model.drawn import TileMap
from sitegen.model.listed import Card, Entry, Run, SeriesCard, Tally, TermLink, Tile
from sitegen.model.page import Figure, PageBase, Prose
from sitegen.model.sheet import Cover, Lead, Sheet, Targets
from sitegen.model.text import Span, Text


class Pages(Struct, frozen=True):
    """The ways from a part of a long list to the others, by number and route; the head stands at the list's own."""

    number: int
    is_head: bool
    near: tuple[tuple[int, str], ...]
    newest: str | None
    newer: str | None
    older: str | None
    oldest_first: bool


class Pager(Struct, frozen=True, kw_only=True):
    """Where a part of a long list stands: the head at the list's own address. Parts are counted from the oldest entry."""

    number: int
    is_head: bool
    parts: tuple[tuple[int, str], ...]
    newest: str | None = None
    newer: str | None = None
    older: str | None = None
    oldest_first: bool = False


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


class ListPage(PageBase, frozen=True, kw_only=True):
    """A list of articles: those of a term, or the undated."""

    kind: Text
    cards: tuple[Card, ...]
    pager: Pager | None = None
    intro: Prose | None = None
    cover: Figure | None = None
    count: int = 0
    span: Span | None = None
    children: tuple[TermLink, ...] = ()
    tiles: TileMap | None = None
    feed: str | None = None
    card: str | None = None


class TermsSheet(Sheet, frozen=True, kw_only=True):
    """All terms of a taxonomy, or the few that are spelled alike."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    terms: tuple[Tally, ...]


class TermsPage(PageBase, frozen=True, kw_only=True):
    """All terms of a taxonomy by the letter that their spelling begins with, and those with the most; or the few spelled alike."""

    terms: tuple[TermLink, ...]
    most: tuple[TermLink, ...]
    letters: tuple[tuple[str, tuple[TermLink, ...]], ...]


class TreeSheet(Sheet, frozen=True, kw_only=True):
    """All terms of a taxonomy of wider and narrower ones, and the widest as tiles."""

    title: Text
    terms: tuple[Tally, ...]
    tiles: tuple[Tile, ...]


class District(Struct, frozen=True, kw_only=True):
    """A term of a tree and all that is narrower, however deep."""

    term: TermLink
    narrower: tuple[TermLink, ...]


class Region(Struct, frozen=True, kw_only=True):
    """One of the widest terms of a tree, and what it holds."""

    term: TermLink
    districts: tuple[District, ...]


class TreePage(PageBase, frozen=True, kw_only=True):
    """All terms of a taxonomy of wider and narrower ones."""

    regions: tuple[Region, ...]
    tiles: TileMap | None


class AllSeriesSheet(Sheet, frozen=True, kw_only=True):
    """All series, the one with the newest part first."""

    title: Text
    series: tuple[tuple[Run, Cover | None], ...]


class AllSeriesPage(PageBase, frozen=True, kw_only=True):
    """All series."""

    series: tuple[SeriesCard, ...]
