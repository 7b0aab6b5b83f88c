"""What is kept of each article, by its file: a table that is written together, and that other processes read."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import ClassVar, Generic, Self, TypeVar

from sitegen.cache.database import Table, opened, written

Row = TypeVar("Row", bound=tuple[object, ...])


class ByFile(Generic[Row]):
    """The rows of one site; the first of their columns is the file of the article."""

    table: ClassVar[Table]
    rows: ClassVar[str]
    columns: ClassVar[int]

    def __init__(self, file: Path, database: sqlite3.Connection) -> None:
        self.file = file
        self._database = database

    @classmethod
    @contextmanager
    def opened(cls, folder: Path | None) -> Iterator[Self]:
        """Open them in a folder; without one, or where it cannot be written, they are gone after the build."""
        with opened(folder, cls.table) as (file, database):
            yield cls(file, database)

    def keep(self, rows: Iterable[Row], gone: Iterable[str] = ()) -> None:
        """Keep rows in place of those that were there, and forget those of files that are gone."""
        places = ", ".join("?" * self.columns)
        with written(self._database, self.table):
            self._database.executemany(f"INSERT OR REPLACE INTO {self.rows} VALUES ({places})", rows)  # noqa: S608  # our own names
            self._database.executemany(f"DELETE FROM {self.rows} WHERE file = ?", ((file,) for file in gone))  # noqa: S608  # our own names

    def clear(self) -> None:
        """Trust nothing that is kept."""
        with self._database:
            self._database.execute(f"DELETE FROM {self.rows}")  # noqa: S608  # our own names


def values_in(file: Path, rows: str, column: str, files: Sequence[str]) -> Iterator[bytes]:
    """A column of the rows of some articles, in the order given, in whatever process; every one must be there."""
    with closing(sqlite3.connect(file)) as database:
        for each in files:
            yield database.execute(f"SELECT {column} FROM {rows} WHERE file = ?", (each,)).fetchone()[0]  # noqa: S608  # our own names
