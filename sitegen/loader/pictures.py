"""Tell the pictures of a body from its links, and name those that nobody describes."""

import re
from collections.abc import Iterator

from sitegen.errors import Place, Warn
from sitegen.loader.marks import words_of
from sitegen.messages import Message, message
from sitegen.model import Body, Markup

OPENING = re.compile(r"!\[(?:[^\[\]\\]|\\.|\[[^\[\]]{0,300}\]){0,1000}\Z", re.DOTALL)
"""What stands before the ]( of a picture."""

LONGEST = 1_200
"""Characters of a description that are looked at."""

UNNAMED = re.compile(r"!\[\s*\](?:\(\s*<?([^\s)>]*)|\[([^\]\n]*)\])|<img\b([^<>]*)>", re.IGNORECASE)
ALT = re.compile(r"\balt\s*=", re.IGNORECASE)
SRC = re.compile(r"""\bsrc\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)


def is_picture(text: str, at: int) -> bool:
    """Whether the target whose ]( or src= begins there is shown, not linked to."""
    before = text[max(0, at - LONGEST) : at]
    if text.startswith("](", at):
        mark = before.rfind("![")
        return mark >= 0 and OPENING.match(before, mark) is not None
    return before[before.rfind("<") :][:4].lower() == "<img"


def unnamed_pictures(text: str, body: Body) -> Iterator[Warn]:
    """Find the pictures of a body without words for those who cannot see them; `alt=""` says that none are needed."""
    if body.markup is Markup.PLAIN or ("![" not in text and "<" not in text):
        return
    words = words_of(text)
    for match in UNNAMED.finditer(words):
        name = _named(match)
        if name is not None:
            place = Place(body.file, body.first_line + words.count("\n", 0, match.start()))
            yield no_alt(name, place, message("say in a few words what is to be seen: ![…](…)"))


def _named(match: re.Match[str]) -> str | None:
    """The file of a picture without words, as far as it is written there; None for an element that has them."""
    target, reference, attributes = match.groups()
    if attributes is None:
        return target or reference or ""
    src = SRC.search(attributes)
    return None if ALT.search(attributes) else src[1] if src else ""


def no_alt(src: str, place: Place, hint: Message) -> Warn:
    """Say that a picture has no words."""
    return Warn(
        code="no-alt",
        problem=message("{picture} has no words for those who cannot see it", picture=src or message("a picture")),
        place=place,
        hint=hint,
    )
