"""Write the dates of old print in figures."""

import re
from unicodedata import normalize

DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
SIGN = "[一二三四五六七八九]"
NUMBER = rf"(?:元|(?:{SIGN}?十|廿|卅){SIGN}?|[〇零○一二三四五六七八九]{{1,3}}|\d{{1,3}})"
REPUBLIC = 1911
"""The year before the first of the Republic: 民国元年 is 1912."""

YEAR = rf"(?:(?P<written>[〇零○一二三四五六七八九]{{4}})|(?:中[华華])?民[国國](?P<reign>{NUMBER}))年"
DATE = re.compile(rf"{YEAR}(?:\s*(?P<month>{NUMBER})月(?:\s*(?P<day>{NUMBER})[日号號])?)?")


def in_figures(text: str) -> str:
    """Rewrite dates in characters or of the Republic; everything else is only put into plain figures and signs.

    >>> in_figures("一九五八年三月廿五日，民国三十年五月，２０２３年６月")
    '1958年3月25日,1941年5月,2023年6月'
    """
    return DATE.sub(_written, normalize("NFKC", text))


def _written(match: re.Match[str]) -> str:
    year = match["written"].translate(DIGITS) if match["written"] else str(REPUBLIC + _number(match["reign"]))
    month, day = (
        f"{_number(match[part])}{sign}" if match[part] else "" for part, sign in (("month", "月"), ("day", "日"))
    )
    return f"{year}年{month}{day}"


def _number(words: str) -> int:
    """A number below a hundred.

    >>> [_number(words) for words in ("元", "九", "十", "十二", "二十", "三十一", "廿五", "二三", "7")]
    [1, 9, 10, 12, 20, 31, 25, 23, 7]
    """
    plain = words.replace("元", "一").replace("廿", "二十").replace("卅", "三十").translate(DIGITS)
    tens, ten, ones = plain.partition("十")
    if not ten:
        return int(plain)
    return 10 * (int(tens) if tens.isdecimal() else 1) + (int(ones) if ones.isdecimal() else 0)
