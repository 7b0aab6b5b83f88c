"""What the program prints, in a catalogue that says every sentence in both languages at once → the English, the Chinese, the sentences.

A sentence of this catalogue is OPEN, its number, the English, BETWEEN, the Chinese, CLOSE, each with the values that stand
in it. So a situation is brought about once, and what stands outside of every sentence is seen in both languages alike.
"""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from sitegen import translation
from sitegen.translation import speak
from tests import messages as collected

OPEN, BETWEEN, CLOSE = "\ue000", "\ue001", "\ue002"
FIRST = 0x100000
"""The character that stands for sentence 0: of a plane for private use, of which no text holds one."""

SIGN = re.compile(f"({OPEN}|{BETWEEN}|{CLOSE})")
LANGUAGE = "zh"


def _forms() -> list[str]:
    ids = [entry.id for entry in collected.catalogue() if entry.id]
    return [form for each in ids for form in ((each,) if isinstance(each, str) else each)]


SENTENCES = _forms()
"""Every sentence of the catalogue; one that counts is two: for one, and for many."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was printed."""

    english: str
    chinese: str
    sentences: frozenset[str]


@contextmanager
def speaking_both(folder: Path) -> Iterator[None]:
    """Let the program speak both languages; `folder` takes the catalogue."""
    file = folder / LANGUAGE / "LC_MESSAGES" / "sitegen.mo"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_compiled())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(translation, "LOCALE", folder)
        patch.setenv(translation.CHOSEN, LANGUAGE)
        translation.catalogue.cache_clear()
        speak(LANGUAGE)
        yield
    translation.catalogue.cache_clear()
    speak("en")


def heard(printed: str) -> Told:
    """Take apart what was printed.

    >>> heard(f"a: {OPEN}{chr(FIRST)}one{BETWEEN}一{CLOSE}").chinese
    'a: 一'
    """
    numbers = {ord(each) - FIRST for each in printed if ord(each) >= FIRST}
    bare = "".join(each for each in printed if ord(each) < FIRST)
    said = frozenset(SENTENCES[number] for number in numbers)
    return Told(_side(bare, is_first=True), _side(bare, is_first=False), said)


def _side(printed: str, *, is_first: bool) -> str:
    """One of the two languages: within a sentence only its own half, and so within the sentences in that half."""
    shown, halves = [], []
    for part in SIGN.split(printed):
        if part == OPEN:
            halves.append(True)
        elif part == BETWEEN:
            halves[-1] = False
        elif part == CLOSE:
            halves.pop()
        elif all(half is is_first for half in halves):
            shown.append(part)
    return "".join(shown)


def _compiled() -> bytes:
    """The catalogue, with a plural for English."""
    both = Catalog(locale="en")
    numbers = {sentence: number for number, sentence in enumerate(SENTENCES)}
    for entry in collected.catalogue():
        if entry.id:
            chinese = entry.string if isinstance(entry.string, str) else (entry.string or ("",))[0]
            forms = (entry.id,) if isinstance(entry.id, str) else entry.id
            said = tuple(f"{OPEN}{chr(FIRST + numbers[each])}{each}{BETWEEN}{chinese}{CLOSE}" for each in forms)
            both.add(entry.id, said[0] if isinstance(entry.id, str) else said)
    out = io.BytesIO()
    write_mo(out, both)
    return out.getvalue()
