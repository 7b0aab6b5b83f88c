"""Take out of a page the readings that a mirror put behind its characters, and mend what broke on the way."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.chinese.inverse import NOTE, Origin, origins
from sitegen.chinese.readings import READING, TONED, converted_characters, readings_of, toneless
from sitegen.chinese.shifts import mend_shifts
from sitegen.chinese.streams import LOST

READ = re.compile(rf"([^\x00-\x7f])\(({READING})\)")
BROKEN = re.compile(rf"\?{READING}\)")
CUT = re.compile(rf"(?<=([^\x00-\x7f]))\(([a-zü{TONED}]{{1,6}})$")
DOUBLED = re.compile(r",+(?=[,，。、；：！？])")

NOISE = 0.8
"""Of the characters with a reading, how many are converted ones at least where a mirror wrote them; in honest texts six in ten."""

FEW = 3
"""Readings that are too few to tell a page by their share."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A page after its repair: how many readings went, how many characters came back, and where doubt remains.

    `lost` are the numbers of lines that hold a □, `doubtful` of those that may have been otherwise, both from 0.
    """

    text: str
    readings: int = 0
    restored: int = 0
    lost: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()


def repair(text: str) -> Repair:
    """Mend a page if a mirror spoilt it; leave an honest one as it is, byte for byte.

    >>> repair("農(nóng)業(yè)發(fā)展，甘肅日?qǐng)?bào)記者").text
    '農業發展，甘肅日報記者'
    """
    if not is_annotated(text):
        return Repair(text)
    shifts = [mend_shifts(DOUBLED.sub("", line)) for line in text.split("\n")]
    parted = [_parted(shift.text) for shift in shifts]
    lines = [line for line, _ in parted]
    choices = [origins(line) if NOTE.search(line) else [Origin(line, ())] for line in lines]
    known = _known(choices)
    chosen = [_chosen(line, cut, ways, known) for (line, cut), ways in zip(parted, choices, strict=True)]
    mended = [origin.text for origin, _ in chosen]
    return Repair(
        text="\n".join(mended),
        readings=sum(len(origin.readings) for origin, _ in chosen),
        restored=sum(shift.places + len(BROKEN.findall(line)) for shift, line in zip(shifts, lines, strict=True)),
        lost=tuple(at for at, line in enumerate(mended) if line.count(LOST) > text.split("\n")[at].count(LOST)),
        doubtful=tuple(at for at, (_, is_sure) in enumerate(chosen) if not (is_sure and shifts[at].is_sure)),
    )


def is_annotated(text: str) -> bool:
    """Whether a mirror put readings into a page: all those characters then are converted ones, never without theirs."""
    fitting = [(character, reading) for character, reading in READ.findall(text) if reading in readings_of(character)]
    broken = len(BROKEN.findall(text))
    converted = [pair for pair in fitting if pair[0] in converted_characters()]
    if len(fitting) + broken < FEW:
        return broken > 0 and len(converted) == len(fitting)
    return len(converted) + broken >= NOISE * (len(fitting) + broken)


def _parted(line: str) -> tuple[str, str]:
    """Part off a last reading that a summary cut short."""
    match = CUT.search(line)
    begun = {part for reading in readings_of(match[1]) for part in (reading, toneless(reading))} if match else ()
    if match and any(part.startswith(match[2]) for part in begun):
        return line[: match.start()], match[0]
    return line, ""


def _known(choices: Sequence[Sequence[Origin]]) -> dict[str, str]:
    """The readings of the page's list, from lines that can be read in one way only."""
    sure = Counter(pair for ways in choices if len(ways) == 1 for pair in ways[0].readings)
    return dict(pair for pair, _ in reversed(sure.most_common()))


def _lists(line: str, cut: str, known: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """The lists that may have been the mirror's: what is known of it, and the reading that was cut short."""
    if not cut:
        yield known
    for reading in sorted(readings_of(line[-1])) if cut else ():
        yield {**known, line[-1]: reading}


def _chosen(line: str, cut: str, ways: Sequence[Origin], known: Mapping[str, str]) -> tuple[Origin, bool]:
    """Choose the one way in which the mirror could have made a line; where there is none or more, say so."""
    if ways == [Origin(line, ())]:
        return ways[0], True
    fitting = [way for way in ways for list_ in _lists(line, cut, known) if way.gives(line, list_, cut)]
    best = fitting or sorted(ways, key=lambda way: way.text.count(LOST))
    return best[0], len({way.text for way in fitting}) == 1
