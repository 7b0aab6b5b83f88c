"""The content, read only where it has changed since it was read last."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from msgspec import json

from sitegen.builder.fetched import Read, Told, decoded, encode, learn_spelled, weight_of
from sitegen.builder.inputs import Inputs
from sitegen.builder.track import Track
from sitegen.cache import Changes, Fingerprints, Known, Record, digest_of
from sitegen.chinese import known_slugs
from sitegen.loader import Answer, Asked, Inventory, Reading, take_inventory
from sitegen.model import Content, Media, Source
from sitegen.workers import Workers

READING = "reading"
"""The record's key for what reading a file depends on besides the file."""

SLUGS = "slugs"
"""The record's key for names and headings that were spelled."""

MOST_SPELLED = 50_000


@dataclass(slots=True)
class Stock:
    """Answers what is in the files of the content: from the record, or by reading them, in several processes."""

    record: Record
    inputs: Inputs
    reading: Reading
    workers: Workers
    track: Track
    fingerprints: Fingerprints
    known: dict[str, Known] = field(default_factory=dict)
    fresh: list[Known] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    _inventory: Inventory | None = None

    @property
    def inventory(self) -> Inventory:
        """What each file of the content is for."""
        if self._inventory is None:
            taxonomies = tuple(each.key for each in self.reading.taxonomies)
            self._inventory = take_inventory(self.reading.content, taxonomies, list(self.inputs.files))
        return self._inventory

    def load(self) -> Content:
        """Read the content, and remember in the record what was read."""
        from sitegen.loader import load_content  # a build after a few edits does without

        self.recall()
        try:
            return load_content(self.reading, self.inventory, fetch=self.fetch)
        finally:
            with self.record.changes() as changes:
                self.keep(changes, gone=self.known.keys() - self.asked)
                self.keep_spelled(changes)

    def recall(self) -> None:
        """Know what the record knows, where that was read as this build would read it."""
        if self.is_of_use:
            self.known = {row.file: row for row in self.record.sources()}
            known_slugs.update(self._spelled())

    def look_again(
        self, asked: Sequence[Asked], meanwhile: Callable[[], None]
    ) -> list[tuple[Source | Media | None, Answer]]:
        """Read some files anew, each with what was known of it, as far as their bytes have changed.

        Where another process reads them, there is time `meanwhile` for something else.
        """
        spelled = self._spelled()
        known_slugs.update(spelled)
        self.workers.prepare(partial(learn_spelled, spelled))
        rows = [self.record.source(each.found.shown) for each in asked]
        self.known = {row.file: row for row in rows if row}
        answers = list(self.fetch(asked, meanwhile))
        digests = {row.file: row.digest for row in self.fresh}
        return [
            (self.value_of(row) if row else None, answer)
            for row, answer, each in zip(rows, answers, asked, strict=True)
            if isinstance(answer, tuple) or not row or digests[each.found.shown] != row.digest
        ]

    @property
    def is_of_use(self) -> bool:
        """Whether the record was read in the same way as this build would read."""
        return self.record.fact(READING) == digest_of(self.reading.depends)

    def keep(self, changes: Changes, *, gone: Iterable[str] = ()) -> None:
        """Remember what was read; nothing stays that was read in another way."""
        if not self.is_of_use:
            gone = self.record.stamps().keys() - {row.file for row in self.fresh}
        changes.note(READING, digest_of(self.reading.depends))
        changes.keep_sources(self.fresh, gone)

    def keep_spelled(self, changes: Changes) -> None:
        """Remember how names and headings are spelled, those that were spelled last."""
        if known_slugs.keys() - self._spelled().keys():
            changes.note(SLUGS, encode(dict(list(known_slugs.items())[-MOST_SPELLED:])))

    def _spelled(self) -> dict[str, str]:
        """How names were spelled: a record of another program, with other dictionaries, is never opened."""
        noted = self.record.fact(SLUGS)
        return json.decode(noted, type=dict[str, str]) if noted else {}

    def fetch(self, asked: Sequence[Asked], meanwhile: Callable[[], None] = lambda: None) -> Iterable[Answer]:
        """Answer each question in its turn."""
        self.asked.update(each.found.shown for each in asked)
        unread = [each for each in asked if not self._is_as_it_was(each)]
        told = self.workers.do(
            partial(read_chunk, reading=self.reading),
            unread,
            lambda each: (each, self._digest(each)),
            weight=weight_of(asked),
        )
        meanwhile()
        tracked = self.track("reading", told, len(unread))
        news = {each.found.shown: self._news(each, its) for each, its in zip(unread, tracked, strict=True)}
        return [news.get(each.found.shown) or self.value_of(self.known[each.found.shown]) for each in asked]

    def _is_as_it_was(self, asked: Asked) -> bool:
        row = self.known.get(asked.found.shown)
        return row is not None and row.is_sure == 1 and row.kind == asked.kind and row[2:5] == asked.found.stamp

    def _digest(self, asked: Asked) -> bytes:
        row = self.known.get(asked.found.shown)
        return row.digest if row and row.kind == asked.kind else b""

    def _news(self, asked: Asked, told: Told) -> Answer:
        """What a file holds that was looked at; it is known from now on."""
        if isinstance(told, list):
            return tuple(told)
        before = self.known.get(asked.found.shown)
        read = told or (before and Read(before.digest, before.shown, before.value))
        if not read:
            raise KeyError(asked.found.shown)
        known_slugs.update(read.spelled)
        self.fresh.append(self._row(asked, read))
        return self.value_of(self.fresh[-1])

    def value_of(self, row: Known) -> Source | Media:
        """What is known of a file."""
        value = decoded(row.kind, row.value)
        self.fingerprints.remember(value, row.shown)
        return value

    def _row(self, asked: Asked, read: Read) -> Known:
        stamp = asked.found.stamp
        return Known(asked.found.shown, asked.kind, *stamp, int(self.inputs.is_settled(stamp)), *read[:3])


def read_chunk(asked: Sequence[tuple[Asked, bytes]], reading: Reading) -> list[Told]:
    """Read some files, unless their bytes have the digest that is known of them."""
    from sitegen.builder.fetching import read_files  # it brings all along that files are read with

    return read_files(asked, reading)
