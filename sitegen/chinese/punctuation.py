"""Half-width punctuation between Han characters → the full-width that belongs there."""

import re

from sitegen.chinese.addresses import addresses_in
from sitegen.chinese.counting import HAN
from sitegen.chinese.spans import filled

CLOSERS = "」』”’》）】〉、。，；：！？…—□"
OPENERS = "「『“‘《（【〈"
WIDE = str.maketrans(",:;!?", "，：；！？")

MARKS = re.compile(
    rf"(?<=[{HAN}{CLOSERS}])[,:;!?]+(?=[{HAN}{OPENERS}0-9]|\s*$)|(?<=[0-9%％])[,;](?=[{HAN}{OPENERS}])",
    re.MULTILINE,
)
"""A sign behind a Han character or a closing one, before another or a number or at the end; or behind a number, before Han."""

BRACKETS = re.compile(rf"\(([^()\n]*[{HAN}][^()\n]*)\)")


def widened(text: str) -> tuple[str, int]:
    """Write `,:;!?()` full-width where Chinese is around them, never inside numbers, addresses or Latin text.

    Gives the text and how many signs were changed.

    >>> widened("春耕,夏耘:秋收(粮食3,000斤,10:30)!")
    ('春耕，夏耘：秋收（粮食3,000斤，10:30）！', 6)
    """
    changed = [
        (span.words, 0) if span.words is not None else _widened(text[span.start : span.end])
        for span in filled(addresses_in(text), len(text))
    ]
    return "".join(part for part, _ in changed), sum(count for _, count in changed)


def _widened(text: str) -> tuple[str, int]:
    text, brackets = _with_wide_brackets(text)
    marks = sum(map(len, MARKS.findall(text)))
    return MARKS.sub(lambda match: match[0].translate(WIDE), text), marks + 2 * brackets


def _with_wide_brackets(text: str) -> tuple[str, int]:
    """Widen the innermost brackets first, since what stands around them may then be widened too."""
    count, found = 0, 1
    while found:
        text, found = BRACKETS.subn(r"（\1）", text)
        count += found
    return text, count
