"""What the author wrote: articles, pages and the words that belong to a term."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sitegen.errors import Warn
from sitegen.messages import Message
from sitegen.model.address import Address
from sitegen.model.picture import Shape
from sitegen.model.script import Glossary, Script
from sitegen.model.text import RoughDate, Text


class Markup(StrEnum):
    """How a body is to be read."""

    MARKDOWN = "markdown"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Where the words of a file stand, and their digest in place of the words themselves.

    `file` is the name in messages, NFC; `path` the same as the disk spells it, in its bytes. `script`, `fixed` and `glossary` are
    as of a Text.
    """

    file: str
    path: bytes
    digest: str
    first_line: int
    markup: Markup
    script: Script = Script.HANS
    fixed: bool = False
    glossary: Glossary = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A tag, series, place, person or source.

    `key` is its identity (the Simplified form, NFKC, case-folded), `name` the words as they
    were written here, `slug` its pinyin.
    """

    key: str
    name: Text
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """That something belongs to a term: `path` leads from the widest term to the term itself."""

    path: tuple[Term, ...]
    role: Text | None = None
    part: int | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The identity of the term among all of its taxonomy."""
        return (self.path[0].key,) if len(self.path) == 1 else tuple([term.key for term in self.path])


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as an article names it."""

    src: "Reference"
    alt: Text
    caption: Text
    credit: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A link or picture that may lead to a file or a page of this site.

    `target` is a file relative to the site, or an address that begins with / and counts from
    base_url; `suffix` what follows it from # or ? on. `is_shown` says that it is a picture in its place.
    """

    written: str
    target: str
    suffix: str
    line: int
    is_shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Where an article stood in print."""

    issue: Text
    page: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """That an article was imported, and the address where the original lay, if one is known that leads there."""

    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNote:
    """A correction, or why an article was withdrawn."""

    date: RoughDate | None
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article file as its author wrote it, without its body."""

    file: str
    lines: tuple[tuple[str, int], ...] = ()
    slug: str
    script: Script
    title: Text
    subtitle: Text
    summary: Text
    date: RoughDate | None = None
    updated: RoughDate | None = None
    terms: tuple[tuple[str, tuple[Assignment, ...]], ...] = ()
    body: Body
    characters: int = 0
    cover: Picture | None = None
    references: tuple[Reference, ...] = ()
    aliases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    draft: bool = False
    expires: datetime | None = None
    withdrawn: DatedNote | None = None
    corrections: tuple[DatedNote, ...] = ()
    rights: Text | None = None
    edition: Edition | None = None
    origin: Origin | None = None
    review: tuple[str, ...] = ()
    warnings: tuple[Warn, ...] = ()
    silence: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)

    def assigned(self, taxonomy: str) -> tuple[Assignment, ...]:
        """The terms of this article in one taxonomy, in the order written."""
        return dict(self.terms).get(taxonomy, ())

    def line(self, field: str) -> int:
        """Where a field stands in the file; 1 where it is not written."""
        return dict(self.lines).get(field, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """A page that is no article, such as /about/. `slug` may hold slashes."""

    file: str
    slug: str
    script: Script
    title: Text
    summary: Text
    body: Body
    references: tuple[Reference, ...] = ()
    aliases: tuple[str, ...] = ()
    warnings: tuple[Warn, ...] = ()
    silence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermNote:
    """What a file such as content/series/….md says of a term."""

    file: str
    taxonomy: str
    assignment: Assignment
    slug: str | None
    title: Text
    summary: Text
    cover: Picture | None
    body: Body
    references: tuple[Reference, ...] = ()
    aliases: tuple[str, ...] = ()
    warnings: tuple[Warn, ...] = ()
    silence: tuple[str, ...] = ()


Source = Article | PlainPage | TermNote
"""A file of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture or another file of the content that is shown or linked to.

    `name` is made from its own name and its bytes, so that it never stands for other bytes; `file` is
    NFC, `path` the same as the disk spells it, in its bytes. What is no picture has no `shape`; `fault`
    says why a picture cannot be shown.
    """

    file: str
    path: bytes
    name: str = ""
    digest: str = ""
    shape: Shape | None = None
    fault: Message | str = ""
    warnings: tuple[Warn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that was read. `addresses` are those that were published before."""

    articles: tuple[Article, ...] = ()
    pages: tuple[PlainPage, ...] = ()
    notes: tuple[TermNote, ...] = ()
    media: tuple[Media, ...] = ()
    addresses: tuple[Address, ...] = ()
    warnings: tuple[Warn, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every file of words."""
        return (*self.articles, *self.pages, *self.notes)
