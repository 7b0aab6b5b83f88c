"""The index of the search: what each article gives to it, and what is told from that of the files of the index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.builder.session import Session
from sitegen.cache import Entries, EntryDigests, EntryRow, digest_of
from sitegen.cache.fingerprint import SIZE, digested_fields
from sitegen.folder import program
from sitegen.model import AnySheet, ArticleSheet, SiteFacts

SHOWN = ("article", "body", "terms", "targets")
"""The fields of an article's sheet that its entry is made of, besides its route."""

AT_ONCE = 256
"""Entries that are written together."""


@dataclass(slots=True)
class Indexing:
    """Knows the entry of each article, and takes those that are made anew."""

    entries: Entries
    how: bytes
    known: dict[str, EntryDigests]
    before: dict[str, bytes] = field(default_factory=dict)
    _wanted: dict[str, bytes] = field(default_factory=dict)
    _fresh: list[EntryRow] = field(default_factory=list)

    def is_due(self, sheet: AnySheet, shown: bytes) -> bool:
        """Whether an article gives something else than before; `shown` is the fingerprint of its sheet."""
        if not isinstance(sheet, ArticleSheet):
            return False
        file = sheet.article.file
        self._wanted[file] = digest_of((self.how, sheet.route, *_shown(shown)))
        return file not in self.known or self.known[file].fingerprint != self._wanted[file]

    def add(self, row: EntryRow) -> None:
        """Take an entry, made anew."""
        self._fresh.append(row._replace(fingerprint=self._wanted[row.file]))
        if len(self._fresh) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Keep what was taken; a few of those that were there before are still at hand, to see what differs."""
        for row in self._fresh if len(self.before) < AT_ONCE else ():
            before = self.entries.terms(row.file) if row.file in self.known else None
            if before is not None:
                self.before[row.file] = before
        self.entries.keep(self._fresh)
        self.known |= {row.file: EntryDigests(*row[1:4]) for row in self._fresh}
        self._fresh = []

    def forget_others(self, files: set[str]) -> None:
        """Forget the entries of articles that are gone."""
        self.entries.keep((), gone=self.known.keys() - files)


def indexing_of(session: Session, facts: SiteFacts) -> Indexing | None:
    """What knows the entries of a site; None where it is not to have an index."""
    if not facts.search:
        return None
    settings = session.config.orthography, session.config.is_sanitised
    how = digest_of((program(), facts.scripts, facts.language, settings))
    return Indexing(session.entries, how, session.entries.known())


def _shown(fingerprint: bytes) -> Iterator[str]:
    """The digests of the fields that an entry is made of, out of those of its sheet."""
    names: Sequence[str] = digested_fields(ArticleSheet)
    return (fingerprint[at : at + SIZE].hex() for at in (names.index(name) * SIZE for name in SHOWN))
