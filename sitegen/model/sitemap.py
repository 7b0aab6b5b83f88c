"""What search engines get: which pages there are, and since when they are as they are."""

from msgspec import Struct

from sitegen.model.page import PageBase
from sitegen.model.sheet import Lead, Sheet
from sitegen.model.text import RoughDate, Text


class SitemapSheet(Sheet, frozen=True, kw_only=True):
    """A part of the map: routes, each with the day of its last change as far as it is known. It stands once for all scripts."""

    routes: tuple[tuple[str, str | None], ...]


class SitemapIndexSheet(Sheet, frozen=True, kw_only=True):
    """The parts of the map, by route, and the map of news, which there is one of in each script."""

    parts: tuple[str, ...]
    news: str | None = None


class RobotsSheet(Sheet, frozen=True, kw_only=True):
    """What programs may fetch: everything, and where the map is."""

    sitemap: str


class NewsEntry(Struct, frozen=True):
    """An article of the last days, and when it came out."""

    lead: Lead
    published: RoughDate


class NewsSheet(Sheet, frozen=True, kw_only=True):
    """The articles of the last days under the name of the publication."""

    publication: Text
    news: tuple[NewsEntry, ...]


class Mapped(Struct, frozen=True, kw_only=True):
    """A page in one script, and the same page in all of them, by their tags; addresses are whole."""

    url: str
    changed: str | None
    alternates: tuple[tuple[str, str], ...]


class NewsItem(Struct, frozen=True, kw_only=True):
    """An article of the last days; the address is whole."""

    url: str
    title: Text
    published: str


class NewsPage(PageBase, frozen=True, kw_only=True):
    """The articles of the last days in one script, and the language by the name that searches for news know."""

    publication: Text
    language: str
    news: tuple[NewsItem, ...]


class SitemapPage(PageBase, frozen=True, kw_only=True):
    """A part of the map."""

    pages: tuple[Mapped, ...]


class SitemapIndexPage(PageBase, frozen=True, kw_only=True):
    """The parts of the map by their whole addresses."""

    parts: tuple[str, ...]


class RobotsPage(PageBase, frozen=True, kw_only=True):
    """What programs may fetch."""

    sitemap: str
