"""Decide which files have to be made, and say why in a sentence."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sitegen.builder.indexing import Indexing
from sitegen.builder.known import amiss, known_pages
from sitegen.builder.machinery import Machinery
from sitegen.cache import Fingerprints, PageRow, Record
from sitegen.cache.fingerprint import SIZE, digested_fields
from sitegen.model import AnySheet, Script
from sitegen.planner import View, WholePlanNeeded, scripts_of
from sitegen.renderer import template_of

IS_NEW = "it is new"
UNKNOWN = "nothing is known of the file that stands there"
REASONS = {
    "article": "its title, terms or other fields changed",
    "authority": "the name that begins those of its entries changed",
    "body": "its body changed",
    "breadcrumbs": "the way to it changed",
    "children": "a narrower term changed",
    "count": "the number of its articles or pages changed",
    "cover": "its picture changed",
    "days": "a day got its first article, or lost its last",
    "description": "its description changed",
    "earlier": "its neighbour changed",
    "entries": "an article in it changed",
    "form": "it is written in another form",
    "feed": "it got a feed, or has none any more",
    "first": "there is a newer article",
    "home": "the page that it belongs to moved",
    "hub": "the hub that it names changed",
    "kind": "the name of its taxonomy changed",
    "later": "its neighbour changed",
    "lists": "the number of articles of a term changed",
    "mark": "it became visible, or less so",
    "newest": "there is a newer article",
    "number": "it stands at another place",
    "note": "its note changed",
    "numbers": "the numbers in the series changed",
    "parts": "there are more or fewer parts",
    "pages": "the list has more or fewer pages",
    "publisher": "the name of the site changed",
    "period": "it is of another month",
    "related": "a related article changed",
    "routes": "a page that it names came, went or changed",
    "running": "a series that is running changed",
    "series": "its place in a series, or a series in it, changed",
    "sitemap": "the map of the site moved",
    "source": "its title or other fields changed",
    "span": "from when or until when its articles are changed",
    "target": "it leads elsewhere",
    "targets": "something it shows or links to changed or moved",
    "terms": "a term or the number of its articles changed",
    "tiles": "the number of articles of a place changed",
    "title": "its title changed",
    "undated": "the number of undated articles changed",
    "year": "the number of articles of a month changed",
    "years": "the number of articles of a month changed",
}
"""Why a page is made again, by the field of its sheet that differs; the first that does is told."""

FIRST = ("body", "article", "source", "entries", "newest")


class Wanted(NamedTuple):
    """A sheet, the scripts that its pages have to be made in, and whether its entry in the index has to be made."""

    sheet: AnySheet
    scripts: Sequence[Script]
    is_entered: bool


class Due(NamedTuple):
    """A file that has to be made, and why."""

    path: str
    reason: str


@dataclass(slots=True)
class Work:
    """What a build has to do: the fingerprint of every file of the site, the files that are due.

    `unsure` are files that hold something else soon; `machinery` is what to remember of what made them, `index` what to
    remember of the index.
    """

    fingerprints: dict[str, bytes]
    due: list[Due]
    known: AbstractSet[str]
    machinery: bytes
    index: bytes = b""

    @property
    def unsure(self) -> set[str]:
        """Files of which the record is to know nothing while the build publishes."""
        return {*(self.known & {each.path for each in self.due}), *(self.known - self.fingerprints.keys())}


class Stale:
    """Compares what is planned with what the last build made."""

    def __init__(self, record: Record, key: str, now: Machinery, fingerprints: Fingerprints, output: Path) -> None:
        self._pages = {row.path: row for row in known_pages(record, key, output)}
        self._noted = record.fact(f"machinery {key}")
        self._now = now
        self._fingerprints = fingerprints
        self._output = str(output)

    def begin(self) -> Work:
        """Begin with nothing to do."""
        return Work({}, [], self._pages.keys(), self._now.noted)

    def due(
        self, sheets: Iterable[AnySheet], views: Mapping[Script, View], work: Work, indexing: Indexing | None = None
    ) -> Iterator[Wanted]:
        """Find out what has to be made of the sheets, one after the other."""
        scripts = tuple(views)
        for sheet in sheets:
            shown = self._fingerprints.of(sheet)
            due = [
                script
                for script in scripts_of(sheet, scripts)
                if self.is_due(views[script].urls.file(sheet.route), self._now.of(sheet, script) + shown, work, sheet)
            ]
            is_entered = indexing is not None and indexing.is_due(sheet, shown)
            if due or is_entered:
                yield Wanted(sheet, due, is_entered)

    def carry(self, work: Work) -> None:
        """Put the files that were not planned anew with the others; raise a WholePlanNeeded where one is not as it was."""
        for path, row in self._pages.items():
            if path not in work.fingerprints:
                if amiss(self._output, row):
                    raise WholePlanNeeded(f"{path} has to be made again")
                work.fingerprints[path] = row.fingerprint

    def is_there(self, path: str) -> bool:
        """Whether a file is published that is named by its content, as far as the disk tells."""
        row = self._pages.get(path)
        return row is not None and not amiss(self._output, row)

    def is_due(
        self, path: str, fingerprint: bytes, work: Work, sheet: AnySheet | None = None, *, why: str = ""
    ) -> bool:
        """Whether a file has to be made; put it with the others of the site. None is ever sure without a fingerprint.

        Of a file that shows no sheet, `why` says what makes another of it.
        """
        work.fingerprints[path] = fingerprint
        row = self._pages.get(path)
        if row is not None and row.fingerprint == fingerprint and fingerprint:
            reason = amiss(self._output, row)
        else:
            reason = why or self._reason(path, row, fingerprint, sheet)
        if reason:
            work.due.append(Due(path, reason))
        return bool(reason)

    def _reason(self, path: str, row: PageRow | None, fingerprint: bytes, sheet: AnySheet | None) -> str:
        if row is None:
            return UNKNOWN if os.path.lexists(f"{self._output}/{path}") else IS_NEW
        if sheet is None:
            return "its source may have changed"
        return self._why(sheet, row.fingerprint, fingerprint)

    def _why(self, sheet: AnySheet, before: bytes, after: bytes) -> str:
        names = digested_fields(type(sheet))
        if len(before) != len(after):
            return "another kind of page stands there now"
        at = range(SIZE, len(after), SIZE)
        differing = [
            name
            for name, start in zip(names, at, strict=True)
            if before[start : start + SIZE] != after[start : start + SIZE]
        ]
        if differing:
            return REASONS[next((name for name in FIRST if name in differing), differing[0])]
        return self._now.why(template_of(sheet), self._noted)
