"""A file of words as its author typed it, and the stretches of it that are prose."""

import re
from dataclasses import dataclass
from functools import cached_property

from sitegen.errors import Place
from sitegen.loader import body_in
from sitegen.loader.marks import CODE
from sitegen.model import Markup

MASK = "\ue000"
"""Stands for a character that is no prose; a sign of private use is neither Han nor a blank."""

SHOWN_KEY = re.compile(
    r"^(?:title|subtitle|summary|description|excerpt)[ \t]*[:：][ \t]*(?![{\[|>&*!@%`#])([^\n]+)$", re.MULTILINE
)
"""A key of the front matter whose words stand on its line and are shown."""

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>，。；：！？、（）《》“”‘’「」『』【】]+")
"""An address as far as it may go: whoever mends punctuation must not break one."""

RULE = re.compile(r"-\{.{0,500}?\}-", re.DOTALL)
MARKED = [
    re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL),
    CODE,
    re.compile(r"<(code|pre|kbd|samp|textarea|script|style)\b(?:(?!<\1\b).)*?</\1\s*>", re.DOTALL | re.IGNORECASE),
    re.compile(r"^(?: {4}|\t)[^\n]*$", re.MULTILINE),
    RULE,
    re.compile(r"</?[a-zA-Z][^<>]*>"),
    re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)"),
    re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:.*$", re.MULTILINE),
    re.compile(r"<(?:https?|mailto):[^>\n]*>"),
    ADDRESS,
    re.compile(r"\{[:.#][^{}\n]{0,200}\}"),
]
"""What a body in Markdown holds besides prose: comments, code, rules, tags, targets, addresses, lists of attributes.

Every repetition is bounded or stops at the next beginning of its kind: a hostile text costs no more than another.
"""

LABEL = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:", re.MULTILINE)
"""The name of a link whose address stands elsewhere: both must stay the same."""

BRACKETED = re.compile(r"\[([^\[\]\n]{1,200})\]")
PLAIN = [RULE, ADDRESS]


@dataclass(frozen=True)
class Manuscript:
    """The text of a file, its lines parted by LF, with the front matter in front."""

    file: str
    text: str
    markup: Markup

    @cached_property
    def body_at(self) -> int:
        """Where the body begins."""
        return len(self.text) - len(body_in(self.text, self.file))

    @cached_property
    def prose(self) -> str:
        """The text with a mask on every character that readers do not see as words of the body, of a title or a summary."""
        front, body = self.text[: self.body_at], self.text[self.body_at :]
        labels = frozenset(LABEL.findall(body) if "]:" in body and self.markup is Markup.MARKDOWN else ())
        for pattern in PLAIN if self.markup is Markup.PLAIN else MARKED:
            body = pattern.sub(_masked, body)
        if labels:
            body = BRACKETED.sub(lambda match: _mask(match[0]) if match[1] in labels else match[0], body)
        return _only(SHOWN_KEY, front) + body

    @cached_property
    def body(self) -> str:
        """The prose of the body."""
        return self.prose[self.body_at :]

    def place(self, at: int) -> Place:
        """The line and column of a character."""
        start = self.text.rfind("\n", 0, at) + 1
        return Place(self.file, self.text.count("\n", 0, at) + 1, at - start + 1)


def _only(pattern: re.Pattern[str], text: str) -> str:
    """Mask everything but the first group of each match."""
    shown, at = "", 0
    for match in pattern.finditer(text):
        start, end = match.span(1)
        shown += _mask(text[at:start]) + RULE.sub(_masked, text[start:end])
        at = end
    return shown + _mask(text[at:])


def _masked(match: re.Match[str]) -> str:
    return _mask(match[0])


def _mask(text: str) -> str:
    return re.sub(r"[^\n]", MASK, text)
