"""Signs and blanks in Chinese that belong to Latin text, and what to write in their place."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from sitegen.checker.findings import Finding, warning
from sitegen.checker.manuscript import MASK, Manuscript
from sitegen.chinese import HAN
from sitegen.chinese.punctuation import CLOSERS, OPENERS, WIDE, widened
from sitegen.messages import counted, message
from sitegen.model import Source

BEFORE = "，。、；：！？）】》〉」』”’…"
BLANKS = re.compile(
    rf"(?<=[，。、；：！？）】》〉」』])[ \t]+(?=[{HAN}{OPENERS}])|(?<=[{HAN}{BEFORE}])[ \t]+(?=[，。、；：！？）】》〉」』])"
)
"""Blanks behind a full-width sign and before Chinese, or between Chinese and a full-width sign."""

SPACED = re.compile(rf"(?<=[{HAN}{CLOSERS}])[,:;!?](?=[ \t]+[{HAN}{OPENERS}])")
"""A sign before a blank and Chinese, as people write it who come from Latin."""

SIGNS = re.compile(r"[,:;!?(]")
UNCLOSED = re.compile(r"\((?![^()\n]*\))")
DEEPEST = 8
"""Brackets within brackets that are widened."""

SHOWN = 5
"""Signs that one line of a report names."""


class Edit(NamedTuple):
    """Characters of a text, and what to write in their place."""

    start: int
    end: int
    words: str


def half_width_edits(manuscript: Manuscript) -> Iterator[Edit]:
    """Give every half-width sign between Chinese, and the full-width one; done once, there is nothing more to do."""
    text = manuscript.prose
    for _ in range(DEEPEST if SIGNS.search(text) else 0):
        before, text = text, _widened(text)
        if text == before:
            break
    if text == manuscript.prose:
        return
    for at, (was, is_) in enumerate(zip(manuscript.prose, text, strict=True)):
        if was != is_:
            yield Edit(at, at + 1, is_)


def _widened(text: str) -> str:
    """Widen all signs but brackets that nobody closes: to look for their ends takes long in a hostile text."""
    safe = UNCLOSED.sub(MASK, text)
    wide = SPACED.sub(lambda match: match[0].translate(WIDE), widened(safe)[0])
    if safe == text:
        return wide
    return "".join("(" if is_ == MASK and was == "(" else is_ for was, is_ in zip(text, wide, strict=True))


def stray_space_edits(manuscript: Manuscript) -> Iterator[Edit]:
    """Give every blank beside full-width punctuation."""
    yield from (Edit(*match.span(), "") for match in BLANKS.finditer(manuscript.prose))


def half_width(manuscript: Manuscript, _source: Source) -> Iterator[Finding]:
    """Name the lines with half-width signs between Chinese."""
    for edits in _by_line(half_width_edits(manuscript), manuscript):
        signs = " ".join(manuscript.text[each.start] for each in edits[:SHOWN]) + (" …" if len(edits) > SHOWN else "")
        problem = message("half-width {signs} stands in Chinese", signs=signs)
        hint = message(
            "write {right}; `sitegen check --fix` does", right=" ".join(each.words for each in edits[:SHOWN])
        )
        yield warning("half-width", problem, manuscript.place(edits[0].start), hint)


def stray_space(manuscript: Manuscript, _source: Source) -> Iterator[Finding]:
    """Name the lines with blanks beside full-width punctuation."""
    for edits in _by_line(stray_space_edits(manuscript), manuscript):
        problem = counted(
            "a blank stands beside full-width punctuation",
            "a blank stands beside full-width punctuation, {count} times in this line",
            count=len(edits),
        )
        place = manuscript.place(edits[0].start)
        yield warning("stray-space", problem, place, message("take it out; `sitegen check --fix` does"))


def _by_line(edits: Iterable[Edit], manuscript: Manuscript) -> Iterator[list[Edit]]:
    lines = groupby(edits, key=lambda edit: manuscript.text.count("\n", 0, edit.start))
    return (list(each) for _, each in lines)
