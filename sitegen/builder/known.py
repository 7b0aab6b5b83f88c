"""What the record knows of an output folder."""

import os
from collections.abc import Sequence
from pathlib import Path

from sitegen.cache import PageRow, Record
from sitegen.messages import Message, message

IS_MISSING = message("the file was missing")
IS_ANOTHER = message("the file was not as it was written")


def output_key(output: Path, site: Path) -> str:
    """The name of an output folder in the record: the site may be moved with it."""
    return os.path.relpath(output, site)


def shown_release(output: Path) -> bytes:
    """The release that an output folder shows, where it is a link to one."""
    return os.fsencode(os.readlink(output)) if output.is_symlink() else b""  # noqa: PTH115  # as bytes


def known_pages(record: Record, key: str, output: Path) -> Sequence[PageRow]:
    """The published files that the record knows; none where somebody has put another release there."""
    return record.pages(key) if record.fact(f"release {key}") == shown_release(output) else ()


def amiss(output: str, row: PageRow) -> Message | None:
    """Say what is wrong with a published file, as far as the disk tells without opening it."""
    try:
        size = os.stat(f"{output}/{row.path}").st_size  # noqa: PTH116  # for every page
    except OSError:
        return IS_MISSING
    return None if size == row.size else IS_ANOTHER
