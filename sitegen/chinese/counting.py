"""Measure Chinese text in 字, and cut it where sentences end."""

import re

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+")
WORD = re.compile(r"[^\W_]+(?:[.,:/'’-][^\W_]+)*")
DIGITS = "〇一二三四五六七八九"
HUNDRED = 100
SENTENCE_ENDS = re.compile(r"[。！？；…][”’」』）]?")


def count_characters(text: str) -> int:
    """Count 字: each Han character, and each word or number of other scripts, is one.

    >>> count_characters("增产3,000斤，用GB/T标准。")
    8
    """
    rest, runs = RUN.subn(" ", text)
    return len(text) - len(rest) + runs + len(WORD.findall(rest))


def numeral(number: int) -> str:
    """Write a number from 1 as papers number the parts of a series.

    >>> numeral(6), numeral(20), numeral(35), numeral(104)
    ('六', '二十', '三十五', '一〇四')
    """
    if number >= HUNDRED:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def beginning(text: str, *, longest: int) -> str:
    """Cut `text` to whole sentences of at most `longest` characters, or leave it off with …….

    >>> beginning("春雨。夏风。秋收。", longest=7)
    '春雨。夏风。'
    """
    if len(text) <= longest:
        return text
    ends = [match.end() for match in SENTENCE_ENDS.finditer(text, 0, longest)]
    if ends and ends[-1] >= longest // 2:
        return text[: ends[-1]]
    return text[: longest - 2].rstrip("，、：") + "……"
