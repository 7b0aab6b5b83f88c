"""An article among its neighbours: the sheet, and the page that it becomes in a script."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.model.article import Article, Body, DatedNote, Edition, Origin
from sitegen.model.form import Beside
from sitegen.model.page import Figure, Link, PageBase, Prose
from sitegen.model.sheet import Lead, Sheet, Targets
from sitegen.model.text import RoughDate, Text


class Place(Struct, frozen=True):
    """An article's place in a series, with what may stand there however many come after: its words, and its beginning."""

    series: Lead
    number: int
    previous: Lead | None
    following: Lead | None
    summary: Text | None = None
    first: Lead | None = None


class SeriesBox(Struct, frozen=True, kw_only=True):
    """An article's place in a series; `first` leads to its beginning, where that is neither this article nor the one before."""

    link: Link
    number: int
    previous: Link | None = None
    following: Link | None = None
    summary: Text | None = None
    first: Link | None = None


OURSELVES = ("本站", "本网", "本網", "本报", "本報", "本刊", "本社", "本台")
"""How a paper or a station signs for itself, which says nothing elsewhere."""


class Credit(Struct, frozen=True, kw_only=True):
    """A person or source behind an article, and what they were."""

    link: Link
    role: Text | None = None

    @property
    def is_ours(self) -> bool:
        """Whether a paper signs for itself."""
        return str(self.link.text).startswith(OURSELVES)


class BesideFile(Struct, frozen=True, kw_only=True):
    """An article in another form, and where it is."""

    form: Beside
    url: str


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
