"""One SQLite file of what each article gives to the archive as data. Losing it costs time, never correctness."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from sitegen.cache.by_file import ByFile, values_in
from sitegen.cache.database import Table

TABLE = Table(
    name="data.sqlite",
    form=2,
    make="""
    CREATE TABLE lines (file TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, digest BLOB NOT NULL, line BLOB NOT NULL);
    CREATE INDEX digests ON lines (file, fingerprint, digest);""",
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


class Lines(ByFile[LineRow]):
    """The lines of one site, in a file that other processes read."""

    table = TABLE
    rows = "lines"
    columns = len(LineRow._fields)

    def known(self) -> dict[str, LineDigests]:
        """What tells each line apart, by the file of the article."""
        rows = self._database.execute("SELECT file, fingerprint, digest FROM lines")
        return {file: LineDigests(made_of, says) for file, made_of, says in rows}


def open_lines(folder: Path | None) -> AbstractContextManager[Lines]:
    """Open the lines in a folder; without one, or where it cannot be written, they are gone after the build."""
    return Lines.opened(folder)


def lines_in(file: Path, files: Sequence[str]) -> Iterator[bytes]:
    """The lines of some articles, packed, in the order given, in whatever process; every one must be there."""
    return values_in(file, "lines", "line", files)
