"""Mend what a mirror shifted around full-width punctuation, as far as only one reading of the bytes gives words.

整改?，F(xiàn)將 is 整改。現將: a byte before the ， became ?, so that its other bytes are read in other pairs. 規?；N植 is 規模化種植: two
bytes that are no character went missing behind the ； besides.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from sitegen.chinese.dictionaries import read_candidates
from sitegen.chinese.readings import READING, gbk, readings_of
from sitegen.chinese.streams import LOST

SHIFTED = re.compile(rf"(?<=([^\x00-\x7f]))\?([，；：！？（）])([@-~])(\({READING}\))?(?=([^\x00-\x7f]))")
HAN = range(0x4E00, 0x9FA6)
STOP = "。"


class Mended(NamedTuple):
    """A line after the attempt; `is_sure` tells that words left no choice anywhere."""

    text: str
    places: int = 0
    is_sure: bool = True


def mend_shifts(line: str) -> Mended:
    """Mend every such place of a line.

    >>> mend_shifts("抓好整改?，F(xiàn)將情況公布，規?；N植").text
    '抓好整改。現(xiàn)將情況公布，規模化種植'
    """
    doubts = []

    def mend(match: re.Match[str]) -> str:
        before, mark, letter, reading, after = match.groups()
        words = _one_character(before, mark, letter, reading) if reading else _two(before, mark, letter, after)
        doubts.append(LOST in words or STOP in words)
        return words

    text = SHIFTED.sub(mend, line)
    return Mended(text, len(doubts), not any(doubts))


def _one_character(before: str, mark: str, letter: str, reading: str) -> str:
    """The mark is the end of one character and, with the letter, the beginning of the next, which has its reading."""
    first, second = mark.encode("gbk")
    character = bytes((second, ord(letter))).decode("gbk", "replace")
    if reading[1:-1] not in readings_of(character[0]):
        return LOST + reading
    found = _only(_ending(first), lambda each: _is_word(before + each) or _is_word(each + character))
    return (found or STOP) + character + reading


def _two(before: str, mark: str, letter: str, after: str) -> str:
    """The mark is the end of one character and the beginning of another, of which the rest is gone, like the beginning of a third."""
    first, second = mark.encode("gbk")
    one = _only(_ending(first), lambda each: _is_word(before + each))
    three = _only(_ending(ord(letter)), lambda each: _is_word(each + after))
    two = _only(_beginning(second), lambda each: _is_word(f"{before}{one}{each}") or _is_word(f"{one}{each}"))
    return "".join(each or LOST for each in (one, two, three))


def _only(candidates: Iterable[str], gives_words: Callable[[str], bool]) -> str | None:
    found = [each for each in candidates if gives_words(each)]
    return found[0] if len(found) == 1 else None


def _ending(trail: int) -> list[str]:
    return _by_byte()[1][trail]


def _beginning(lead: int) -> list[str]:
    return _by_byte()[0][lead]


@cache
def _by_byte() -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """The Han characters of GBK by their first byte, and by their second."""
    leads, trails = defaultdict(list), defaultdict(list)
    for character in map(chr, HAN):
        if data := gbk(character):
            leads[data[0]].append(character)
            trails[data[1]].append(character)
    return leads, trails


def _is_word(text: str) -> bool:
    simplified, words = _words()
    return text.translate(simplified) in words


@cache
def _words() -> tuple[dict[int, str], frozenset[str]]:
    """Simplified characters for Traditional ones, and words in Simplified."""
    from pypinyin.phrases_dict import phrases_dict

    characters = {ord(key): forms[0] for key, forms in read_candidates("TSCharacters.txt").items()}
    return characters, frozenset(phrases_dict) | frozenset(read_candidates("STPhrases.txt"))
