"""Take out readings that other machines left: 田(tian)(tian)(tian), 均(jun1 ), 扶贫(pín )."""

import re

from sitegen.chinese.counting import HAN
from sitegen.chinese.readings import TONED, readings_of, toneless

NOTE = rf"\(([a-zü{TONED}]{{1,6}})([1-5]?)( ?)\)"
NOTES = re.compile(rf"([{HAN}])((?:{NOTE})+)", re.IGNORECASE)
ONE = re.compile(NOTE)


def without_annotations(text: str) -> tuple[str, int]:
    """Take out a reading that is there more than once, has a digit for its tone, or a blank behind it; and count them.

    Nobody writes so by hand. A single plain reading may be an editor's own and stays: 亳(bó)州, 映射(map).

    >>> without_annotations("田(tian)(tian)(tian)里，扶贫(pín )，映射(map)，亳(bó)州")
    ('田里，扶贫，映射(map)，亳(bó)州', 4)
    """
    taken = 0

    def take(match: re.Match[str]) -> str:
        nonlocal taken
        notes = ONE.findall(match[2])
        if _is_machine_made(match[1], notes):
            taken += len(notes)
            return match[1]
        return match[0]

    return NOTES.sub(take, text), taken


def _is_machine_made(character: str, notes: list[tuple[str, str, str]]) -> bool:
    known = {form for reading in readings_of(character) for form in (reading, toneless(reading))}
    fits = all(reading in known for reading, _, _ in notes)
    return fits and (len(notes) > 1 or any(digit or blank for _, digit, blank in notes))
