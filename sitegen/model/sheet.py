"""What a page will show, whatever the script: planned once, laid out for each script that needs it.

A sheet holds all that its pages show, by value, with *routes* (addresses inside one script's part of the site) in place of
links. Nothing else is at hand when it is laid out, so that equal sheets give equal pages.
"""

from msgspec import Struct

from sitegen.model.article import Article, Body, DatedNote, Picture, PlainPage
from sitegen.model.picture import Shown
from sitegen.model.text import RoughDate, Text


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


class Pages(Struct, frozen=True):
    """The ways from a part of a long list to the others, by number and route; the head stands at the list's own."""

    number: int
    is_head: bool
    near: tuple[tuple[int, str], ...]
    newest: str | None
    newer: str | None
    older: str | None


class Place(Struct, frozen=True):
    """An article's place in a series."""

    series: Lead
    number: int
    previous: Lead | None
    following: Lead | None


class Sheet(Struct, frozen=True, kw_only=True, tag=True):
    """What every page has."""

    route: str


class ArticleSheet(Sheet, frozen=True, kw_only=True):
    """An article among its neighbours. Terms stand in the order that the article names them."""

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


class TombstoneSheet(Sheet, frozen=True, kw_only=True):
    """What stands where an article was withdrawn."""

    note: DatedNote


class FrontSheet(Sheet, frozen=True, kw_only=True):
    """The way in: the newest articles, and of each taxonomy the terms with the most."""

    title: Text
    description: Text
    newest: tuple[Entry, ...]
    lists: tuple[tuple[Lead, tuple[Tally, ...]], ...]


class ListSheet(Sheet, frozen=True, kw_only=True):
    """A list of articles: a part of those of a term, or those of a month. `numbers` are those of a series."""

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
    children: tuple[Tally, ...] = ()


class TermsSheet(Sheet, frozen=True, kw_only=True):
    """All terms of a taxonomy, or the few that are spelled alike."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    terms: tuple[Tally, ...]


class ArchiveSheet(Sheet, frozen=True, kw_only=True):
    """The years with their months, or one year and what has no month."""

    title: Text
    breadcrumbs: tuple[Lead, ...]
    years: tuple[tuple[Tally, tuple[Tally, ...]], ...]
    entries: tuple[Entry, ...] = ()
    undated: Tally | None = None


class ProseSheet(Sheet, frozen=True, kw_only=True):
    """A page that is no article."""

    source: PlainPage
    body: Body
    targets: Targets


class RedirectSheet(Sheet, frozen=True, kw_only=True):
    """An old address that leads to another route; it exists once, for the script at the root."""

    target: str


class NotFoundSheet(Sheet, frozen=True, kw_only=True):
    """What a host shows for an address that leads nowhere."""


AnySheet = (
    ArticleSheet
    | TombstoneSheet
    | FrontSheet
    | ListSheet
    | TermsSheet
    | ArchiveSheet
    | ProseSheet
    | RedirectSheet
    | NotFoundSheet
)
