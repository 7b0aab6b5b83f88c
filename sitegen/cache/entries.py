"""One SQLite file of what each article gives to the index of the search. Losing it costs time, never correctness."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from sitegen.cache.by_file import ByFile, values_in
from sitegen.cache.database import Table
from sitegen.cache.fingerprint import SIZE

TABLE = Table(
    name="search.sqlite",
    form=2,
    make="""
    CREATE TABLE entries (
        file TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, terms_digest BLOB NOT NULL, facts_digest BLOB NOT NULL,
        terms BLOB NOT NULL, facts BLOB NOT NULL
    );
    CREATE INDEX digests ON entries (file, fingerprint, terms_digest, facts_digest);""",
    look="SELECT file, fingerprint, terms_digest, facts_digest, terms, facts FROM entries LIMIT 1",
)
"""What stands in it is told apart by the fingerprints."""


def entry_digest(data: bytes) -> bytes:
    """What tells the terms or the facts of an article apart."""
    return blake2b(data, digest_size=SIZE).digest()


class EntryDigests(NamedTuple):
    """What tells an entry apart: what it was made from, its terms, all else of it."""

    fingerprint: bytes
    terms: bytes
    facts: bytes


class EntryRow(NamedTuple):
    """An entry as it is kept: terms as they were packed, facts as JSON."""

    file: str
    fingerprint: bytes
    terms_digest: bytes
    facts_digest: bytes
    terms: bytes
    facts: bytes


class Entries(ByFile[EntryRow]):
    """The entries of one site, in a file that other processes read."""

    table = TABLE
    rows = "entries"
    columns = len(EntryRow._fields)

    def known(self) -> dict[str, EntryDigests]:
        """What tells each entry apart, by the file of the article."""
        rows = self._database.execute("SELECT file, fingerprint, terms_digest, facts_digest FROM entries")
        return {file: EntryDigests(made_of, terms, facts) for file, made_of, terms, facts in rows}

    def terms(self, file: str) -> bytes | None:
        """The terms of an article, as they were packed."""
        row = self._database.execute("SELECT terms FROM entries WHERE file = ?", (file,)).fetchone()
        return row[0] if row else None


def open_entries(folder: Path | None) -> AbstractContextManager[Entries]:
    """Open the entries in a folder; without one, or where it cannot be written, they are gone after the build."""
    return Entries.opened(folder)


def entries_in(file: Path, column: str, files: Sequence[str]) -> Iterator[bytes]:
    """The `terms` or the `facts` of some articles, in the order given, in whatever process; every one must be there."""
    return values_in(file, "entries", column, files)
