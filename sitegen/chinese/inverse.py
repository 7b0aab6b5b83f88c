"""Undo, in one line, what a mirror did to its bytes; see `mirror`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from sitegen.chinese.mirror import LEAD, annotated
from sitegen.chinese.readings import READING, converted_characters, gbk, readings_of

LOST = "□"
"""Stands for a character that nobody can know any more."""

NOTE = re.compile(rf"([?(])({READING})\)")
STRANGER = "\x1a"
MOST = 64
"""Ways to read a line that are tried; a line with more is marked."""

Byte = int | None
"""A byte of the text before the damage; None where it is lost."""


class Origin(NamedTuple):
    """A line as it may have been: its text, and the readings that the mirror put behind its characters."""

    text: str
    readings: tuple[tuple[str, str], ...]

    def gives(self, line: str, known: Mapping[str, str], cut: str = "") -> bool:
        """Whether the mirror would make this line of it; `known` are readings seen elsewhere on the page.

        `cut` is what is left of a last reading that a summary cut off.
        """
        if LOST in self.text:
            return False
        made = annotated(_without(self.text), {**known, **dict(self.readings)})
        return made.startswith(_without(line) + cut) if cut else made == _without(line)


def origins(line: str) -> list[Origin]:
    """Every line that may be behind a damaged one, at most MOST."""
    if not (strangers := _strangers(line)):
        return _origins(line)
    return [each._replace(text=_with(each.text, strangers)) for each in _origins(_without(line))]


def _strangers(text: str) -> list[str]:
    """The characters that are none of GBK's: the mirror never had them."""
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return [character for character in text if character > "\x7f" and gbk(character) is None]
    return []


def _without(text: str) -> str:
    for character in _strangers(text):
        text = text.replace(character, STRANGER)
    return text


def _with(text: str, strangers: Iterable[str]) -> str:
    rest = iter(strangers)
    return "".join(next(rest, "") if character == STRANGER else character for character in text)


@dataclass(slots=True)
class _Way:
    """One way to read a line, as far as it has been read."""

    stream: list[Byte] = field(default_factory=list)
    readings: list[tuple[str, str]] = field(default_factory=list)

    def fork(self, character: str, trail: int, reading: str) -> "_Way":
        return _Way([*self.stream, trail], [*self.readings, (character, reading)])


def _origins(line: str) -> list[Origin]:
    ways = [_Way()]
    at = 0
    for note in NOTE.finditer(line):
        plain = line[at : note.start()].encode("gbk")
        for way in ways:
            way.stream += plain
        ways = [after for way in ways for after in _undone(way, note)][:MOST]
        at = note.end()
    rest = line[at:].encode("gbk")
    return [Origin(_text([*way.stream, *rest]), tuple(way.readings)) for way in ways]


def _undone(way: _Way, note: re.Match[str]) -> list[_Way]:
    """Take a reading away; where its bracket went with a byte, try every byte that fits."""
    reading = note[2]
    if note[1] == "?":
        fitting = _ending(way.stream[-1] if way.stream else None, reading)
        if not fitting:
            way.stream.append(None)
        return [way.fork(character, trail, reading) for character, trail in fitting] or [way]
    character = _pair(*way.stream[-2:]) if len(way.stream) > 1 else None
    if character in converted_characters() and reading in readings_of(character or ""):
        way.readings.append((character or "", reading))
    else:
        way.stream += note[0].encode("gbk")
    return [way]


@cache
def _ending(lead: Byte, reading: str) -> tuple[tuple[str, int], ...]:
    """The characters that begin with a byte and are read so, with their other byte."""
    return tuple(_by_lead_and_reading().get((lead, reading), ()))


@cache
def _by_lead_and_reading() -> dict[tuple[Byte, str], list[tuple[str, int]]]:
    found: dict[tuple[Byte, str], list[tuple[str, int]]] = defaultdict(list)
    for character, (lead, trail) in converted_characters().items():
        for reading in readings_of(character):
            found[lead, reading].append((character, trail))
    return found


def _pair(lead: Byte, trail: Byte) -> str | None:
    if lead is None or trail is None:
        return None
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None


def _text(stream: list[Byte]) -> str:
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
        yield _pair(lead, trail) or (LOST * 2 if trail == ord("?") else LOST)
        at += 1 if trail is not None and trail < ord("?") else 2
