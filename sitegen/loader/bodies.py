"""What lists and links need to know of a body without keeping it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from unicodedata import normalize
from urllib.parse import unquote

from sitegen.chinese import beginning, count_characters, escaped, faults_in, sheltered, unsheltered, without_marks
from sitegen.errors import ContentError, Place, SitegenError
from sitegen.loader.files import Found
from sitegen.loader.frontmatter import split
from sitegen.loader.text import read_text
from sitegen.model import Body, Markup, Reference

SUMMARY = 110
"""Characters of a summary that is the beginning of the text: three lines on a telephone."""

MORE = re.compile(r"^[ \t]*<!--\s*more\s*-->[ \t]*$", re.MULTILINE)
CODE = re.compile(
    r"^(```+|~~~+).*?(?:^\1[`~]*[ \t]*$|\Z)|(?<!`)(?P<tick>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=tick)(?!`)",
    re.DOTALL | re.MULTILINE,
)
NO_PARAGRAPH = re.compile(r"\s*(?:#|\||[-*+]\s|\d+[.)]\s|>|!\[|<(?:!--|/?[a-zA-Z])|\[[^\]]+\]:)|(?: {4}|\t)")
TARGET = re.compile(
    r"""\]\(\s*(?:<([^>\n]+)>|((?:[^\s()]|\([^\n()]*\)|[ ]+(?!["' ]))+?)\s*(?:["'][^\n]{0,300}?["']\s*)?\))
      | ^[ ]{0,3}\[[^\]^][^\]\n]*\]:[ \t]*<?([^\s>]+)
      | \b(?:src|href)\s*=\s*["']([^"'\n]+)""",
    re.VERBOSE | re.MULTILINE,
)
ELSEWHERE = re.compile(r"[a-zA-Z][\w+.-]*:|//|#")
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

ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
SHELTER = 0xF0000
"""Where escaped characters wait while marks are taken out: a plane for private use."""
SHELTERED = re.compile("[\U000f0000-\U000f007f]")
SET_APART = re.compile(
    r"<(code|pre|kbd|samp|textarea|script|style)\b.*?</\1\s*>|^(?: {4}|\t)[^\n]*$",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
"""HTML in which nothing is a rule, and indented code."""

SETEXT = re.compile(r"[^\n]+\n[ \t]*(?:=+|-+)[ \t]*\Z")
SOFT_BREAK = re.compile(r"(?<=[^\x00-\u2e7f])[ \t]*+\n[ \t]*+(?=[^\x00-\u2e7f])")


@dataclass(frozen=True, slots=True)
class Gist:
    """A body in brief: its first sentences, its 字, what it refers to."""

    summary: str
    characters: int
    references: tuple[Reference, ...]


def body_of(text: str, *, found: Found, first_line: int, markup: Markup) -> Body:
    """Make the stand-in for a body, of which no more is known yet."""
    return Body(file=found.shown, path=found.on_disk, digest=_digest(text), first_line=first_line, markup=markup)


def faults_of(text: str, body: Body) -> Iterator[SitegenError]:
    """Find the rules in a body that cannot be understood; in code nothing is one."""
    words = "" if body.markup is Markup.PLAIN else SET_APART.sub(_blank, CODE.sub(_blank, text))
    for fault in faults_in(words):
        line = body.first_line + words.count("\n", 0, fault.at)
        yield ContentError(fault.problem, place=Place(body.file, line), hint=fault.hint)


def read_body(body: Body, site: Path) -> str:
    """Read the words that a Body stands for."""
    text = split(read_text(site / body.path, body.file), body.file).body
    if _digest(text) != body.digest:
        raise ContentError("changed while the site was being built", place=Place(body.file), hint="build again")
    return text


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def refer(written: str, *, file: str, line: int) -> Reference:
    """Find out what a link in `file` means; what is relative starts from the file's folder."""
    end = re.search(r"[#?]|\Z", written)
    cut = end.start() if end else len(written)
    path, suffix = normalize("NFC", unquote(written[:cut])), written[cut:]
    target = path if path.startswith("/") else normpath(join(dirname(file), path))
    return Reference(written=written, target=target, suffix=suffix, line=line)


def gist_of(text: str, body: Body) -> Gist:
    """Sum up a body whose words are `text`."""
    if body.markup is Markup.PLAIN:
        lines = [line.strip() for line in text.splitlines()]
        return Gist(escaped(beginning("".join(lines), longest=SUMMARY)), count_characters(text), ())
    words = CODE.sub(_blank, text)
    references = tuple(_references(words, body))
    return Gist(_summary(words), count_characters(plain(without_marks(text))), references)


def plain(text: str) -> str:
    """Take the marks out of Markdown; good enough to count and to sum up, not to show."""
    text = ESCAPED.sub(lambda match: chr(SHELTER + ord(match[1])), text)
    for mark, rest in STRIPPED:
        text = mark.sub(rest, text)
    return unescape(SHELTERED.sub(lambda match: chr(ord(match[0]) - SHELTER), text))


def _summary(text: str) -> str:
    text, rules = sheltered(text)
    before, more, _ = _parted(text)
    blocks = (block for block in re.split(r"\n[ \t]*+\n", before) if _is_paragraph(block))
    words = "".join(SOFT_BREAK.sub("", plain(block)).strip().replace("\n", " ") for block in blocks)
    shown = words if more else beginning(words, longest=SUMMARY)
    return unsheltered(shown, rules)


def _is_paragraph(block: str) -> bool:
    return not NO_PARAGRAPH.match(block) and not SETEXT.fullmatch(block.strip("\n"))


def _parted(text: str) -> tuple[str, bool, str]:
    match = MORE.search(text)
    return (text[: match.start()], True, text[match.end() :]) if match else (text, False, "")


def _references(text: str, body: Body) -> Iterator[Reference]:
    for match in TARGET.finditer(text):
        written = unescape(next(group for group in match.groups() if group))
        if not ELSEWHERE.match(written):
            line = body.first_line + text.count("\n", 0, match.start())
            yield refer(written, file=body.file, line=line)


def _blank(code: re.Match[str]) -> str:
    """Leave the line breaks of code, so that lines keep their numbers."""
    return "\n" * code[0].count("\n")
