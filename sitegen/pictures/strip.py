"""Take out of a picture's file what says where, when, by whom and with what it was taken; every pixel stays as it is."""

import re
from collections.abc import Iterator

JPEG_KEPT = {b"\xe0": b"JFIF\0", b"\xe2": b"ICC_PROFILE\0", b"\xee": b"Adobe"}
"""Segments of applications that say how the pixels are to be understood, by marker and by how they begin."""

JPEG_OTHERS = re.compile(rb"[\xe0-\xef\xfe]")
JPEG_DATA_ENDS = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
STANDING_ALONE = re.compile(rb"[\x01\xd0-\xd8]")

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
PNG_KEPT = {
    b"acTL", b"bKGD", b"cHRM", b"cICP", b"fcTL", b"fdAT", b"gAMA", b"iCCP", b"pHYs", b"sBIT", b"sRGB", b"tRNS",
}  # fmt: skip
CRITICAL = re.compile(rb"[A-Z]")

GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")

WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
WEBP_METADATA = 0b1100
"""The bits of a VP8X chunk that announce EXIF and XMP."""


class Unknown(Exception):  # noqa: N818  # it says what the file is
    """The file is not built as its format has it."""


def stripped(data: bytes, ending: str) -> bytes:
    """The file without metadata, nor anything behind its end; Unknown where it cannot be taken apart."""
    parts = {".jpg": _jpeg, ".png": _png, ".gif": _gif, ".webp": _webp}.get(ending)
    if parts is None:
        raise Unknown(ending)
    try:
        return b"".join(parts(data))
    except (IndexError, AttributeError) as error:
        raise Unknown(ending) from error


def _jpeg(data: bytes) -> Iterator[bytes]:
    if data[:2] != b"\xff\xd8":
        raise Unknown
    yield data[:2]
    at = 2
    while True:
        at = _marker(data, at)
        marker = data[at + 1 : at + 2]
        if marker == b"\xd9":
            yield b"\xff\xd9"
            return
        end = at + 2 if STANDING_ALONE.match(marker) else at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == b"\xda":
            end = JPEG_DATA_ENDS.search(data, end).start()  # type: ignore[union-attr]  # told above
        if end > len(data) or end < at + 2:
            raise Unknown
        if _is_kept(marker, data[at + 4 : end]):
            yield data[at:end]
        at = end


def _marker(data: bytes, at: int) -> int:
    """Where the next marker begins; any number of FF may stand before it."""
    if data[at] != 0xFF:  # noqa: PLR2004  # the first byte of every marker
        raise Unknown
    while data[at + 1] == 0xFF:  # noqa: PLR2004
        at += 1
    return at


def _is_kept(marker: bytes, inside: bytes) -> bool:
    if not JPEG_OTHERS.match(marker):
        return True
    return marker in JPEG_KEPT and inside.startswith(JPEG_KEPT[marker])


def _png(data: bytes) -> Iterator[bytes]:
    if not data.startswith(PNG_SIGNATURE):
        raise Unknown
    yield PNG_SIGNATURE
    at, name = len(PNG_SIGNATURE), b""
    while name != b"IEND":
        name = data[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if end > len(data) or not name:
            raise Unknown
        if CRITICAL.match(name) or name in PNG_KEPT:
            yield data[at:end]
        at = end


def _gif(data: bytes) -> Iterator[bytes]:
    if data[:6] not in {b"GIF87a", b"GIF89a"}:
        raise Unknown
    at = 13 + _palette(data[10])
    yield data[:at]
    while data[at] != 0x3B:  # noqa: PLR2004  # the trailer
        start = at
        if data[at] == 0x2C:  # noqa: PLR2004  # a picture
            at += 10 + _palette(data[at + 9]) + 1
        elif data[at] == 0x21:  # noqa: PLR2004  # an extension
            at += 2
        else:
            raise Unknown
        first = data[at + 1 : at + 1 + data[at]]
        while data[at]:
            at += 1 + data[at]
        at += 1
        if data[start] != 0x21 or data[start + 1] == 0xF9 or first in GIF_LOOPS:  # noqa: PLR2004  # how a picture is drawn
            yield data[start:at]
    yield b"\x3b"


def _palette(flags: int) -> int:
    """The bytes of a palette, if there is one."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _webp(data: bytes) -> Iterator[bytes]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise Unknown
    kept = b"".join(_webp_chunks(data[: 8 + int.from_bytes(data[4:8], "little")]))
    yield b"RIFF" + (4 + len(kept)).to_bytes(4, "little") + b"WEBP" + kept


def _webp_chunks(data: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if name == b"VP8X":
            yield data[at : at + 8] + bytes([data[at + 8] & ~WEBP_METADATA]) + data[at + 9 : end]
        elif name in WEBP_KEPT:
            yield data[at:end]
        at = end
