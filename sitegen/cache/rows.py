"""One SQLite file of what each article gives to the archive as data. Losing it costs time, never correctness."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from sitegen.cache.database import Table, opened, written

TABLE = Table(
    name="data.sqlite",
    form=1,
    make="CREATE TABLE lines (file TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, digest BLOB NOT NULL, line BLOB NOT NULL);",
    look="SELECT file, fingerprint, digest, line FROM lines LIMIT 1",
)


class LineRow(NamedTuple):
    """The line of an article: what it was made from, what tells it apart, and itself, packed."""

    file: str
    fingerprint: bytes
    digest: bytes
    line: bytes


class LineDigests(NamedTuple):
    """What tells a line apart: what it was made from, and what it says."""

    fingerprint: bytes
    digest: bytes


class Lines:
    """The lines of one site, in a file that other processes read."""

    def __init__(self, file: Path, database: sqlite3.Connection) -> None:
        self.file = file
        self._database = database

    def known(self) -> dict[str, LineDigests]:
        """What tells each line apart, by the file of the article."""
        rows = self._database.execute("SELECT file, fingerprint, digest FROM lines")
        return {file: LineDigests(*digests) for file, *digests in rows}

    def keep(self, rows: Iterable[LineRow], gone: Iterable[str] = ()) -> None:
        """Keep lines in place of those that were there, and forget those of files that are gone."""
        with written(self._database, TABLE):
            self._database.executemany("INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?)", rows)
            self._database.executemany("DELETE FROM lines WHERE file = ?", ((file,) for file in gone))

    def clear(self) -> None:
        """Trust nothing that is kept."""
        with self._database:
            self._database.execute("DELETE FROM lines")


@contextmanager
def open_lines(folder: Path | None) -> Iterator[Lines]:
    """Open the lines in a folder; without one they are gone after the build."""
    with opened(folder, TABLE) as (file, database):
        yield Lines(file, database)


def lines_in(file: Path, files: Sequence[str]) -> Iterator[bytes]:
    """The lines of some articles, packed, in the order given, in whatever process; every one must be there."""
    with closing(sqlite3.connect(file)) as database:
        for each in files:
            yield database.execute("SELECT line FROM lines WHERE file = ?", (each,)).fetchone()[0]
