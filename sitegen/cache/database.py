"""A SQLite file of one table that may be lost at any time: opened, or begun anew where it is damaged or of another form."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from sitegen.errors import OutputError, Place
from sitegen.messages import message


class Table(NamedTuple):
    """What a file holds: its name, a number that is raised whenever the table changes, how the table is made and looked at."""

    name: str
    form: int
    make: str
    look: str


@contextmanager
def opened(folder: Path | None, table: Table) -> Iterator[tuple[Path, sqlite3.Connection]]:
    """Open the file in a folder; without one, or where it cannot be written, it is gone after the build."""
    with TemporaryDirectory(prefix="sitegen-") as temporary:
        for file in [*([folder / table.name] if folder else []), Path(temporary) / table.name]:
            if database := _opened_or_none(file, table):
                with closing(database):
                    yield file, database
                return


@contextmanager
def written(database: sqlite3.Connection, table: Table) -> Iterator[None]:
    """Write all of what follows or nothing; an OutputError where the file takes no more."""
    try:
        with database:
            database.execute("BEGIN")
            yield
    except sqlite3.Error as error:
        hint = message("the site is as it was; is there room on the disk?")
        place = Place(f".sitegen/{table.name}")
        raise OutputError(message("cannot be written: {error}", error=str(error)), place=place, hint=hint) from error


def _opened_or_none(file: Path, table: Table) -> sqlite3.Connection | None:
    try:
        return _opened(file, table)
    except (sqlite3.Error, OSError):
        return None


def _opened(file: Path, table: Table) -> sqlite3.Connection:
    database = sqlite3.connect(file, isolation_level=None)
    try:
        if database.execute("PRAGMA user_version").fetchone()[0] == table.form:
            database.execute(table.look).fetchone()
            database.execute("PRAGMA synchronous = NORMAL")
            return database
    except sqlite3.DatabaseError:
        pass
    database.close()
    file.unlink()
    return _fresh(file, table)


def _fresh(file: Path, table: Table) -> sqlite3.Connection:
    database = sqlite3.connect(file, isolation_level=None)
    database.execute("PRAGMA synchronous = NORMAL")
    database.executescript(f"BEGIN; {table.make} PRAGMA user_version = {table.form}; COMMIT;")
    return database
