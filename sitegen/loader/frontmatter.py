"""Split an article file into its front matter and its body."""

import re
from typing import NamedTuple

from sitegen.errors import ContentError, Place
from sitegen.fields import Document, read_yaml

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
WIDE_COLON = re.compile(r"^([A-Za-z_]\w*)[ \t]*：[ \t]*", re.MULTILINE)

SYNONYMS = {
    "author": "authors",
    "byline": "authors",
    "source": "sources",
    "place": "places",
    "tag": "tags",
    "categories": "tags",
    "category": "tags",
    "keywords": "tags",
    "description": "summary",
    "excerpt": "summary",
    "lastmod": "updated",
    "modified": "updated",
    "pubdate": "date",
    "publishDate": "date",
    "expiryDate": "expires",
    "redirect_from": "aliases",
}
"""What other generators call a field, and what it is called here."""


class Parts(NamedTuple):
    """The two parts of a file; `body_line` is the line of the file on which the body begins."""

    fields: Document
    body: str
    body_line: int


def split(text: str, file: str) -> Parts:
    """Read the front matter of a file, its keys under the names they have here."""
    opening = FENCE.match(text)
    if not opening:
        hint = f"`sitegen import {file}` makes one; else begin the file with ---, title: …, ---"
        raise ContentError("there is no front matter", place=Place(file, 1), hint=hint)
    closing = FENCE.search(text, opening.end())
    if not closing:
        hint = "add a line --- below its last key"
        raise ContentError("the front matter never ends", place=Place(file, 1), hint=hint)
    header = WIDE_COLON.sub(r"\1: ", text[opening.end() + 1 : closing.start()])
    body = text[closing.end() + 1 :]
    document = read_yaml(header, file=file, first_line=2)
    return Parts(_renamed(document), body, text.count("\n", 0, closing.end()) + 2)


def _renamed(document: Document) -> Document:
    """Put synonyms in place; lists that mean the same are joined."""
    values: dict[str, object] = {}
    lines = dict(document.lines)
    for key, value in _without_status(document.values, lines).items():
        name = SYNONYMS.get(key, key)
        place = document.place((key,))
        values[name] = _joined(values.get(name, value), value, f"{key}: says the same as {name}", place)
        if name != key:
            _move_lines(lines, key, name)
    return Document(values, document.file, lines)


def _joined(first: object, second: object, problem: str, place: Place) -> object:
    if first is second or first == second:
        return first
    if isinstance(first, list) and isinstance(second, list):
        return first + second
    raise ContentError(problem, place=place, hint="keep one of the two")


def _without_status(values: dict[str, object], lines: dict[tuple[str | int, ...], int]) -> dict[str, object]:
    """Read `published: false` and `status: draft` as `draft: true`."""
    values = dict(values)
    meanings = {("published", "false"): "true", ("status", "draft"): "true"}
    meanings |= {("published", "true"): "false", ("status", "published"): "false"}
    for key in ("published", "status"):
        draft = meanings.get((key, str(values.get(key)).lower()))
        if draft and "draft" not in values:
            values["draft"] = draft
            lines["draft",] = lines[key,]
            del values[key]
    return values


def _move_lines(lines: dict[tuple[str | int, ...], int], old: str, new: str) -> None:
    for path in [path for path in lines if path[:1] == (old,)]:
        lines.setdefault((new, *path[1:]), lines[path])
