"""Put the addresses that were published into their record: one line each, in order, made for version control."""

from collections.abc import Sequence
from pathlib import Path

from sitegen.errors import OutputError, Place
from sitegen.foreign import foreign
from sitegen.messages import message
from sitegen.model.address import RECORD, Address
from sitegen.writer import replace_file

HEADER = "# Every address that was published, what stood there, and what tells it again. Kept by `sitegen build`; belongs into version control."


def note_addresses(site: Path, lines: Sequence[Address]) -> None:
    """Write the lines into the record of a site as it stands on the disk now, if there is anything to write."""
    file = site / RECORD
    try:
        before = file.read_bytes() if file.exists() else b""
        after = with_lines(before, lines)
        if after != before:
            file.parent.mkdir(exist_ok=True)
            replace_file(file, after)
    except OSError as error:
        raise OutputError(
            message("the addresses that were published cannot be noted: {reason}", reason=foreign(error.strerror)),
            place=Place(RECORD),
            hint=message("let it be written, or build with --no-record"),
        ) from error


def with_lines(record: bytes, lines: Sequence[Address]) -> bytes:
    """The bytes of a record in which each of some routes has the line given, and every line stands in its place."""
    if not lines:
        return record
    new = {line.route: "\t".join(line[:4]).rstrip("\t") for line in lines}
    before = record.decode("utf-8-sig").replace("\r", "").split("\n")
    comments = [line for line in before if line.startswith("#")] or [HEADER]
    kept = {line for line in before if line.startswith("/") and line.partition("\t")[0] not in new}
    return "".join(f"{line}\n" for line in (*comments, *sorted({*kept, *new.values()}))).encode()
