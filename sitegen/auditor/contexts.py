"""Put each guess into the context in which it comes up most often: 实干 rather than 干兴."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.auditor.texts import Passage
from sitegen.chinese import Conversion, Orthography
from sitegen.chinese.guesses import guesses_in
from sitegen.model import Script

AROUND = 12
"""Characters of an excerpt on either side."""

NOT_WORDS = "，。、；：！？“”‘’「」『』（）《》…— \n"


class Occurrence(NamedTuple):
    """Where a guess stands, with the words around it."""

    file: str
    line: int
    excerpt: str


class Context(NamedTuple):
    """A character with a neighbour or alone; `shown` is how pages show it, with {} for the character."""

    character: str
    words: str
    shown: str


class _Seen(NamedTuple):
    contexts: tuple[Context, ...]
    where: Occurrence


def by_context(
    passages: Iterable[Passage], target: Script, orthography: Orthography
) -> dict[Context, list[Occurrence]]:
    """Find all guesses in some texts, each in the commonest of its contexts."""
    seen = [each for passage in passages for each in _guesses(passage, target, orthography)]
    counts = Counter(context for each in seen for context in each.contexts)
    found: dict[Context, list[Occurrence]] = defaultdict(list)
    for each in seen:
        found[max(each.contexts, key=counts.__getitem__)].append(each.where)
    return found


def _guesses(passage: Passage, target: Script, orthography: Orthography) -> Iterator[_Seen]:
    text = passage.text
    if text.fixed or text.script is not Script.HANS:
        return
    conversion = Conversion(text.script, target, text.glossary, orthography)
    guesses = list(guesses_in(text.value, conversion))
    shown = _shown(text.value, conversion) if guesses else []
    for at, character in guesses:
        excerpt = text.value[max(0, at - AROUND) : at + AROUND + 1].replace("\n", " ").strip()
        pairs = tuple(_pairs(character, at, text.value, shown))
        yield _Seen(
            pairs or (Context(character, character, "{}"),), Occurrence(passage.file, passage.line(at), excerpt)
        )


def _shown(text: str, conversion: Conversion) -> list[str]:
    """What each character of a text is on the page; nothing, where a word has changed its length."""
    shown: list[str] = []
    for start, end, words in conversion.spans(text):
        kept_length = words is not None and len(words) == end - start
        shown += list(words or "") if kept_length else [""] * (end - start)
    return shown


def _pairs(character: str, at: int, text: str, shown: list[str]) -> Iterator[Context]:
    if at + 1 < len(text) and _is_word(text[at + 1]) and shown[at + 1]:
        yield Context(character, text[at : at + 2], "{}" + shown[at + 1])
    if at and _is_word(text[at - 1]) and shown[at - 1]:
        yield Context(character, text[at - 1 : at + 1], shown[at - 1] + "{}")


def _is_word(character: str) -> bool:
    """Whether a character can be part of a word with its neighbour."""
    return not character.isascii() and character not in NOT_WORDS
