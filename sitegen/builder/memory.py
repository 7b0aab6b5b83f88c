"""What was read of the content, kept in memory while a site is being written: a file is read again only where it may have changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from sitegen.builder.fetched import Read, decoded, weight_of
from sitegen.builder.inputs import Inputs
from sitegen.builder.stock import Stock, read_chunk
from sitegen.cache import Known
from sitegen.chinese import known_slugs
from sitegen.errors import SitegenError
from sitegen.files import Stamp
from sitegen.loader import Answer, Asked, Reading, read_bytes
from sitegen.model import Content, Media, Source
from sitegen.workers import Workers


class Kept(NamedTuple):
    """What is known of a file: its stamp, whether a later change would show in that, the digest of its bytes, what it holds."""

    kind: str
    stamp: Stamp
    is_sure: bool
    digest: bytes
    value: Source | Media


@dataclass(slots=True)
class Memory:
    """Answers what is in the files of the content; `fresh` is what the record does not know yet."""

    kept: dict[str, Kept] = field(default_factory=dict)
    fresh: dict[str, Known] = field(default_factory=dict)

    def learn(self, content: Content, stock: Stock) -> None:
        """Know what a stock has read."""
        rows = {**stock.known, **{row.file: row for row in stock.fresh}}
        for value in (*content.sources, *content.media):
            if row := rows.get(value.file):
                self.kept[value.file] = Kept(row.kind, Stamp(*row[2:5]), row.is_sure == 1, row.digest, value)

    def forget(self) -> None:
        """Know nothing any more."""
        self.kept.clear()
        self.fresh.clear()

    def fetch(
        self, asked: Sequence[Asked], *, reading: Reading, inputs: Inputs, workers: Workers, changed: Collection[str]
    ) -> Iterable[Answer]:
        """Answer each question in its turn; what is named as `changed` is read whatever its stamp says."""
        doubtful = (each for each in asked if not self._is_as_it_was(each, changed))
        unread = [each for each in doubtful if not self._has_the_same_bytes(each, inputs)]
        told = workers.do(
            partial(read_chunk, reading=reading), unread, lambda each: (each, b""), weight=weight_of(asked)
        )
        faults = {}
        for each, its in zip(unread, told, strict=True):
            if isinstance(its, Read):
                self._keep(each, its, inputs)
            else:
                faults[each.found.shown] = tuple(its or ())
        return [faults.get(each.found.shown) or self.kept[each.found.shown].value for each in asked]

    def _is_as_it_was(self, asked: Asked, changed: Collection[str]) -> bool:
        kept = self.kept.get(asked.found.shown)
        if kept is None or not kept.is_sure or asked.found.shown in changed:
            return False
        return kept.kind == asked.kind and kept.stamp == asked.found.stamp

    def _has_the_same_bytes(self, asked: Asked, inputs: Inputs) -> bool:
        """Look into a file that may have changed; one that has not is known by the stamp that it has now."""
        file, stamp = asked.found.shown, asked.found.stamp
        kept = self.kept.get(file)
        if kept is None or kept.kind != asked.kind or _digest(asked) != kept.digest:
            return False
        is_sure = inputs.is_settled(stamp)
        self.kept[file] = kept._replace(stamp=stamp, is_sure=is_sure)
        if row := self.fresh.get(file):
            self.fresh[file] = row._replace(**stamp._asdict(), is_sure=int(is_sure))
        return True

    def _keep(self, asked: Asked, read: Read, inputs: Inputs) -> None:
        file, stamp = asked.found.shown, asked.found.stamp
        is_sure = inputs.is_settled(stamp)
        known_slugs.update(read.spelled)
        self.kept[file] = Kept(asked.kind, stamp, is_sure, read.digest, decoded(asked.kind, read.value))
        self.fresh[file] = Known(file, asked.kind, *stamp, int(is_sure), *read[:3])


def _digest(asked: Asked) -> bytes:
    """The digest of the bytes of a file; none where they cannot be read."""
    try:
        return blake2b(read_bytes(asked.found.path_text, asked.found.shown), digest_size=16).digest()
    except SitegenError:
        return b""
