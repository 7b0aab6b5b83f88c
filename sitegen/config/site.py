"""Everything that a site owner may decide → what the steps may know of it."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated
from urllib.parse import quote, unquote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, field_validator

from sitegen.chinese import Orthography, relevant
from sitegen.config.addresses import ArticlePattern, SiteAddress
from sitegen.config.content import Cards, CardSettings, ImportSettings, RawHtml
from sitegen.config.conversion import ConversionSettings
from sitegen.config.feeds import FeedSettings, SitemapSettings
from sitegen.config.frame import FooterSettings, NavigationEntry
from sitegen.config.old_links import OldLinkSettings
from sitegen.config.publishing import Publishing
from sitegen.config.taxonomies import Taxonomies, taxonomies_of_every_site
from sitegen.config.warnings import REGIONAL_WORDS, no_robots
from sitegen.config.words import Words
from sitegen.errors import Warn
from sitegen.fields import Codes, Settings, wrong
from sitegen.messages import message
from sitegen.model import Beside, Glossary, KeepingFacts, Script, SiteFacts, Text
from sitegen.packing import Form


def _some(value: tuple[Script, ...]) -> tuple[Script, ...]:
    if not value or len(set(value)) < len(value):
        raise wrong(message("names no script, or one twice"), message("write [zh-Hans, zh-Hant]"))
    return value


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError) as error:
        raise wrong(message("{name!r} is no time zone", name=name), message("write one like Asia/Shanghai")) from error


class Config(Settings):
    """Everything a site owner may decide, with its default. Names are those of site.yaml."""

    title: Annotated[Words, Field(min_length=1)]
    base_url: SiteAddress
    description: Words = ""
    language: Script = Script.HANS
    scripts: Annotated[tuple[Script, ...], AfterValidator(_some)] = (Script.HANS, Script.HANT)
    timezone: Annotated[ZoneInfo, BeforeValidator(_zone, json_schema_input_type=str)] = ZoneInfo("Asia/Shanghai")
    articles: ArticlePattern = "/articles/{year}/{month}/{slug}/"
    taxonomies: Taxonomies = Field(default_factory=taxonomies_of_every_site)
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
    cards: Cards = CardSettings()
    raw_html: RawHtml = RawHtml.SANITISE
    publish: Publishing = Publishing.IN_PLACE
    conversion: ConversionSettings = ConversionSettings()
    importing: ImportSettings = ImportSettings()
    silence: Codes = ()

    @field_validator("beside", "compress")
    @classmethod
    def _each_once(cls, value: tuple[StrEnum, ...]) -> tuple[StrEnum, ...]:
        return tuple(dict.fromkeys(value))

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
        return self.conversion.orthography

    @property
    def is_sanitised(self) -> bool:
        """Whether the HTML of an article loses what it should not hold."""
        return self.raw_html is RawHtml.SANITISE

    @property
    def swaps(self) -> bool:
        """Whether a build publishes a release beside the output, to which it is switched over at once."""
        return self.publish is Publishing.SWAP

    @property
    def warnings(self) -> tuple[Warn, ...]:
        """What the owner of the site should know of the settings."""
        return tuple(self._warnings())

    def _warnings(self) -> Iterator[Warn]:
        if self.conversion.exchanges_words:
            yield REGIONAL_WORDS
        if self.base_path:
            yield no_robots(folder=self.base_path, origin=self.origin, base_url=self.base_url)

    def facts(self, glossary: Glossary = ()) -> SiteFacts:
        """What the planner may know; `glossary` is for the site's own words."""

        def own(words: str) -> Text:
            return Text(words, self.language, glossary=relevant(glossary, words))

        return SiteFacts(
            title=own(self.title),
            description=own(self.description),
            language=self.language,
            origin=self.origin,
            base_path=self.base_path,
            scripts=self.scripts,
            article_url=self.articles,
            taxonomies=tuple(each.facts(key, own) for key, each in self.taxonomies.items()),
            navigation=tuple(each.link(own) for each in self.navigation),
            glossary=glossary,
            search=self.search,
            keeping=self._keeping,
            feeds=self.feeds.facts(urlsplit(self.base_url).hostname),
            old_links=self.old_links.facts,
            news=own(self.sitemap.publication or self.title) if self.sitemap.news else None,
            footer=tuple(self.footer.links(own, self.language)),
        )

    @property
    def _keeping(self) -> KeepingFacts:
        return KeepingFacts(
            beside=tuple(each for each in Beside if each in self.beside),
            data=self.data,
            manifest=self.manifest,
            headers=self.headers,
        )
