"""Have programs from outside read the site in a folder: `python -m tests.outside public`. 1 where one of them finds anything wrong."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.outside.data import expand_data, type_data
from tests.outside.feeds import hold_feeds, parse_feeds
from tests.outside.kept import cite_csl, read_package, read_ris
from tests.outside.maps import read_maps
from tests.outside.pages import read_pages
from tests.outside.reading import NotThereError, Reading

READERS: tuple[Callable[[Path], Reading], ...] = (
    parse_feeds, hold_feeds, read_maps, expand_data, type_data, read_pages, read_ris, cite_csl, read_package,
)  # fmt: skip
"""Each lets one program read a site. What a site gives to yet other programs has a line here; not every site gives all of it."""


def main(folders: list[str]) -> int:
    """Say of each program what it read, and every fault."""
    status = 0
    for folder in map(Path, folders):
        for read in READERS:
            status = max(status, _told(read, folder))
    return status


def _told(read: Callable[[Path], Reading], folder: Path) -> int:
    try:
        done = read(folder)
    except NotThereError as error:
        _say(f"NOT CHECKED: npm could not fetch {error}")
        return 1 if os.environ.get("SITEGEN_NO_SKIPS") else 0
    _say(f"{done.count} {done.what}, {len(done.faults)} faults: {done.reader}")
    for fault in done.faults:
        _say(f"  {fault}")
    return 1 if done.faults else 0


def _say(words: str) -> None:
    print(words)  # noqa: T201  # it is a command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
