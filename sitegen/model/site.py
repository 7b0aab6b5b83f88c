"""What is built: the plan of a site, and the files it becomes."""

from dataclasses import dataclass, field
from datetime import datetime

from sitegen.errors import Warn
from sitegen.model.address import Address, OldFile
from sitegen.model.card import Cards
from sitegen.model.catalogue import Catalogue
from sitegen.model.form import Beside
from sitegen.model.kinds import AnySheet
from sitegen.model.page import Image, Link
from sitegen.model.picture import Derived
from sitegen.model.script import Glossary, Script
from sitegen.model.text import Text

INDEX = "search/index.json"
"""The one file of the index of articles that has a fixed path; the others stand beside it, named by their content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """One way to sort articles. `key` is its name in the front matter and in addresses."""

    key: str
    name: Text
    paginate: int
    oldest_first: bool
    hierarchical: bool
    has_feeds: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFacts:
    """How feeds are made: whether those of the site and of terms hold whole texts, and of how many of the newest articles at least.

    `authority` begins the names of entries (RFC 4151), `hub` is the address of a WebSub hub.
    """

    whole: bool = True
    whole_of_terms: bool = False
    entries: int = 20
    authority: str = "example.org,2026"
    hub: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldLinkFacts:
    """How old addresses lead on: whether one of what is gone is an error, how many lines `_redirects` may have, and for which servers there are maps."""

    must_lead: bool = False
    most: int = 2000
    maps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepingFacts:
    """What there is for those who cite and keep: files beside each article, the archive as data, lists for hosts and for copies."""

    beside: tuple[Beside, ...] = ()
    data: bool = False
    manifest: bool = False
    headers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """What the owner decided, as far as planning needs it.

    `base_path` is the folder on the host, without a slash at its end; `origin` the scheme and
    host. The first of `scripts` stands at the root. `language` is the script of the site's own words, and
    `glossary` holds what its glossary says of any words. `search` says that there is a page to search on,
    `news` is the name of the publication where there is a map of news, `footer` what the law asks a site to say at its foot.
    """

    title: Text
    description: Text
    language: Script
    origin: str
    base_path: str
    scripts: tuple[Script, ...]
    article_url: str
    taxonomies: tuple[Taxonomy, ...]
    navigation: tuple[Link, ...]
    glossary: Glossary = ()
    feeds: FeedFacts = FeedFacts()
    old_links: OldLinkFacts = OldLinkFacts()
    news: Text | None = None
    footer: tuple[Link, ...] = ()
    cards: Cards = Cards.NONE
    search: bool = True
    keeping: KeepingFacts = KeepingFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The few facts of the site that every page of one script may mention.

    `assets` pairs the names of style sheets and scripts in static/ with their addresses; `paper` is the address of the site's
    own style sheet, if it has one. `feed` is the address of the site's feed in this script, `search` that of the page to search on,
    where there is one, `footer` what the law asks a site to say at its foot; not all of it leads somewhere. `card` is the picture that stands for links to
    pages that have none of their own.
    """

    script: Script
    title: Text
    description: Text
    home: str
    root: str
    navigation: tuple[Link, ...]
    paper: str | None = None
    feed: str = ""
    search: str | None = None
    assets: tuple[tuple[str, str], ...] = ()
    footer: tuple[Link, ...] = ()
    card: Image | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visibility:
    """Which articles to show, and what the time is."""

    now: datetime
    drafts: bool = False
    future: bool = False
    expired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Articles that the plan did not show, by file, and when the first of them falls due."""

    drafts: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()
    next_due: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A file that is published as it is; `file`, as the disk spells it, is relative to the site, or absolute."""

    path: str
    file: bytes

    @property
    def shown(self) -> str:
        """The file's name in messages."""
        return self.file.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything to be built, before anything has been laid out.

    At `valid_until` an article falls due or expires, and the plan would be another. `redirects` pairs old and new addresses, `gone` are
    the addresses of what is there no more, `old_files` tells of what stood beside the pages of both, and `addresses` are the lines that the
    record of published ones lacks.
    """

    facts: SiteFacts
    mastheads: tuple[Masthead, ...]
    sheets: tuple[AnySheet, ...]
    catalogue: Catalogue
    copies: tuple[Copy, ...] = ()
    derived: tuple[Derived, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    old_files: tuple[OldFile, ...] = ()
    addresses: tuple[Address, ...] = ()
    left_out: LeftOut = field(default_factory=LeftOut)
    warnings: tuple[Warn, ...] = ()
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """A finished file; `path` is relative to the output folder."""

    path: str
    content: bytes
