"""What search engines get: which pages there are, and since when they are as they are."""

from msgspec import Struct

from sitegen.model.page import PageBase
from sitegen.model.sheet import Sheet


class SitemapSheet(Sheet, frozen=True, kw_only=True):
    """A part of the map: routes, each with the day of its last change as far as it is known. It stands once for all scripts."""

    routes: tuple[tuple[str, str | None], ...]


class SitemapIndexSheet(Sheet, frozen=True, kw_only=True):
    """The parts of the map, by route."""

    parts: tuple[str, ...]


class RobotsSheet(Sheet, frozen=True, kw_only=True):
    """What programs may fetch: everything, and where the map is."""

    sitemap: str


class Mapped(Struct, frozen=True, kw_only=True):
    """A page in one script, and the same page in all of them, by their tags; addresses are whole."""

    url: str
    changed: str | None
    alternates: tuple[tuple[str, str], ...]


class SitemapPage(PageBase, frozen=True, kw_only=True):
    """A part of the map."""

    pages: tuple[Mapped, ...]


class SitemapIndexPage(PageBase, frozen=True, kw_only=True):
    """The parts of the map by their whole addresses."""

    parts: tuple[str, ...]


class RobotsPage(PageBase, frozen=True, kw_only=True):
    """What programs may fetch."""

    sitemap: str
