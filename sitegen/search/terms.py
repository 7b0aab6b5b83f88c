"""The terms of a text, which is normalised: what can be looked up of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import add

from sitegen.chinese import HAN

LONGEST = 40
"""Characters of a word that are told apart."""

FIELD = ":"
"""Stands between the name of a field and a term of it: tags:苹果."""

APART = " "
SECOND_LEVEL = b"\xd8"
RUN = re.compile(rf"[{HAN}]+")
WORD = re.compile(rf"[^\W_{HAN}]+(?:[-.,/+%][^\W_{HAN}]+)*")
ALONE = re.compile(r"(?<= )[^ ](?= )")
PART = re.compile(r"[^\W_]+")


def terms_of(text: str, *, singly: bool = False) -> Counter[str]:
    """Count the terms of a text: each two Han characters that stand side by side, each word and number.

    A character is a term where it stands alone or is rare, `singly` each. A word with signs in it counts whole and in its
    parts. Nothing reaches over a sign, a blank or a line break.

    >>> sorted(terms_of("产值10.73亿元")), sorted(terms_of("红古区", singly=True))
    (['10', '10.73', '73', '产值', '亿元'], ['区', '古', '古区', '红', '红古'])
    """
    runs = APART.join(["", *RUN.findall(text), ""])
    found = Counter(map(add, runs, runs[1:]))
    for pair in [pair for pair in found if APART in pair]:
        del found[pair]
    found.update(filter(None if singly else _is_rare, runs.replace(APART, "")))
    found.update(each for each in ALONE.findall(runs) if each not in found)
    found.update(_words(WORD.findall(text)))
    return found


@lru_cache(maxsize=30_000)
def _is_rare(character: str) -> bool:
    """Whether a character is none of the 3,755 most common, which make up the first level of GB 2312."""
    try:
        return character.encode("gb2312") >= SECOND_LEVEL
    except UnicodeEncodeError:
        return True


def _words(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word[:LONGEST]
        if not word.isalnum():
            yield from (part[:LONGEST] for part in PART.findall(word))


def field_term(field: str, name: str) -> str:
    """The term under which all articles stand that have a name, which is normalised, in a field."""
    return f"{field}{FIELD}{name[:LONGEST]}"


def cover(run: str) -> tuple[str, ...]:
    """The fewest terms that every text has in which a run of Han characters stands.

    >>> cover("红"), cover("红古区"), cover("三抓三促")
    (('红',), ('红古', '古区'), ('三抓', '三促'))
    """
    if len(run) < 2:  # noqa: PLR2004  # characters of a term
        return (run,)
    starts = [*range(0, len(run) - 1, 2), *([len(run) - 2] if len(run) % 2 else [])]
    return tuple(run[at : at + 2] for at in starts)
