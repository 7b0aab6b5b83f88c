"""One SQLite file that remembers what was read and what was made from it. Losing it costs time, never correctness."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Self
from uuid import uuid4

from sitegen.errors import OutputError, Place
from sitegen.messages import Message, message

NAME = "record.sqlite"
FORM = 3
"""Raised whenever the tables, or what stands in them, change."""

GENERATION = "generation"
"""The key of what is another whenever something else is known of the sources than before."""

TABLES = """
    CREATE TABLE facts (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE sources (
        file TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
        changed INTEGER NOT NULL, is_sure INTEGER NOT NULL, digest BLOB NOT NULL, shown BLOB NOT NULL, value BLOB NOT NULL
    );
    CREATE TABLE pages (
        output TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, fingerprint BLOB NOT NULL,
        PRIMARY KEY (output, path)
    ) WITHOUT ROWID;
"""


class Known(NamedTuple):
    """What is known of a file of the content: its stamp, whether that was old enough to be sure of, digests, and value.

    `digest` is of its bytes, `shown` of what its pages may show, `value` what was read, as JSON.
    """

    file: str
    kind: str
    size: int
    modified: int
    changed: int
    is_sure: int
    digest: bytes
    shown: bytes
    value: bytes


class Stamped(NamedTuple):
    """The first columns of Known, but for the name of the file."""

    kind: str
    size: int
    modified: int
    changed: int
    is_sure: int


class PageRow(NamedTuple):
    """What is known of a published file: bytes, and the fingerprint of what it shows."""

    path: str
    size: int
    fingerprint: bytes


class Record:
    """The record of one site. Every method leaves it whole, whenever the program is killed.

    What was asked of many files is answered again from memory until something is changed.
    """

    def __init__(self, database: sqlite3.Connection, why_empty: Message | str = "") -> None:
        self._database = database
        self._stamps: dict[str, Stamped] = {}
        self._pages: dict[str, list[PageRow]] = {}
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
            rows = self._database.execute("SELECT file, kind, size, modified, changed, is_sure FROM sources")
            self._stamps = {row[0]: Stamped._make(row[1:]) for row in rows}
        return self._stamps

    def source(self, file: str) -> Known | None:
        """All that is known of one file of the content."""
        row = self._database.execute("SELECT * FROM sources WHERE file = ?", (file,)).fetchone()
        return Known._make(row) if row else None

    def pages(self, output: str) -> list[PageRow]:
        """All that is known of the files in an output folder."""
        if output not in self._pages:
            rows = self._database.execute("SELECT path, size, fingerprint FROM pages WHERE output = ?", (output,))
            self._pages[output] = list(map(PageRow._make, rows))
        return self._pages[output]

    @contextmanager
    def changes(self) -> Iterator["Changes"]:
        """Make several changes, all of them or none."""
        self._stamps, self._pages = {}, {}
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


def open_record(folder: Path, program: str, *, among_threads: bool = False) -> Record:
    """Open the record in a folder, an empty one where it is missing, damaged or of another `program`.

    Where the folder cannot be written, the record lives as long as the build. One that is opened `among_threads` may be asked by
    several, one after the other.
    """
    file = folder / NAME
    why = "" if file.exists() else message("there is no record of an earlier build")
    try:
        folder.mkdir(exist_ok=True)
        return _opened(file, program, why, among_threads=among_threads)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and not file.exists():
            return blank_record(among_threads=among_threads)
        why = message("the record of earlier builds is damaged ({error})", error=error)
        return _anew(file, program, why, among_threads=among_threads)
    except OSError:
        return blank_record(among_threads=among_threads)


def read_record(folder: Path, program: str) -> Record:
    """Open the record to look something up in it, and never to change it; where it cannot be used, nothing is known."""
    try:
        database = sqlite3.connect(f"{(folder / NAME).absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    except sqlite3.OperationalError:  # there is none
        return blank_record()
    try:
        row = database.execute("SELECT value FROM facts WHERE key = 'program'").fetchone()
        if row and bytes(row[0]).decode() == f"{FORM} {program}":
            return Record(database)
    except sqlite3.DatabaseError:
        pass
    database.close()
    return blank_record()


def blank_record(*, among_threads: bool = False) -> Record:
    """A record that knows nothing and is gone after the build."""
    return _fresh(_connected(":memory:", among_threads=among_threads), "", message("nothing is known"))


def _connected(file: Path | str, *, among_threads: bool) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None, check_same_thread=not among_threads)


def _opened(file: Path, program: str, why: Message | str, *, among_threads: bool) -> Record:
    database = _connected(file, among_threads=among_threads)
    try:
        database.execute("PRAGMA synchronous = NORMAL")
        if why:
            return _fresh(database, program, why)
        row = database.execute("SELECT value FROM facts WHERE key = 'program'").fetchone()
        if not row or bytes(row[0]).decode() != f"{FORM} {program}":
            database.close()
            why = message("another version of sitegen made the record of earlier builds")
            return _anew(file, program, why, among_threads=among_threads)
        database.execute("SELECT count(size), count(is_sure) FROM pages, (SELECT is_sure FROM sources LIMIT 1) LIMIT 1")
    except BaseException:
        database.close()
        raise
    return Record(database)


def _anew(file: Path, program: str, why: Message | str, *, among_threads: bool) -> Record:
    """Begin a record anew in place of one that cannot be used."""
    for name in (file, file.with_name(f"{NAME}-journal")):
        with suppress(OSError):
            name.unlink()
    try:
        return _fresh(_connected(file, among_threads=among_threads), program, why)
    except sqlite3.DatabaseError:
        return blank_record(among_threads=among_threads)


def _fresh(database: sqlite3.Connection, program: str, why: Message | str) -> Record:
    database.execute("PRAGMA synchronous = NORMAL")
    database.executescript(f"BEGIN; {TABLES}; COMMIT;")
    database.execute("INSERT INTO facts VALUES ('program', ?)", (f"{FORM} {program}".encode(),))
    return Record(database, why)
