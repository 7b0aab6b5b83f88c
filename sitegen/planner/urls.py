"""Where everything lives. No other module joins the parts of an address.

A *route* is an address inside one script's part of the site, unquoted: /tags/ping-guo/page/3/.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import normalize
from urllib.parse import quote

from sitegen.model import Beside, RoughDate, Script

FRONT = "/"
ARCHIVE = "/archive/"
UNDATED = "/archive/undated/"
DAYS = "/archive/days/"
CHANCE = "/random/"
SEARCH = "/search/"
NOT_FOUND = "/404.html"
FEED = "/feed.xml"
FEED_IN_JSON = "/feed.json"
SITEMAP = "/sitemap.xml"
NEWS = "/sitemap/news.xml"
ROBOTS = "/robots.txt"
REDIRECTS = "_redirects"
MAPS = {"nginx": "_redirects.nginx", "apache": "_redirects.apache", "caddy": "_redirects.caddy"}
"""Files with the same for servers, by the name of each in site.yaml."""


def article_route(pattern: str, slug: str, date: RoughDate | None) -> str:
    """Fill the pattern of site.yaml; what a rough date does not know is left out.

    >>> article_route("/articles/{year}/{month}/{slug}/", "spring", None)
    '/articles/undated/spring/'
    """
    known: dict[str, str | None] = {"slug": slug, "year": "undated"}
    if date:
        known = {"slug": slug, "year": date.year, "month": date.month, "day": date.day}
    filled = [_fill(segment, names, known) if names else segment for segment, names in _segments(pattern)]
    return "/" + "".join([f"{segment}/" for segment in filled if segment])


@cache
def _segments(pattern: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The segments of a pattern, each with the names of what it is filled with."""
    return tuple((each, tuple(re.findall(r"{(\w+)}", each))) for each in pattern.strip("/").split("/"))


def _fill(segment: str, names: tuple[str, ...], known: dict[str, str | None]) -> str:
    if len(names) == 1 and len(segment) == len(names[0]) + len("{}"):
        return known.get(names[0]) or ""
    values = [known.get(name) or "" for name in names]
    return "" if names and not any(values) else segment.format(**dict(zip(names, values, strict=True)))


def terms_route(taxonomy: str) -> str:
    """Address of all terms of a taxonomy."""
    return f"/{taxonomy}/"


def term_route(taxonomy: str, slugs: tuple[str, ...]) -> str:
    """Address of a term; a narrower one stands below its wider ones."""
    return f"/{taxonomy}/{'/'.join(slugs)}/"


def initial_of(route: str) -> str:
    """The letter that the address of a term begins with, A to Z, or # where it begins with another sign.

    >>> initial_of("/tags/ping-guo/"), initial_of("/tags/4g/")
    ('P', '#')
    """
    first = route.strip("/").rpartition("/")[2][:1].upper()
    return first if first.isascii() and first.isalpha() else "#"


def part_route(route: str, number: int) -> str:
    """Address of one part of a long list."""
    return f"{route}page/{number}/"


def year_route(year: str) -> str:
    """Address of a year of the archive."""
    return f"{ARCHIVE}{year}/"


def month_route(year: str, month: str) -> str:
    """Address of a month of the archive."""
    return f"{ARCHIVE}{year}/{month}/"


def day_route(month: str, day: str) -> str:
    """Address of a day of the year, whatever the year."""
    return f"{DAYS}{month}-{day}/"


def day_anchor(day: str) -> str:
    """The place of a day on the page of its month."""
    return f"d{day}"


def batch_route(number: int) -> str:
    """Address of a batch of articles drawn by lot; the first stands at the address of all."""
    return CHANCE if number == 1 else f"{CHANCE}{number}/"


def feed_route(home: str, *, is_json: bool = False) -> str:
    """Address of the feed of a page.

    >>> feed_route("/tags/ping-guo/")
    '/tags/ping-guo/feed.xml'
    """
    return home + (FEED_IN_JSON if is_json else FEED).lstrip("/")


def old_feed_route(number: int) -> str:
    """Address of a part of the site's feed that no longer changes."""
    return f"/feed/{number}.xml"


NAMES_BESIDE = {Beside.RIS: "citation.ris", Beside.CSL: "citation.json", Beside.TEXT: "article.txt"}


def beside_route(home: str, form: Beside) -> str:
    """Address of an article in another form.

    >>> beside_route("/articles/2024/03/spring/", Beside.RIS)
    '/articles/2024/03/spring/citation.ris'
    """
    return home + NAMES_BESIDE[form]


def sitemap_route(part: str) -> str:
    """Address of a part of the map for search engines."""
    return f"/sitemap/{part}.xml"


def page_route(slug: str) -> str:
    """Address of a page that is no article."""
    return f"/{slug}/" if slug else FRONT


def media_path(name: str) -> str:
    """File of a picture, one for all scripts."""
    return f"media/{name}"


def card_route(route: str) -> str:
    """Address of the picture that stands for a link to a page."""
    return f"{route}card.png"


def alias_route(alias: str) -> str:
    """Address of the page behind an old address: /old is a folder, /old.html a file."""
    is_file = alias.endswith("/") or "." in alias.rpartition("/")[2]
    return alias if is_file else f"{alias}/"


def file_of(route: str) -> str:
    """File of a route, relative to its part of the output folder."""
    return f"{route}index.html".lstrip("/") if route.endswith("/") else route.lstrip("/")


def route_of(file: str) -> str:
    """The route of a file, relative to its part of the output folder.

    >>> route_of("tags/index.html"), route_of("404.html")
    ('/tags/', '/404.html')
    """
    return "/" + (file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file)


def alike_path(path: str) -> str:
    """What is the same for names that a file system may take for one."""
    return path.casefold() if path.isascii() else normalize("NFC", path).casefold()


PLAIN = re.compile(r"[\w/.-]*", re.ASCII)


@lru_cache(4096)
def _quoted(route: str) -> str:
    return route if PLAIN.fullmatch(route) else quote(route, safe="/~!$&'()*+,;=:@")


@dataclass(frozen=True, slots=True)
class Urls:
    """The addresses of the site as one script's pages see them."""

    origin: str
    base_path: str
    prefix: str

    def href(self, route: str) -> str:
        """Address on the host, ready for an href."""
        return f"{self.base_path}{self.prefix}{_quoted(route)}"

    def absolute(self, route: str) -> str:
        """The same with scheme and host."""
        return f"{self.origin}{self.href(route)}"

    def file(self, route: str) -> str:
        """File relative to the output folder."""
        return f"{self.prefix.lstrip('/')}/{file_of(route)}".lstrip("/")


def prefix_of(script: Script) -> str:
    """The folder that the pages of a script stand in, unless it is the first of the site."""
    return script.value.lower()


def urls_for(script: Script, scripts: tuple[Script, ...], *, origin: str, base_path: str) -> Urls:
    """The first script of a site stands at its root, the others below their own names."""
    return Urls(origin, base_path, "" if script is scripts[0] else f"/{prefix_of(script)}")
