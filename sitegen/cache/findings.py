"""One SQLite file of what was found in files when they were looked at last. Losing it costs time, never correctness."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from sitegen.cache.database import Table, opened

TABLE = Table(
    name="checked.sqlite",
    form=1,
    make="CREATE TABLE found (kind TEXT, file TEXT, key BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, file));",
    look="SELECT kind, file, key, value FROM found LIMIT 1",
)
"""What stands in it is told apart by the keys."""


class FoundRow(NamedTuple):
    """What was found in a file, packed; `key` is another wherever something else might be found."""

    file: str
    key: bytes
    value: bytes


class Findings:
    """What is known of the files of a site."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def known(self, kind: str) -> dict[str, FoundRow]:
        """All that is known of files of a kind, by file; nothing where that cannot be read."""
        with suppress(sqlite3.Error):
            rows = self._database.execute("SELECT file, key, value FROM found WHERE kind = ?", (kind,))
            return {row[0]: FoundRow(*row) for row in rows}
        return {}

    def keep(self, kind: str, rows: Iterable[FoundRow], gone: Iterable[str]) -> None:
        """Forget files that are gone or others now, and know what was found; where that cannot be written, it is found again."""
        with suppress(sqlite3.Error), self._database:
            self._database.execute("BEGIN")
            self._database.executemany("DELETE FROM found WHERE kind = ? AND file = ?", ((kind, file) for file in gone))
            self._database.executemany(
                "INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?)", ((kind, *row) for row in rows)
            )


@contextmanager
def open_findings(folder: Path | None) -> Iterator[Findings]:
    """Open what is known in a folder; without one, or where it cannot be opened, nothing is, nor will be later."""
    if folder:
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
    with opened(folder, TABLE) as (_, database):
        yield Findings(database)
