"""What lists and links need to know of a body without keeping it."""

import os
import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from sitegen.chinese import beginning, count_characters, escaped, sheltered, unsheltered, without_marks
from sitegen.errors import ContentError, Place
from sitegen.files import Found
from sitegen.loader.frontmatter import body_in
from sitegen.loader.links import references_in
from sitegen.loader.marks import plain, words_of
from sitegen.loader.text import read_text
from sitegen.messages import message
from sitegen.model import Body, Markup, Reference

SUMMARY = 110
"""Characters of a summary that is the beginning of the text: three lines on a telephone."""

MORE = re.compile(r"^[ \t]*<!--\s*more\s*-->[ \t]*$", re.MULTILINE)
NO_PARAGRAPH = re.compile(r"\s*(?:#|\||[-*+]\s|\d+[.)]\s|>|!\[|<(?:!--|/?[a-zA-Z])|\[[^\]]+\]:)|(?: {4}|\t)")
REFERRING = ("](", "]:", "<")
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


def read_body(body: Body, site: Path) -> str:
    """Read the words that a Body stands for."""
    text = body_in(read_text(f"{site}/{os.fsdecode(body.path)}", body.file), body.file)
    if _digest(text) != body.digest:
        raise ContentError(
            message("changed while the site was being built"), place=Place(body.file), hint=message("build again")
        )
    return text


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def gist_of(text: str, body: Body) -> Gist:
    """Sum up a body whose words are `text`."""
    if body.markup is Markup.PLAIN:
        lines = [line.strip() for line in text.splitlines()]
        return Gist(escaped(beginning("".join(lines), longest=SUMMARY)), count_characters(text), ())
    words = words_of(text)
    references = tuple(references_in(words, body)) if any(sign in words for sign in REFERRING) else ()
    return Gist(_summary(words), count_characters(plain(without_marks(text))), references)


def _summary(text: str) -> str:
    text, rules = sheltered(text)
    before, more, _ = _parted(text)
    words = ""
    for block in re.split(r"\n[ \t]*+\n", before):
        if _is_paragraph(block):
            words += SOFT_BREAK.sub("", plain(block)).strip().replace("\n", " ")
        if len(words) > SUMMARY and not more:
            break
    shown = words if more else beginning(words, longest=SUMMARY)
    return unsheltered(shown, rules)


def _is_paragraph(block: str) -> bool:
    return not NO_PARAGRAPH.match(block) and not SETEXT.fullmatch(block.strip("\n"))


def _parted(text: str) -> tuple[str, bool, str]:
    match = MORE.search(text) if "<!--" in text else None
    return (text[: match.start()], True, text[match.end() :]) if match else (text, False, "")
