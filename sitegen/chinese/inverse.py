"""Undo, in one line, what a mirror did to its bytes; see `mirror`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from sitegen.chinese.mirror import annotated
from sitegen.chinese.readings import READING, converted_characters, gbk, readings_of
from sitegen.chinese.streams import LOST, Byte, pair, text_of

NOTE = re.compile(rf"([?(])({READING})\)")
STRANGER = "\x1a"
MOST = 64
"""Ways to read a line that are tried; a line with more is marked."""


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
    return [Origin(text_of([*way.stream, *rest]), tuple(way.readings)) for way in ways]


def _undone(way: _Way, note: re.Match[str]) -> list[_Way]:
    """Take a reading away; where its bracket went with a byte, try every byte that fits."""
    reading = note[2]
    if note[1] == "?":
        fitting = _ending(way.stream[-1] if way.stream else None, reading)
        if not fitting:
            way.stream.append(None)
        return [way.fork(character, trail, reading) for character, trail in fitting] or [way]
    character = pair(*way.stream[-2:]) if len(way.stream) > 1 else None
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
