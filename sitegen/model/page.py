"""What a visitor will see: every kind of page, holding by value all that it shows."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.model.article import Body, DatedNote, Edition, Markup, Origin
from sitegen.model.drawn import Bar, Cell, TileMap, Week
from sitegen.model.form import Beside
from sitegen.model.script import Glossary, Script
from sitegen.model.text import RoughDate, Span, Text


class Link(Struct, frozen=True, kw_only=True):
    """Words that lead somewhere; `url` is ready for an href."""

    text: Text
    url: str


OURSELVES = ("本站", "本网", "本網", "本报", "本報", "本刊", "本社")
"""How a paper signs for itself, which says nothing elsewhere."""


class Credit(Struct, frozen=True, kw_only=True):
    """A person or source behind an article, and what they were."""

    link: Link
    role: Text | None = None

    @property
    def is_ours(self) -> bool:
        """Whether a paper signs for itself."""
        return str(self.link.text).startswith(OURSELVES)


class TermLink(Struct, frozen=True, kw_only=True):
    """A term in a list of terms; `depth` counts from 0 at the widest, `step` grows with the count, from 1 to 5."""

    link: Link
    count: int
    depth: int = 0
    step: int = 1


class Image(Struct, frozen=True, kw_only=True):
    """A picture as a browser asks for it: pixels, smaller files in WebP by width, a tone until it is there.

    Without `src` the picture is lost.
    """

    src: str = ""
    width: int = 0
    height: int = 0
    tone: str = ""
    srcset: str = ""


class Figure(Image, frozen=True, kw_only=True):
    """A picture with its words, which stand in its place where it is lost."""

    alt: Text
    caption: Text
    credit: Text


class Card(Struct, frozen=True, kw_only=True):
    """An article as it appears in a list: no more than the list shows."""

    url: str
    title: Text
    summary: Text
    date: RoughDate | None = None
    number: int | None = None


class Alternate(Struct, frozen=True, kw_only=True):
    """The same page in a script of the site, itself included; `label` names the script in itself."""

    script: Script
    label: Text
    url: str
    absolute: str


class Prose(Struct, frozen=True, kw_only=True):
    """A body to be rendered: where it stands, the script it is in, where its links lead.

    `is_converted` says that the page shows it in another script, with the words of `glossary`; `references`
    pairs a target as the author wrote it with the address it leads to, `pictures` with the picture that is shown.
    """

    body: Body
    script: Script
    is_converted: bool = False
    glossary: Glossary = ()
    references: tuple[tuple[str, str], ...] = ()
    pictures: tuple[tuple[str, Image], ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether nothing in the body is markup."""
        return self.body.markup is Markup.PLAIN


class PageBase(Struct, frozen=True, kw_only=True):
    """What every page has.

    `url` is its address on the host, ready for an href; `path` its file, relative to the output
    folder; `canonical` the whole address that the page should be known by, `alternates` the same page in each script, the page itself among them.
    """

    url: str
    path: str
    script: Script
    title: Text
    description: Text
    canonical: str = ""
    alternates: tuple[Alternate, ...] = ()
    breadcrumbs: tuple[Link, ...] = ()


class SeriesBox(Struct, frozen=True, kw_only=True):
    """An article's place in a series; `first` leads to its beginning, where that is neither this article nor the one before."""

    link: Link
    number: int
    previous: Link | None = None
    following: Link | None = None
    summary: Text | None = None
    first: Link | None = None


class BesideFile(Struct, frozen=True, kw_only=True):
    """An article in another form, and where it is."""

    form: Beside
    url: str


class ArticlePage(PageBase, frozen=True, kw_only=True):
    """A page showing one article; `citation` lacks only the address and the day of the visit, `beside` are its other forms.

    `card` is the address of the picture that stands for a link to it, where it shows none itself.
    """

    subtitle: Text
    prose: Prose
    date: RoughDate | None
    same_day: Link | None
    updated: RoughDate | None
    characters: int
    authors: tuple[Credit, ...]
    sources: tuple[Credit, ...]
    places: tuple[tuple[Link, ...], ...]
    tags: tuple[Link, ...]
    other_terms: tuple[tuple[Text, tuple[Link, ...]], ...]
    series: tuple[SeriesBox, ...]
    cover: Figure | None
    related: tuple[Link, ...]
    earlier: Link | None
    later: Link | None
    corrections: tuple[DatedNote, ...]
    rights: Text | None
    edition: Edition | None
    origin: Origin | None
    citation: tuple[Text, ...]
    beside: tuple[BesideFile, ...]
    mark: Text | None
    extra: Mapping[str, object]
    card: str | None = None


class SeriesCard(Struct, frozen=True, kw_only=True):
    """A series in a list of series, with its newest part."""

    link: Link
    summary: Text
    count: int
    span: Span | None
    cover: Figure | None
    newest: Link


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


class FrontList(Struct, frozen=True, kw_only=True):
    """Some links of one kind on the front page, and where all of them are."""

    link: Link
    terms: tuple[TermLink, ...]


class Pager(Struct, frozen=True, kw_only=True):
    """Where a part of a long list stands: the head at the list's own address. Parts are counted from the oldest entry."""

    number: int
    is_head: bool
    parts: tuple[tuple[int, str], ...]
    newest: str | None = None
    newer: str | None = None
    older: str | None = None
    oldest_first: bool = False


class ListPage(PageBase, frozen=True, kw_only=True):
    """A list of articles: those of a term, or of a month."""

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


class TermsPage(PageBase, frozen=True, kw_only=True):
    """All terms of a taxonomy by the letter that their spelling begins with, and those with the most; or the few spelled alike."""

    terms: tuple[TermLink, ...]
    most: tuple[TermLink, ...]
    letters: tuple[tuple[str, tuple[TermLink, ...]], ...]


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


class AllSeriesPage(PageBase, frozen=True, kw_only=True):
    """All series."""

    series: tuple[SeriesCard, ...]


class ArchivePage(PageBase, frozen=True, kw_only=True):
    """The years, each with a bar for each of its months."""

    years: tuple[tuple[TermLink, tuple[Bar, ...]], ...]
    undated: TermLink | None
    days: Link
    chance: Link


class YearPage(PageBase, frozen=True, kw_only=True):
    """A year: a bar for each month, the newest articles of each, and what has no month."""

    count: int
    bars: tuple[Bar, ...]
    months: tuple[tuple[TermLink, tuple[Card, ...]], ...]
    cards: tuple[Card, ...]
    earlier: Link | None
    later: Link | None


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


class DaysPage(PageBase, frozen=True, kw_only=True):
    """Each month with all its days."""

    months: tuple[tuple[Text, tuple[Cell, ...]], ...]


class DayPage(PageBase, frozen=True, kw_only=True):
    """The articles of a day of all years, by year."""

    years: tuple[tuple[Link, tuple[Card, ...]], ...]
    earlier: Link | None
    later: Link | None


class ChancePage(PageBase, frozen=True, kw_only=True):
    """A batch of articles picked as if by chance, and the way to the next."""

    number: int
    cards: tuple[Card, ...]
    batches: tuple[str, ...]
    following: str | None
    archive: str


class SearchPage(PageBase, frozen=True, kw_only=True):
    """The page that searches in the browser; `taxonomies` are what hits may be narrowed to, by key and name."""

    taxonomies: tuple[tuple[str, Text], ...]


class ProsePage(PageBase, frozen=True, kw_only=True):
    """A page that is no article."""

    prose: Prose


class TombstonePage(PageBase, frozen=True, kw_only=True):
    """What stands where an article was withdrawn."""

    note: DatedNote


class RedirectPage(PageBase, frozen=True, kw_only=True):
    """An old address that leads to `target`."""

    target: str


class NotFoundPage(PageBase, frozen=True, kw_only=True):
    """What a host shows for an address that leads nowhere."""
