"""How characters are read, in pinyin with tone marks: 農 nóng."""

import re
import unicodedata
from functools import cache, lru_cache

from sitegen.chinese.dictionaries import read_candidates

TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
READING = rf"[a-zü]{{0,4}}[{TONED}][a-zü]{{0,3}}"
"""A syllable with its tone, as a regular expression."""

TONES = re.compile("[\u0300\u0301\u0304\u030c]")


@lru_cache(maxsize=50_000)
def readings_of(character: str) -> frozenset[str]:
    """Every reading that a dictionary gives a character, with tone marks; none for what is no Han character.

    >>> sorted(readings_of("重"))
    ['chóng', 'tóng', 'zhòng']
    """
    from pypinyin.constants import PINYIN_DICT

    return frozenset(PINYIN_DICT.get(ord(character), "").split(",")) - {""}


def toneless(reading: str) -> str:
    """Take the tone off a reading: nóng → nong, lǜ → lü."""
    return unicodedata.normalize("NFC", TONES.sub("", unicodedata.normalize("NFD", reading)))


@cache
def converted_characters() -> dict[str, bytes]:
    """The Traditional characters whose Simplified form is another, with their two bytes in GBK."""
    candidates = read_candidates("TSCharacters.txt")
    pairs = ((character, gbk(character)) for character, forms in candidates.items() if forms[0] != character)
    return {character: data for character, data in pairs if data and readings_of(character)}


def gbk(character: str) -> bytes | None:
    """The two bytes of a character in GBK; None where it has none."""
    try:
        data = character.encode("gbk")
    except UnicodeEncodeError:
        return None
    return data if len(data) == len("xx") else None
