"""Spell texts as people type them, without loading the dictionaries of pinyin: what is needed of them is kept, compiled."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from platformdirs import user_cache_path

from sitegen.chinese.counting import HAN
from sitegen.chinese.pinyin import READINGS

FORM = 1
"""Raised whenever what is kept, or how it is compiled, changes."""

LONGEST = 6
"""Characters of a phrase that is looked for."""

PIECE = re.compile(rf"[{HAN}]|[^\s{HAN}]+")


class Readings(NamedTuple):
    """The usual syllable of each character, and phrases in which one of them is read otherwise."""

    characters: Mapping[str, str]
    phrases: Mapping[str, list[str]]


def syllables_of(text: str) -> tuple[str, ...]:
    """Spell a text as people type it: a syllable for each Han character, the rest in small letters.

    >>> syllables_of("重庆火锅 GB/T")
    ('chong', 'qing', 'huo', 'guo', 'gb/t')
    """
    return tuple(_syllables(PIECE.findall(unicodedata.normalize("NFKC", text)), _readings()))


def _syllables(pieces: list[str], readings: Readings) -> Iterator[str]:
    at = 0
    while at < len(pieces):
        phrase = _phrase_at(pieces, at, readings.phrases)
        yield from phrase or [readings.characters.get(pieces[at], pieces[at].lower())]
        at += len(phrase) or 1


def _phrase_at(pieces: list[str], at: int, phrases: Mapping[str, list[str]]) -> list[str]:
    """How the longest phrase is read that stands there."""
    for end in range(min(len(pieces), at + LONGEST), at + 1, -1):
        if found := phrases.get("".join(pieces[at:end])):
            return found
    return []


@cache
def _readings() -> Readings:
    file = user_cache_path("sitegen") / "readings" / f"{FORM}-{version('pypinyin')}.json"
    try:
        return Readings(*json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError):  # none yet, or half of one
        readings = _compiled()
        _keep(file, readings)
        return readings


def _compiled() -> Readings:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    characters = {chr(code): _plain(told.partition(",")[0]) for code, told in PINYIN_DICT.items()}
    told = {phrase: [_plain(each[0]) for each in its] for phrase, its in PHRASES_DICT.items()}
    told |= {phrase: its.replace("ü", "v").split() for phrase, its in READINGS.items()}
    return Readings(
        characters,
        {
            phrase: its
            for phrase, its in told.items()
            if len(its) == len(phrase) <= LONGEST and its != [characters.get(each) for each in phrase]
        },
    )


def _plain(syllable: str) -> str:
    """A syllable as it is typed: without its tone, v for ü."""
    apart = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    return "".join(each for each in apart.replace("u\u0308", "v") if each.isascii())


def _keep(file: Path, readings: Readings) -> None:
    """Write beside the place and rename; where nothing can be written, the next start compiles again."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=file.parent) as folder:
            new = Path(folder) / file.name
            new.write_text(json.dumps(readings, ensure_ascii=False), "utf-8")
            new.replace(file)
