"""What the record knows of an output folder."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sitegen.cache import Record
from sitegen.messages import Message, message

IS_MISSING = message("the file was missing")
IS_ANOTHER = message("the file was not as it was written")


PER_FILE = 8
"""How much dearer it is to ask for the fingerprint of one file than for one among all."""


class Pages:
    """The published files that the record knows: their bytes by path, and the fingerprints of what they show.

    Of a few files fingerprints are asked for one by one, of many all at once.
    """

    def __init__(self, record: Record, key: str, sizes: Mapping[str, int]) -> None:
        self.sizes = sizes
        self._record = record
        self._key = key
        self._asked = 0
        self._fingerprints: Mapping[str, bytes] | None = None

    def fingerprint(self, path: str) -> bytes | None:
        """What tells apart what a file shows; None where nothing is known of it."""
        if path not in self.sizes:
            return None
        self._asked += 1
        if self._fingerprints is None and self._asked * PER_FILE < len(self.sizes):
            return self._record.fingerprint(self._key, path)
        if self._fingerprints is None:
            self._fingerprints = self._record.fingerprints(self._key)
        return self._fingerprints.get(path)


def output_key(output: Path, site: Path) -> str:
    """The name of an output folder in the record: the site may be moved with it."""
    return os.path.relpath(output, site)


def shown_release(output: Path) -> bytes:
    """The release that an output folder shows, where it is a link to one."""
    return os.fsencode(os.readlink(output)) if output.is_symlink() else b""  # noqa: PTH115  # as bytes


def known_sizes(record: Record, key: str, output: Path) -> Mapping[str, int]:
    """The bytes of the published files that the record knows, by path; none where somebody has put another release there."""
    return record.sizes(key) if record.fact(f"release {key}") == shown_release(output) else {}


def spoiled(output: str, sizes: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Those of some published files, each with its bytes, that are not as they were written."""
    return (path for path, size in sizes if amiss(output, path, size))


def amiss(output: str, path: str, size: int) -> Message | None:
    """Say what is wrong with a published file, as far as the disk tells without opening it."""
    try:
        there = os.stat(f"{output}/{path}").st_size  # noqa: PTH116  # for every page
    except OSError:
        return IS_MISSING
    return None if there == size else IS_ANOTHER
