"""Compare what is published with a build from nothing."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.errors import OutputError, Place
from sitegen.messages import Message, message
from sitegen.writer import published_files

HINT = message("build with --clean; if that does not help, sitegen has a fault: please report it")


def differences(output: Path, fresh: Path) -> Iterator[OutputError]:
    """Name every file of ours that is not, byte for byte, what a build from nothing makes."""
    ours, theirs = published_files(output), published_files(fresh)
    for path in sorted(ours | theirs):
        if problem := _difference(output / path, fresh / path):
            yield OutputError(problem, place=Place(str(output / path)), hint=HINT)


def _difference(here: Path, there: Path) -> Message | None:
    if not there.is_file():
        return message("a build from nothing does not make this file")
    if not here.is_file():
        return message("this file is missing")
    return None if here.read_bytes() == there.read_bytes() else message("a build from nothing makes other bytes")
