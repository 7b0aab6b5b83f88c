"""Split an article file into its front matter and its body."""

import re
from typing import NamedTuple

from sitegen.documents import Document, read_yaml
from sitegen.errors import ContentError, Place
from sitegen.loader.synonyms import under_our_names
from sitegen.messages import message

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
BELOW = "src|alt|caption|credit|name|role|part|issue|page|date|text|reason"
WIDE_COLON = re.compile(
    rf"^([A-Za-z_][\w-]*|[ \t]+(?:{BELOW})|[ \t]*-[ \t]+(?:{BELOW}))[ \t]*：[ \t]*", re.ASCII | re.MULTILINE
)
"""A key of the front matter, or one of those below another, with a colon as Chinese keyboards type it."""


class Parts(NamedTuple):
    """The two parts of a file; `body_line` is the line of the file on which the body begins."""

    fields: Document
    body: str
    body_line: int


def split(text: str, file: str) -> Parts:
    """Read the front matter of a file, its keys under the names they have here."""
    opening, closing = _fences(text, file)
    header = WIDE_COLON.sub(r"\1: ", text[opening : closing.start()])
    document = read_yaml(header, file=file, first_line=2)
    return Parts(under_our_names(document), text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2)


def body_in(text: str, file: str) -> str:
    """What stands below the front matter of a file."""
    return text[_fences(text, file)[1].end() + 1 :]


def _fences(text: str, file: str) -> tuple[int, re.Match[str]]:
    """Where the front matter begins, and the line that ends it."""
    opening = FENCE.match(text)
    if text.startswith("+++"):
        hint = message("write it as YAML: `title: …`, between two lines of ---")
        raise ContentError(message("this front matter is TOML"), place=Place(file, 1), hint=hint)
    if not opening:
        hint = message("`sitegen import {file}` makes one; else begin the file with ---, title: …, ---", file=file)
        raise ContentError(message("there is no front matter"), place=Place(file, 1), hint=hint)
    closing = FENCE.search(text, opening.end())
    if not closing:
        hint = message("add a line --- below its last key")
        raise ContentError(message("the front matter never ends"), place=Place(file, 1), hint=hint)
    return opening.end() + 1, closing
