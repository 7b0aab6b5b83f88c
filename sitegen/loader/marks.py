"""The marks of Markdown, for those who want the words without them."""

import re
from collections.abc import Iterator
from html import unescape

from sitegen.chinese import escaped, faults_in, has_rules
from sitegen.errors import ContentError, Place
from sitegen.model import Body, Markup

CODE = re.compile(
    r"^(```+|~~~+).*?(?:^\1[`~]*[ \t]*$|\Z)|(?<!`)(?P<tick>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=tick)(?!`)",
    re.DOTALL | re.MULTILINE,
)
STRIPPED = [
    (re.compile(r"<!--(?:(?!<!--).)*?-->|</?[a-zA-Z][^<>]*+>", re.DOTALL), ""),
    (re.compile(r"!\[([^\]\n]*+)\]\([^)\n(]*+\)"), ""),
    (re.compile(r"\[\^[^\]\s\[]*+\]:?"), ""),
    (re.compile(r"\[([^\[\]\n]*+)\](?:\([^)(\n]*+\)|\[[^\]\[\n]*+\])"), r"\1"),
    (re.compile(r"^[ \t]*+(?:(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]++|>)++", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*+\|?[ \t]*+:?-{2,}[-:| \t]*+$|^[ \t]*+(?:=++|[-*_ \t]{3,}+)$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__|~~|\*|`++)(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
]
"""Marks of Markdown and what stays of each. Every repetition is possessive or bounded: a hostile text costs no more."""

MARKS = re.compile(r"[\\<>\[*_~`&|]")
BEGINNINGS = frozenset(" \t-+=#0123456789")
"""Where a text has none of the marks, and no line begins with one of these, nothing is to be taken out."""

ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
SHELTER = 0xF0000
"""Where escaped characters wait while marks are taken out: a plane for private use."""
SHELTERED = re.compile("[\U000f0000-\U000f007f]")
SET_APART = re.compile(
    r"<(code|pre|kbd|samp|textarea|script|style)\b.*?</\1\s*>|^(?: {4}|\t)[^\n]*$",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
"""HTML in which nothing is a rule, and indented code."""


def words_of(text: str) -> str:
    """Blank the code of a body; every line keeps its number."""
    return CODE.sub(_blank, text) if "`" in text or "~~~" in text else text


def plain(text: str) -> str:
    """Take the marks out of Markdown; good enough to count and to sum up, not to show."""
    if not MARKS.search(text) and not any(line[:1] in BEGINNINGS for line in text.split("\n")):
        return text
    text = ESCAPED.sub(lambda match: chr(SHELTER + ord(match[1])), text)
    for mark, rest in STRIPPED:
        text = mark.sub(rest, text)
    return unescape(SHELTERED.sub(lambda match: chr(ord(match[0]) - SHELTER), text))


def plain_lines(text: str, body: Body) -> Iterator[tuple[int, str]]:
    """Give the words of a body line by line, each with its number in the file; an empty line is a line break."""
    is_plain = body.markup is Markup.PLAIN
    for number, line in enumerate((text if is_plain else words_of(text)).split("\n"), body.first_line):
        words = escaped(line) if is_plain else plain(line)
        yield number, words.strip() or "\n"


def faults_of(text: str, body: Body) -> Iterator[ContentError]:
    """Find the rules in a body that cannot be understood; in code nothing is one."""
    if body.markup is Markup.PLAIN or not has_rules(text):
        return
    words = SET_APART.sub(_blank, words_of(text))
    for fault in faults_in(words):
        line = body.first_line + words.count("\n", 0, fault.at)
        yield ContentError(fault.problem, place=Place(body.file, line), hint=fault.hint)


def _blank(code: re.Match[str]) -> str:
    """Leave the line breaks of code, so that lines keep their numbers."""
    return "\n" * code[0].count("\n")
