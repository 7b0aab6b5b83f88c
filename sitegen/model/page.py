"""What a visitor will see: every kind of page, holding by value all that it shows."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.model.article import Body, DatedNote, Edition, Markup
from sitegen.model.script import Glossary, Script
from sitegen.model.text import RoughDate, Text


class Link(Struct, frozen=True, kw_only=True):
    """Words that lead somewhere; `url` is ready for an href."""

    text: Text
    url: str


class Credit(Struct, frozen=True, kw_only=True):
    """A person or source behind an article, and what they were."""

    link: Link
    role: Text | None = None


class TermLink(Struct, frozen=True, kw_only=True):
    """A term in a list of terms; `depth` counts from 0 at the widest."""

    link: Link
    count: int
    depth: int = 0


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


class _Page(Struct, frozen=True, kw_only=True):
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
    """An article's place in a series."""

    link: Link
    number: int
    previous: Link | None = None
    following: Link | None = None


class ArticlePage(_Page, frozen=True, kw_only=True):
    """A page showing one article."""

    subtitle: Text
    prose: Prose
    date: RoughDate | None
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
    mark: Text | None
    extra: Mapping[str, object]


class FrontPage(_Page, frozen=True, kw_only=True):
    """The way in: the newest, the series, and the lists by year, place and tag."""

    newest: tuple[Card, ...]
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


class ListPage(_Page, frozen=True, kw_only=True):
    """A list of articles: those of a term, or of a month."""

    kind: Text
    cards: tuple[Card, ...]
    pager: Pager | None = None
    intro: Prose | None = None
    cover: Figure | None = None
    children: tuple[TermLink, ...] = ()


class TermsPage(_Page, frozen=True, kw_only=True):
    """All terms of a taxonomy, or the few that are spelled alike."""

    terms: tuple[TermLink, ...]


class ArchivePage(_Page, frozen=True, kw_only=True):
    """The years with their months, or one year."""

    years: tuple[tuple[TermLink, tuple[TermLink, ...]], ...]
    cards: tuple[Card, ...] = ()
    undated: TermLink | None = None


class ProsePage(_Page, frozen=True, kw_only=True):
    """A page that is no article."""

    prose: Prose


class TombstonePage(_Page, frozen=True, kw_only=True):
    """What stands where an article was withdrawn."""

    note: DatedNote


class RedirectPage(_Page, frozen=True, kw_only=True):
    """An old address that leads to `target`."""

    target: str


class NotFoundPage(_Page, frozen=True, kw_only=True):
    """What a host shows for an address that leads nowhere."""


Page = (
    ArticlePage
    | FrontPage
    | ListPage
    | TermsPage
    | ArchivePage
    | ProsePage
    | TombstonePage
    | RedirectPage
    | NotFoundPage
)
