"""Find out which script words are in, and which words are the same in any script."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from sitegen.chinese.conversion import convert
from sitegen.chinese.dictionaries import read_candidates
from sitegen.model import Script

BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Characters beyond the first plane of Unicode."""

ALSO_TRADITIONAL = frozenset("霉")
"""Characters that OpenCC's dictionary of single ones always replaces, and people who write Traditional use."""

FEW = 40
"""Characters of a name or a title, for which no search is compiled: that takes longer than all names of a glossary."""

STRAY = 0.05
"""Of the characters that tell a script, how many may be of the other: names, quotations, slips."""


def script_of(text: str) -> Script | None:
    """Tell the script of `text` from the characters that only one script has.

    None where it has none of them, or as many of either.

    >>> script_of("鄉村"), script_of("乡村"), script_of("水利")
    (<Script.HANT: 'zh-Hant'>, <Script.HANS: 'zh-Hans'>, None)
    """
    hans, hant = _telling_in(text)
    is_mixed = hans and hant
    balance = sum((c in hans) - (c in hant) for c in text) if is_mixed else len(hans) - len(hant)
    if balance == 0:
        return None
    return Script.HANS if balance > 0 else Script.HANT


class Doubt(NamedTuple):
    """A text that shows two scripts, or none; `at` is where the rarer one first shows."""

    at: int
    rarer: int
    telling: int


def doubt_of(text: str) -> Doubt | None:
    """Say why the script of a text cannot be trusted to its characters; None where it can.

    >>> doubt_of("乡村的鄉親說話")
    Doubt(at=0, rarer=1, telling=5)
    """
    simplified, traditional = _telling_in(text)
    if not simplified and not traditional:
        return Doubt(0, 0, 0) if convert(text, Script.HANS, Script.HANT) != text else None
    if not simplified or not traditional:
        return None
    hans = [at for at, character in enumerate(text) if character in simplified]
    hant = [at for at, character in enumerate(text) if character in traditional]
    telling = len(hans) + len(hant)
    rarer = min(hans, hant, key=len)
    is_mixed = len(rarer) > telling * STRAY or len(hans) == len(hant)
    return Doubt(rarer[0], len(rarer), telling) if is_mixed else None


def strays(text: str, script: Script) -> list[int]:
    """Find the characters that only the other script has.

    >>> strays("果園里的後生", Script.HANS)
    [1, 4]
    """
    return [match.start() for match in _foreign_to(is_simplified=script is Script.HANS).finditer(text)]


@cache
def _foreign_to(*, is_simplified: bool) -> re.Pattern[str]:
    """Search for characters that nobody writes in a script: what Taiwan or Hong Kong write as Simplified does is left out."""
    simplified, traditional = _telling_characters()
    variants = (
        form
        for name in ("TWVariants.txt", "HKVariants.txt")
        for forms in read_candidates(name).values()
        for form in forms
    )
    foreign = traditional if is_simplified else simplified - ALSO_TRADITIONAL - frozenset(variants)
    return re.compile(f"[{''.join(sorted(c for c in foreign if not BEYOND.match(c)))}]")


def term_key(name: str, script: Script) -> str:
    """Give the identity of a term: one key for 鄉村振興, 乡村振兴 and ' 乡村振兴 '.

    `script` decides where the name's own characters do not. A name judged Simplified is never
    converted, so 乾县 stays apart from 干县.
    """
    plain = unicodedata.normalize("NFKC", name).strip()
    judged = script_of(plain) or script
    return convert(plain, judged, Script.HANS).casefold()


@lru_cache(maxsize=8)
def _telling_in(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Characters of a text that only Simplified has, and such that only Traditional has: all, or one where the other has none."""
    if len(text) < FEW or BEYOND.search(text):
        present = frozenset(text)
        first, second = _telling_characters()
        return present & first, present & second
    simplified, traditional = _searches()
    hans, hant = simplified.search(text), traditional.search(text)
    if hans is None or hant is None:
        return frozenset(hans[0] if hans else ""), frozenset(hant[0] if hant else "")
    return frozenset(simplified.findall(text)), frozenset(traditional.findall(text))


@cache
def _searches() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Search for telling characters of the first plane: those beyond it would make the search for all others slow."""
    hans, hant = ("".join(sorted(c for c in each if not BEYOND.match(c))) for each in _telling_characters())
    return re.compile(f"[{hans}]"), re.compile(f"[{hant}]")


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    return _changed_by("STCharacters.txt"), _changed_by("TSCharacters.txt")


def _changed_by(dictionary: str) -> frozenset[str]:
    """Characters that conversion always replaces: no candidate is the character itself."""
    return frozenset(key for key, candidates in read_candidates(dictionary).items() if key not in candidates)
