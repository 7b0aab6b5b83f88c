"""Write “‘’” as 「『』」, nested right; apostrophes and quotations in Latin text stay."""

import re
from collections.abc import Iterator

from sitegen.chinese.counting import HAN
from sitegen.chinese.rules import MARK

WIDE = re.compile(rf"[{HAN}\u3001-\u303f\uff00-\uffef]")
OPENING, CLOSING = "“‘", "”’"
PAIRS = {"”": "“", "’": "‘"}
CORNERS = ("「」", "『』")
"""The outer quotation marks and those inside them; deeper ones take turns."""


def with_corner_quotes(text: str) -> str:
    """Put corner quotation marks where Chinese is quoted or where somebody quotes in Chinese; the length stays.

    >>> with_corner_quotes("他说：“这叫‘晒干’，don’t say “dry”。”")
    '他说：「这叫『晒干』，don’t say “dry”。」'
    """
    if not any(mark in text for mark in OPENING + CLOSING):
        return text
    characters = list(text)
    for at, depth in _quoting(text):
        characters[at] = CORNERS[depth % 2][characters[at] in CLOSING]
    return "".join(characters)


def _quoting(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of marks to be replaced, with their depth among those that are."""
    rules = [mark.span() for mark in MARK.finditer(text)]
    open_marks: list[int] = []
    for at, mark in enumerate(text):
        if mark not in OPENING + CLOSING or any(start <= at < end for start, end in rules):
            continue
        if mark in OPENING:
            open_marks.append(at)
        elif open_marks and text[open_marks[-1]] == PAIRS[mark] and not _is_apostrophe(text, at):
            opened = open_marks.pop()
            if _is_chinese(text, opened, at):
                yield from ((opened, len(open_marks)), (at, len(open_marks)))
        elif mark == "”" and not open_marks and WIDE.match(text, at - 1):
            yield at, 0
    yield from ((at, depth) for depth, at in enumerate(open_marks) if WIDE.match(text, at + 1))


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether a ’ stands inside a Latin word."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] == "’" and len(around) > 1 and around.isascii() and around.isalpha()


def _is_chinese(text: str, opened: int, closed: int) -> bool:
    """Whether there is Chinese between two marks, or right before them (behind them, where nothing is before)."""
    beside = text[opened - 1 : opened] or text[closed + 1 : closed + 2]
    return bool(WIDE.search(text, opened + 1, closed) or WIDE.match(beside))
