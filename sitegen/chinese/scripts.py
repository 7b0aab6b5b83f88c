"""Find out which script words are in, and which words are the same in any script."""

import unicodedata
from functools import cache

from sitegen.chinese.conversion import convert
from sitegen.chinese.dictionaries import read_candidates
from sitegen.model import Script


def script_of(text: str) -> Script | None:
    """Tell the script of `text` from the characters that only one script has.

    None where it has none of them, or as many of either.

    >>> script_of("鄉村"), script_of("乡村"), script_of("水利")
    (<Script.HANT: 'zh-Hant'>, <Script.HANS: 'zh-Hans'>, None)
    """
    simplified, traditional = _telling_characters()
    present = set(text)
    hans, hant = present & simplified, present & traditional
    is_mixed = hans and hant
    balance = sum((c in hans) - (c in hant) for c in text) if is_mixed else len(hans) - len(hant)
    if balance == 0:
        return None
    return Script.HANS if balance > 0 else Script.HANT


def term_key(name: str, script: Script) -> str:
    """Give the identity of a term: one key for 鄉村振興, 乡村振兴 and ' 乡村振兴 '.

    `script` decides where the name's own characters do not. A name judged Simplified is never
    converted, so 乾县 stays apart from 干县.
    """
    plain = unicodedata.normalize("NFKC", name).strip()
    judged = script_of(plain) or script
    return convert(plain, judged, Script.HANS).casefold()


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    return _changed_by("STCharacters.txt"), _changed_by("TSCharacters.txt")


def _changed_by(dictionary: str) -> frozenset[str]:
    """Characters that conversion always replaces: no candidate is the character itself."""
    return frozenset(key for key, candidates in read_candidates(dictionary).items() if key not in candidates)
