"""The built site as its pages told of it: what each page leads to, and the files that there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sitegen.checker.addresses import Addresses, Inside
from sitegen.checker.findings import Finding
from sitegen.errors import Place
from sitegen.messages import Message


class Kind(StrEnum):
    """What a page does with an address."""

    LINK = "link"
    PICTURE = "picture"
    ALTERNATE = "alternate"
    PART = "part"


class Target(NamedTuple):
    """An address in a page, what is done with it, what it stands for, and where it is written."""

    kind: Kind
    written: str
    inside: Inside | None
    line: int
    column: int


class Expected(NamedTuple):
    """What a built site should be: its addresses, the folder and tag of each script, and what it must not hold.

    `as_written` are pairs of characters that pages show in either script as an author wrote them. `hidden` are titles of articles that are not
    published, `unpublished` the files that their pages would be, with what is wrong with such a page; `copies` are files that were copied as they are, `entrances` pages
    that need no link: those that name all terms, those at an address that several would have, and those that say that something is gone. `folder` is where the site is made.
    """

    addresses: Addresses = Addresses("")
    scripts: tuple[tuple[str, str], ...] = ()
    as_written: frozenset[str] = frozenset()
    hidden: tuple[str, ...] = ()
    unpublished: tuple[tuple[str, Message], ...] = ()
    copies: frozenset[str] = frozenset()
    entrances: frozenset[str] = frozenset()
    folder: str = ""

    def script_of(self, path: str) -> str:
        """The script of the pages in the folder that a file is in; nothing where the site has no scripts to speak of."""
        first = path.partition("/")[0]
        return next((tag for prefix, tag in self.scripts if prefix == first), "") or dict(self.scripts).get("", "")


class Facts(NamedTuple):
    """What is kept of a page after it was read. `alternates` pairs languages with files."""

    path: str
    targets: tuple[Target, ...]
    ids: frozenset[str]
    alternates: tuple[tuple[str, str], ...]
    is_redirect: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Site:
    """The built site: its files, and the facts of its pages."""

    folder: Path
    shown_as: str
    files: frozenset[str]
    pages: Mapping[str, Facts]
    expected: Expected

    def place(self, path: str, target: Target | None = None) -> Place:
        """Where an address stands, or the beginning of a file."""
        return (
            Place(f"{self.shown_as}/{path}", target.line, target.column) if target else Place(f"{self.shown_as}/{path}")
        )
