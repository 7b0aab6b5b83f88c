"""Tell from the bytes of a font which characters it can draw, and how many faces stand in its file."""

import struct
import sys
from collections.abc import Iterator
from mmap import mmap

COLLECTION = b"ttcf"
UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""Tables of characters by platform and encoding, those that hold the most first."""

Data = bytes | mmap

NO_FONT = (struct.error, IndexError, ValueError)
"""What bytes raise that are no font."""


def faces_in(data: Data) -> int:
    """How many faces a file holds; none where it is no font."""
    if data[:4] == COLLECTION:
        return int(struct.unpack_from(">I", data, 8)[0])
    return 1 if data[:4] in {b"\0\1\0\0", b"OTTO", b"true"} else 0


def characters_in(data: Data, face: int) -> frozenset[int]:
    """The code points that a face can draw; none where its tables are not to be read."""
    try:
        table = _table(data, face, b"cmap")
        start = _subtable(data, table)
        form = struct.unpack_from(">H", data, start)[0]
        return frozenset(_by_groups(data, start) if form == 12 else _by_segments(data, start) if form == 4 else ())  # noqa: PLR2004  # the names of the forms
    except NO_FONT:
        return frozenset()


def _table(data: Data, face: int, name: bytes) -> int:
    at = struct.unpack_from(">I", data, 12 + 4 * face)[0] if data[:4] == COLLECTION else 0
    (count,) = struct.unpack_from(">H", data, at + 4)
    for each in range(at + 12, at + 12 + 16 * count, 16):
        if data[each : each + 4] == name:
            return int(struct.unpack_from(">I", data, each + 8)[0])
    raise ValueError(name)


def _subtable(data: Data, table: int) -> int:
    (count,) = struct.unpack_from(">H", data, table + 2)
    found = {
        (platform, encoding): table + offset
        for platform, encoding, offset in (struct.unpack_from(">HHI", data, table + 4 + 8 * at) for at in range(count))
    }
    return next(found[each] for each in UNICODE if each in found) if set(UNICODE) & found.keys() else -1


def _by_groups(data: Data, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", data, start + 12)
    for first, last, _ in struct.iter_unpack(">III", data[start + 16 : start + 16 + 12 * count]):
        yield from range(first, min(last, sys.maxunicode) + 1)


def _by_segments(data: Data, start: int) -> Iterator[int]:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", data, start + 14)
    firsts = struct.unpack_from(f">{count}H", data, start + 16 + 2 * count)
    for first, last in zip(firsts, lasts, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)
