"""A folder → its record, an empty one where it cannot be used: missing, damaged, of another program."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from sitegen.cache.record import NAME, Record
from sitegen.messages import Message, message

FORM = 4
"""Raised whenever the tables, or what stands in them, change."""

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
    CREATE INDEX stamps ON sources (file, kind, size, modified, changed, is_sure);
    CREATE INDEX unsure ON pages (output) WHERE fingerprint = x'';
"""


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
        if _is_of(database, program):
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
        if not _is_of(database, program):
            database.close()
            why = message("another version of sitegen made the record of earlier builds")
            return _anew(file, program, why, among_threads=among_threads)
        database.execute("SELECT count(size), count(is_sure) FROM pages, (SELECT is_sure FROM sources LIMIT 1) LIMIT 1")
    except BaseException:
        database.close()
        raise
    return Record(database)


def _is_of(database: sqlite3.Connection, program: str) -> bool:
    row = database.execute("SELECT value FROM facts WHERE key = 'program'").fetchone()
    return bool(row) and bytes(row[0]).decode() == _signed(program)


def _signed(program: str) -> str:
    return f"{FORM} {program}"


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
    database.execute("INSERT INTO facts VALUES ('program', ?)", (_signed(program).encode(),))
    return Record(database, why)
