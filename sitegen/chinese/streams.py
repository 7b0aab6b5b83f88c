"""Read bytes of GBK of which some are lost."""

from collections.abc import Iterator
from functools import lru_cache

from sitegen.chinese.dictionaries import read_candidates
from sitegen.chinese.mirror import LEAD

LOST = "□"
"""Stands for a character that nobody can know any more."""

QUESTION = ord("?")
LOOK = 40
"""Bytes that are looked at to see how a line goes on."""

PUNCTUATION, FIRST_LEVEL = 0xA1, (0xB0, 0xD7)
"""First bytes in GB 2312: of its punctuation, and of its 3,755 commonest characters."""

Byte = int | None
"""A byte of the text before the damage; None where it is lost."""


def pair(lead: Byte, trail: Byte) -> str | None:
    """The character of two bytes; None where they are none."""
    if lead is None or trail is None:
        return None
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None


def text_of(stream: list[Byte]) -> str:
    """Read bytes as GBK, with a sign for what is lost."""
    if None not in stream:
        try:
            return bytes(byte for byte in stream if byte is not None).decode("gbk")
        except UnicodeDecodeError:
            pass
    return "".join(_characters(stream))


def _characters(stream: list[Byte]) -> Iterator[str]:
    """Read bytes as GBK; what misses one, or met a ? in its middle, is lost."""
    at = 0
    while at < len(stream):
        lead = stream[at]
        if lead is not None and lead < LEAD:
            yield chr(lead)
            at += 1
            continue
        trail = stream[at + 1] if at + 1 < len(stream) else None
        if trail == QUESTION:
            yield LOST * 2
            at += _swallowed(stream, at)
            continue
        yield pair(lead, trail) or LOST
        at += 1 if trail is not None and trail < QUESTION else 2


def _swallowed(stream: list[Byte], at: int) -> int:
    """How many bytes of the stream a ? stands in the way of: with it went an ASCII sign, or half of the next character.

    Whichever leaves the more common characters behind it; the line is marked in either case.
    """
    end = next((after for after in range(at + 2, len(stream)) if stream[after] == QUESTION), len(stream))
    rest = stream[at + 2 : min(end, at + 2 + LOOK)]
    return 3 if _common("".join(_characters(rest[1:]))) > _common("".join(_characters(rest))) else 2


def _common(text: str) -> float:
    """The share of a text that is common Han characters or their punctuation."""
    return sum(map(_is_common, text)) / max(len(text), 1)


@lru_cache(maxsize=10_000)
def _is_common(character: str) -> bool:
    simplified = read_candidates("TSCharacters.txt").get(character, (character,))[0]
    try:
        data = simplified.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return data[0] == PUNCTUATION or FIRST_LEVEL[0] <= data[0] <= FIRST_LEVEL[1]
