"""Decide which files have to be made, and say why in a sentence."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sitegen.builder.gathering import Gathering
from sitegen.builder.indexing import Indexing
from sitegen.builder.known import Pages, amiss, known_sizes
from sitegen.builder.machinery import Machinery
from sitegen.cache import Fingerprints, Record
from sitegen.cache.fingerprint import SIZE, digested_fields
from sitegen.messages import Message, message
from sitegen.model import AnySheet, Script
from sitegen.packing import Packing
from sitegen.planner import View, scripts_of
from sitegen.renderer import template_of

IS_NEW = message("it is new")
UNKNOWN = message("nothing is known of the file that stands there")
NO_COPY = message("its smaller copy was missing, or of another file")
REASONS = {
    "article": message("its title, terms or other fields changed"),
    "authority": message("the authority in the ids of its entries changed"),
    "beside": message("it got another form beside it, or lost one"),
    "body": message("its body changed"),
    "breadcrumbs": message("the way to it changed"),
    "children": message("a narrower term changed"),
    "count": message("the number of its articles or pages changed"),
    "card": message("it got a card, or has none any more"),
    "cover": message("its picture changed"),
    "date": message("its date changed"),
    "days": message("a day got its first article, or lost its last"),
    "description": message("its description changed"),
    "earlier": message("its neighbour changed"),
    "entries": message("an article in it changed"),
    "feed": message("it got a feed, or has none any more"),
    "first": message("its newest articles changed"),
    "hub": message("the hub that it names changed"),
    "kicker": message("the name of its series or taxonomy changed"),
    "kind": message("the name of its series or taxonomy changed"),
    "later": message("its neighbour changed"),
    "lists": message("a term or the number of its articles changed"),
    "mark": message("its mark as a draft, as not yet published or as expired changed"),
    "newest": message("its newest articles changed"),
    "news": message("an article became news, or is news no more"),
    "note": message("what is said of the withdrawal changed"),
    "numbers": message("the numbers in the series changed"),
    "origin": message("the name of its source changed"),
    "parts": message("there are more or fewer parts"),
    "pages": message("the list has more or fewer pages"),
    "publication": message("the name of the publication changed"),
    "publisher": message("the name of the site changed"),
    "related": message("a related article changed"),
    "routes": message("a page that it names came, went or changed"),
    "running": message("a series that is running changed"),
    "series": message("its place in a series, or a series in it, changed"),
    "source": message("its title or other fields changed"),
    "span": message("the period of its articles changed"),
    "target": message("it leads elsewhere"),
    "targets": message("something it shows or links to changed or moved"),
    "taxonomies": message("a taxonomy got its first term or another name, or lost its last term"),
    "terms": message("a term or the number of its articles changed"),
    "tiles": message("a term or the number of its articles changed"),
    "title": message("its title changed"),
    "undated": message("the number of undated articles changed"),
    "year": message("the number of articles of a month changed"),
    "years": message("the number of articles of a month changed"),
}
"""Why a page is made again, by the field of its sheet that differs; the first that does is told."""

NO_COPIES = Packing()
FIRST = ("body", "article", "source", "entries", "newest")

FIXED = frozenset({"form", "home", "number", "period", "sitemap"})
"""Fields that the route of a sheet decides, so that they never differ between two sheets of one route."""


class Wanted(NamedTuple):
    """A sheet, the scripts that its pages have to be made in, and whether its entry in the index and its line in the data are."""

    sheet: AnySheet
    scripts: Sequence[Script]
    is_entered: bool
    is_told: bool


class Due(NamedTuple):
    """A file that has to be made, and why."""

    path: str
    reason: Message


@dataclass(slots=True)
class Work:
    """What a build has to do: the fingerprint of every file of the site, nothing for one that was not looked at, and the files that are due.

    `unsure` are files that hold something else soon; `machinery` is what to remember of what made them, `index` and `data`
    what to remember of the index and of the archive as data.
    """

    fingerprints: dict[str, bytes]
    due: list[Due]
    known: AbstractSet[str]
    machinery: bytes
    index: bytes = b""
    data: bytes = b""

    def drop(self, path: str, packing: Packing) -> None:
        """Let the site have a file no more, nor smaller copies of it."""
        for each in (path, *packing.places(path)):
            self.fingerprints.pop(each, None)

    @property
    def unsure(self) -> set[str]:
        """Files of which the record is to know nothing while the build publishes."""
        return {*(self.known & {each.path for each in self.due}), *(self.known - self.fingerprints.keys())}


class Stale:
    """Compares what is planned with what the last build made."""

    def __init__(
        self,
        record: Record,
        key: str,
        now: Machinery,
        fingerprints: Fingerprints,
        output: Path,
        packing: Packing = NO_COPIES,
    ) -> None:
        self._pages = Pages(record, key, known_sizes(record, key, output))
        self._noted = record.fact(f"machinery {key}")
        self._now = now
        self._fingerprints = fingerprints
        self._output = str(output)
        self._packing = packing

    def begin(self) -> Work:
        """Begin with nothing to do."""
        return Work({}, [], self._pages.sizes.keys(), self._now.noted)

    def due(
        self,
        sheets: Iterable[AnySheet],
        views: Mapping[Script, View],
        work: Work,
        indexing: Indexing | None = None,
        gathering: Gathering | None = None,
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
            is_told = gathering is not None and gathering.is_due(sheet, shown)
            if due or is_entered or is_told:
                yield Wanted(sheet, due, is_entered, is_told)

    def carry(self, work: Work) -> None:
        """Put the files that were not planned anew with the others; somebody has found that all of them are as they were."""
        work.fingerprints = dict.fromkeys(self._pages.sizes, b"") | work.fingerprints

    def keep(self, path: str, work: Work) -> None:
        """Put a file with the others that is there."""
        its = (path, *(copy for copy, _ in self._packing.copies(path, self._pages.sizes[path])))
        work.fingerprints |= dict.fromkeys(its, b"")

    def is_there(self, path: str) -> bool:
        """Whether a file is published that is named by its content, as far as the disk tells."""
        return path in self._pages.sizes and not (self._amiss(path) or self._lacks_a_copy(path))

    def is_due(
        self, path: str, fingerprint: bytes, work: Work, sheet: AnySheet | None = None, *, why: Message | None = None
    ) -> bool:
        """Whether a file has to be made; put it with the others of the site. None is ever sure without a fingerprint.

        Of a file that shows no sheet, `why` says what makes another of it.
        """
        work.fingerprints[path] = fingerprint
        before = self._pages.fingerprint(path)
        if before == fingerprint and fingerprint:
            reason = self._amiss(path) or self._lacks_a_copy(path)
            if not reason and self._packing.forms:
                copies = self._packing.copies(path, self._pages.sizes[path])
                work.fingerprints |= {copy: fingerprint for copy, _ in copies}
        else:
            reason = why or self._reason(path, before, fingerprint, sheet)
        if reason:
            work.due.append(Due(path, reason))
        return bool(reason)

    def _amiss(self, path: str) -> Message | None:
        return amiss(self._output, path, self._pages.sizes[path])

    def _lacks_a_copy(self, path: str) -> Message | None:
        """Whether a smaller copy that there is to be of a file is not there, or is of what it was before."""
        for copy, _ in self._packing.copies(path, self._pages.sizes[path]):
            known = self._pages.fingerprint(copy)
            if known is None or known != self._pages.fingerprint(path) or self._amiss(copy):
                return NO_COPY
        return None

    def _reason(self, path: str, before: bytes | None, fingerprint: bytes, sheet: AnySheet | None) -> Message:
        if before is None:
            return UNKNOWN if os.path.lexists(f"{self._output}/{path}") else IS_NEW
        if sheet is None:
            return message("its source may have changed")
        return self._why(sheet, before, fingerprint)

    def _why(self, sheet: AnySheet, before: bytes, after: bytes) -> Message:
        names = digested_fields(type(sheet))
        if len(before) != len(after):
            return message("another kind of page stands there now")
        at = range(SIZE, len(after), SIZE)
        differing = [
            name
            for name, start in zip(names, at, strict=True)
            if name not in FIXED and before[start : start + SIZE] != after[start : start + SIZE]
        ]
        if differing:
            return REASONS[next((name for name in FIRST if name in differing), differing[0])]
        return self._now.why(template_of(sheet), self._noted)
