"""How a family of mirror sites spoilt its texts: the damage itself, for those who mend it and test that.

The mirror held Traditional text as GBK. For each character of a list of its own, in the order of their codes, it replaced the
character's bytes by the same with a reading in brackets behind them, without regard to where characters begin; what then was
no GBK became a question mark.
"""

from collections.abc import Iterator, Mapping

LEAD = 0x81
"""The least byte that begins a character of two."""


def annotated(text: str, readings: Mapping[str, str]) -> str:
    """Damage a text as the mirror did; `readings` are those of its list.

    >>> annotated("日報記者", {"報": "bào", "請": "qǐng"})
    '日?qǐng)?bào)記者'
    """
    inserts = sorted((character.encode("gbk"), f"({reading})".encode("gbk")) for character, reading in readings.items())
    return "\n".join(decoded(_with_inserts(line.encode("gbk"), inserts)) for line in text.split("\n"))


def _with_inserts(data: bytes, inserts: list[tuple[bytes, bytes]]) -> bytes:
    for character, reading in inserts:
        data = data.replace(character, character + reading)
    return data


def decoded(data: bytes) -> str:
    """Decode GBK; each pair that is no character becomes one ?."""
    try:
        return data.decode("gbk")
    except UnicodeDecodeError:
        return "".join(_characters(data))


def _characters(data: bytes) -> Iterator[str]:
    at = 0
    while at < len(data):
        width = 2 if data[at] >= LEAD else 1
        try:
            yield data[at : at + width].decode("gbk")
        except UnicodeDecodeError:
            yield "?"
        at += width
