"""Find where the dictionaries had to guess: a character of several forms that nothing decided."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sitegen.chinese.conversion import Conversion
from sitegen.chinese.dictionaries import read_candidates
from sitegen.chinese.engine import Engine
from sitegen.chinese.orthography import Dictionaries
from sitegen.model import Script

CHARACTERS = "STCharacters.txt"
"""The dictionary of single characters, with every form of each. Back to Simplified there is as good as always one."""


class Guess(NamedTuple):
    """A character at a place of a text that was converted for want of anything better."""

    at: int
    character: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What the engine makes of a character by itself, what else it could be, and how often phrases say so.

    `doubt` is the share of the dictionary's phrases in which the character is something else, from 0 to 1.
    """

    chosen: str
    others: tuple[str, ...]
    doubt: float


def guesses_in(text: str, conversion: Conversion) -> Iterator[Guess]:
    """Find the characters of several forms that no rule, glossary, name or phrase decides."""
    engine = conversion.engine
    characters = frozenset(choices(conversion))
    if engine is None or characters.isdisjoint(text):
        return
    for span in conversion.decided(text):
        if span.words is None:
            inside = text[span.start : span.end]
            yield from (Guess(span.start + at, inside[at]) for at in engine.undecided(inside, characters))


def choices(conversion: Conversion) -> Mapping[str, Choice]:
    """The characters of several forms, and what a conversion makes of each."""
    engine = conversion.engine
    if engine is None or conversion.source is not Script.HANS:
        return {}
    return _choices(engine, conversion.orthography.dictionaries)


@cache
def _choices(engine: Engine, source: Dictionaries) -> dict[str, Choice]:
    forms = {
        character: tuple(dict.fromkeys(map(engine.finish, candidates)))
        for character, candidates in read_candidates(CHARACTERS, source).items()
    }
    several = {character: each for character, each in forms.items() if len(each) > 1}
    seen = _forms_in_phrases(engine, several)
    return {character: _choice(engine(character), each, seen[character]) for character, each in several.items()}


def _forms_in_phrases(engine: Engine, characters: Mapping[str, object]) -> dict[str, Counter[str]]:
    seen: dict[str, Counter[str]] = {character: Counter() for character in characters}
    for key, (_, words) in engine.first.phrases.items():
        for character, form in zip(key, words, strict=False):
            if character in seen:
                seen[character][form] += 1
    return {
        character: Counter({engine.finish(form): n for form, n in each.items()}) for character, each in seen.items()
    }


def _choice(chosen: str, forms: tuple[str, ...], seen: Counter[str]) -> Choice:
    others = sorted((form for form in forms if form != chosen), key=lambda form: -seen[form])
    doubt = (sum(seen[form] for form in others) + 1) / (seen[chosen] + sum(seen[form] for form in others) + 2)
    return Choice(chosen, tuple(others), round(doubt, 3))
