"""Read site.yaml into one frozen Config."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, field_validator

from sitegen.documents import read_yaml
from sitegen.errors import FieldError, Place
from sitegen.fields import Settings, validate, wrong
from sitegen.model import Link, Script, SiteFacts, Taxonomy, Text

NAME = "site.yaml"
URL_FIELDS = {"{year}", "{month}", "{day}", "{slug}"}
WORDS = """
    aliases archive articles author byline categories category convert corrections cover date
    description draft edition excerpt expires expirydate extra feed glossary keywords lastmod media
    modified origin page pages place pubdate published publishdate redirect_from related review rights
    script search slug source static status subtitle summary tag title title_inferred updated withdrawn
"""
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


class TaxonomySettings(Settings):
    """One way to sort articles. Its key stands in the front matter and in addresses."""

    name: Annotated[str, Field(min_length=1)]
    paginate: Annotated[int, Field(ge=1)] = 50
    feed: bool = False
    order: Order = Order.NEWEST_FIRST
    hierarchical: bool = False


class NavigationEntry(Settings):
    """A link in the masthead; a `url` that begins with / begins at base_url."""

    name: str
    url: str


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError) as error:
        raise wrong(f"{name!r} is no time zone", "write one like Asia/Shanghai") from error


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

    title: Annotated[str, Field(min_length=1)]
    base_url: str
    description: str = ""
    language: Script = Script.HANS
    scripts: tuple[Script, ...] = (Script.HANS, Script.HANT)
    timezone: Annotated[ZoneInfo, BeforeValidator(_zone)] = ZoneInfo("Asia/Shanghai")
    articles: str = "/articles/{year}/{month}/{slug}/"
    taxonomies: dict[str, TaxonomySettings] = Field(default_factory=_taxonomies)
    navigation: tuple[NavigationEntry, ...] = ()
    search: bool = True
    raw_html: RawHtml = RawHtml.SANITISE

    @field_validator("base_url")
    @classmethod
    def _whole_address(cls, value: str) -> str:
        if not _is_address(value):
            raise wrong(f"{value!r} is not the address of a site", "write https://example.org/news/")
        if re.search(r"""[\s"'<>]""", value):
            raise wrong("there is a blank or quotation mark in it", "write https://example.org/news/")
        return value.rstrip("/") + "/"

    @field_validator("scripts")
    @classmethod
    def _some_scripts(cls, value: tuple[Script, ...]) -> tuple[Script, ...]:
        if not value or len(set(value)) < len(value):
            raise wrong("names no script, or one twice", "write [zh-Hans, zh-Hant]")
        return value

    @field_validator("articles")
    @classmethod
    def _address_pattern(cls, value: str) -> str:
        unknown = set(re.findall(r"{[^}]*}", value)) - URL_FIELDS
        rest = re.sub(r"{(year|month|day|slug)}", "", value)
        is_path = value.startswith("/") and value.endswith("/") and "//" not in value and not _leaves(value)
        if unknown or not is_path or not re.fullmatch(r"[\w./-]*", rest, re.ASCII):
            raise wrong(f"{value!r} is no pattern of an address", "write /articles/{year}/{month}/{slug}/")
        if "{slug}" not in value:
            raise wrong("there is no {slug} in it", "write /articles/{year}/{month}/{slug}/")
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
                raise wrong(f"{key!r} cannot be a taxonomy", "use small Latin letters, no word of sitegen's own")
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

    def facts(self) -> SiteFacts:
        """What the planner may know."""
        return SiteFacts(
            title=self._own(self.title),
            description=self._own(self.description),
            language=self.language,
            origin=self.origin,
            base_path=self.base_path,
            scripts=self.scripts,
            article_url=self.articles,
            taxonomies=tuple(self._taxonomy(key, each) for key, each in self.taxonomies.items()),
            navigation=tuple(Link(text=self._own(e.name), url=e.url) for e in self.navigation),
        )

    def _taxonomy(self, key: str, settings: TaxonomySettings) -> Taxonomy:
        return Taxonomy(
            key=key,
            name=self._own(settings.name),
            paginate=settings.paginate,
            oldest_first=settings.order is Order.OLDEST_FIRST,
            hierarchical=settings.hierarchical,
        )

    def _own(self, words: str) -> Text:
        return Text(words, self.language)


def read_config(site: Path, **overrides: str) -> Config:
    """Read the settings of the site in a folder; raise every problem in them at once."""
    file = site / NAME
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        hint = "make a site with `sitegen init DIR`, or name its folder with --site"
        raise FieldError("there is no such file", place=Place(NAME), hint=hint) from error
    except OSError as error:
        raise FieldError(f"cannot be read: {error.strerror}", place=Place(NAME)) from error
    except UnicodeDecodeError as error:
        raise FieldError("this is not UTF-8", place=Place(NAME), hint="save it as UTF-8") from error
    document = read_yaml(text, file=NAME)
    document.values.update(overrides)
    return validate(Config, document)


def theme(part: str) -> Path:
    """The folder of sitegen's own templates or static files: in the wheel, or in a checkout."""
    package = Path(__file__).parent
    packed = package / "theme" / part
    return packed if packed.is_dir() else package.parent / part


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
