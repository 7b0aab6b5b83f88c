"""Tell Traditional that a machine made character by character from what people write."""

from collections.abc import Mapping
from functools import cache

from sitegen.chinese.conversion import convert
from sitegen.chinese.dictionaries import read_candidates
from sitegen.model import Script

WRITTEN_BOTH_WAYS = "台了着布占升回周准志制系向借胡冲卷合范采表余尽注游杆背岩秋姜郁托别克面"
"""Characters that people who write Traditional use too, for one reason or another."""


def machine_made(text: str) -> list[int]:
    """Find where a text in Traditional has a Simplified character that its word does not have: 實干 for 實幹.

    >>> machine_made("干部實干，曬干"), machine_made("幹部實幹，曬乾")
    ([0, 3, 6], [])
    """
    right = convert(convert(text, Script.HANT, Script.HANS), Script.HANS, Script.HANT)
    if len(right) != len(text):
        return []
    kept = _kept()
    return [at for at, (is_, should) in enumerate(zip(text, right, strict=True)) if should in kept.get(is_, ())]


@cache
def _kept() -> Mapping[str, frozenset[str]]:
    """The characters that stand for themselves and for others: machines leave them, people write the others."""
    several = read_candidates("STCharacters.txt").items()
    return {
        character: frozenset(forms) - {character}
        for character, forms in several
        if character in forms and character not in WRITTEN_BOTH_WAYS
    }
