"""One SQLite file that remembers what was read and what was made from it. Losing it costs time, never correctness."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from msgspec import json

from sitegen.cache.changes import Changes
from sitegen.cache.known import Known, Stamped
from sitegen.errors import OutputError, Place
from sitegen.messages import Message, message

NAME = "record.sqlite"


class Record:
    """The record of one site. Every method leaves it whole, whenever the program is killed.

    What was asked of many files is answered again from memory until something is changed; it comes as one row of JSON, which is
    quicker than many.
    """

    def __init__(self, database: sqlite3.Connection, why_empty: Message | str = "") -> None:
        self._database = database
        self._stamps: dict[str, Stamped] = {}
        self._sizes: dict[str, dict[str, int]] = {}
        self.why_empty = why_empty

    @property
    def folder(self) -> Path | None:
        """Where the file is; None where the record is gone after the build."""
        file = self._database.execute("PRAGMA database_list").fetchone()[2]
        return Path(file).parent if file else None

    def fact(self, key: str) -> bytes | None:
        """Something that was noted under a key."""
        row = self._database.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
        return bytes(row[0]) if row else None

    def sources(self) -> list[Known]:
        """All that is known of files of the content."""
        return list(map(Known._make, self._database.execute("SELECT * FROM sources")))

    def stamps(self) -> dict[str, Stamped]:
        """What is known of the files of the content without what was read of them, by file."""
        if not self._stamps:
            asked = "SELECT json_group_object(file, json_array(kind, size, modified, changed, is_sure)) FROM sources"
            told = self._database.execute(asked).fetchone()[0]
            self._stamps = json.decode(told, type=dict[str, Stamped])
        return self._stamps

    def source(self, file: str) -> Known | None:
        """All that is known of one file of the content."""
        row = self._database.execute("SELECT * FROM sources WHERE file = ?", (file,)).fetchone()
        return Known._make(row) if row else None

    def sizes(self, output: str) -> dict[str, int]:
        """The bytes of every file in an output folder that is known, by path."""
        if output not in self._sizes:
            asked = "SELECT json_group_object(path, size) FROM pages WHERE output = ?"
            told = self._database.execute(asked, (output,)).fetchone()[0]
            self._sizes[output] = json.decode(told, type=dict[str, int])
        return self._sizes[output]

    def fingerprints(self, output: str) -> dict[str, bytes]:
        """What tells apart what the files in an output folder show, by path."""
        return dict(self._database.execute("SELECT path, fingerprint FROM pages WHERE output = ?", (output,)))

    def fingerprint(self, output: str, path: str) -> bytes | None:
        """The same of one file; None where nothing is known of it."""
        asked = "SELECT fingerprint FROM pages WHERE output = ? AND path = ?"
        row = self._database.execute(asked, (output, path)).fetchone()
        return row[0] if row else None

    def is_sure_of_all(self, output: str) -> bool:
        """Whether every file in an output folder has a fingerprint."""
        asked = "SELECT 1 FROM pages WHERE output = ? AND fingerprint = x''"
        return self._database.execute(asked, (output,)).fetchone() is None

    @contextmanager
    def changes(self) -> Iterator[Changes]:
        """Make several changes, all of them or none."""
        self._stamps, self._sizes = {}, {}
        try:
            with self._database:
                self._database.execute("BEGIN")
                yield Changes(self._database)
        except sqlite3.Error as error:
            hint = message("the site is as it was, or complete; what is not known will be made again")
            raise OutputError(
                message("the record cannot be written: {error}", error=str(error)),
                place=Place(f".sitegen/{NAME}"),
                hint=hint,
            ) from error

    def clear(self) -> None:
        """Trust nothing that is known."""
        with self.changes() as changes:
            changes.forget_everything()
        self.why_empty = message("nothing was to be trusted")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_what: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()
