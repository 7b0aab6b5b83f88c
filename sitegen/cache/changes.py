"""What may be changed of a record, together."""

import sqlite3
from collections.abc import Iterable
from uuid import uuid4

from sitegen.cache.known import Known, PageRow

GENERATION = "generation"
"""The key of what is another whenever something else is known of the sources than before."""


class Changes:
    """What may be changed of a record, together."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def note(self, key: str, value: bytes) -> None:
        """Note something under a key."""
        self._database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (key, value))

    def forget(self, key: str) -> None:
        """Forget what was noted under a key."""
        self._database.execute("DELETE FROM facts WHERE key = ?", (key,))

    def keep_sources(self, rows: Iterable[Known], gone: Iterable[str]) -> None:
        """Remember what was read, and forget files that are gone; what is known is of another generation then."""
        rows, gone = list(rows), list(gone)
        if rows or gone:
            self.note(GENERATION, uuid4().bytes)
        self._database.executemany("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._database.executemany("DELETE FROM sources WHERE file = ?", ((file,) for file in gone))

    def keep_pages(self, output: str, rows: Iterable[PageRow]) -> None:
        """Remember what was published."""
        values = ((output, *row) for row in rows)
        self._database.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?)", values)

    def forget_pages(self, output: str, paths: Iterable[str]) -> None:
        """Know nothing of files any more: what they hold is about to change."""
        values = ((output, path) for path in paths)
        self._database.executemany("DELETE FROM pages WHERE output = ? AND path = ?", values)

    def forget_everything(self) -> None:
        """Trust nothing."""
        self._database.execute("DELETE FROM facts WHERE key != 'program'")
        self._database.execute("DELETE FROM sources")
        self._database.execute("DELETE FROM pages")
