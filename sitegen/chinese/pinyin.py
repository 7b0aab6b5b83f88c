"""Spell names in the Latin letters that addresses are made of."""

import re
from collections.abc import Callable
from functools import cache

LONGEST = 100
"""Letters in a slug: three bytes a character percent-encoded still fit a file name."""

known_slugs: dict[str, str] = {}
"""Names that were spelled already; an earlier build may lend its own, and spare the dictionaries."""

SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
"""What is spelled already."""

READINGS = {
    "朝阳": "chao yang",
    "单县": "shan xian",
    "浚县": "xun xian",
    "洪洞": "hong tong",
    "会稽": "kuai ji",
    "曾国藩": "zeng guo fan",
    "差旅": "chai lü",
    "还田": "huan tian",
}
"""What pypinyin's own phrases get wrong; measured on 72 names."""


def slug_of(name: str) -> str:
    """Spell `name`, which is Simplified, as a slug; never empty.

    >>> slug_of("重庆火锅 2023"), slug_of("☂")
    ('chong-qing-huo-guo-2023', 'u2602')
    """
    if SLUG.fullmatch(name) and len(name) <= LONGEST:
        return name
    if name not in known_slugs:
        known_slugs[name] = _spelled(name)
    return known_slugs[name]


def syllables_of(text: str) -> tuple[str, ...]:
    """Spell a text as people type it: a syllable for each Han character, the rest in small letters.

    >>> syllables_of("红古区 GB/T")
    ('hong', 'gu', 'qu', 'gb/t')
    """
    spelled = (each.strip().lower().replace("ü", "v") for each in _lazy_pinyin()(text))
    return tuple(each for each in spelled if each)


def _spelled(name: str) -> str:
    from slugify import slugify

    syllables = _lazy_pinyin()(name)
    slug: str = slugify(" ".join(syllables), max_length=LONGEST, word_boundary=True)
    return slug or "-".join(f"u{ord(c):x}" for c in name[:8])


@cache
def _lazy_pinyin() -> Callable[[str], list[str]]:
    from pypinyin import lazy_pinyin, load_phrases_dict

    load_phrases_dict({k: [[syllable] for syllable in v.split()] for k, v in READINGS.items()})
    return lazy_pinyin
