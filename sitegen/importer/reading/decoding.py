"""Find out how a file is encoded: UTF-8 and UTF-16 say so themselves; between GB18030 and Big5 the characters decide."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from functools import cache
from typing import NamedTuple

UNKNOWN = "\ufffd"
SAMPLE = 20_000
"""Bytes that decide between encodings."""

MOSTLY = 0.02
"""Broken bytes in a file that is UTF-8 for all that."""

ONE_SIDED = 0.9
"""Of the bytes of nought in UTF-16, which come from its Latin letters and line ends, how many stand in one half of the pairs."""


class Decoded(NamedTuple):
    """A text, the encoding it was in, and how many bytes of it were none of that encoding."""

    text: str
    encoding: str
    lost: int


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file, whatever they are."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _as(data, "utf-16", "utf-16")
    data = data.removeprefix(BOM_UTF8)
    if sixteen := _silent_utf_16(data):
        return _as(data, sixteen, "utf-16")
    found = _as(data, "utf-8", "utf-8")
    if found.lost <= MOSTLY * len(data):
        return found
    return _as(data, _chinese(data[:SAMPLE]))


def _as(data: bytes, codec: str, name: str = "") -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text, name or codec, text.count(UNKNOWN))


def _silent_utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark shows itself by noughts in one half of its bytes; no other text has any."""
    sample = data[:SAMPLE]
    noughts, behind = sample.count(0), sample[1::2].count(0)
    if noughts < 2:  # noqa: PLR2004  # one is a slip
        return None
    share = behind / noughts
    return "utf-16-le" if share >= ONE_SIDED else "utf-16-be" if share <= 1 - ONE_SIDED else None


def _chinese(sample: bytes) -> str:
    """Choose the encoding in which more of the characters are common ones."""
    return max(("gb18030", "big5"), key=lambda codec: _likeness(sample.decode(codec, "replace")))


def _likeness(text: str) -> float:
    """The share of common characters among those that are not ASCII; what is no character counts against."""
    foreign = [character for character in text if character > "\x7f"]
    common = sum(character in _common() for character in foreign)
    return (common - 2 * text.count(UNKNOWN)) / max(len(foreign), 1)


@cache
def _common() -> frozenset[str]:
    """The first level of GB 2312, the same in Traditional, and the punctuation of both."""
    from sitegen.chinese import convert
    from sitegen.model import Script

    first_level = b"".join(bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    simplified = first_level.decode("gb2312", "ignore")
    traditional = "".join(convert(character, Script.HANS, Script.HANT) for character in simplified)
    return frozenset(simplified + traditional + "，。、；：！？“”‘’「」『』《》〈〉（）【】…—·　％")
