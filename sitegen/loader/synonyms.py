"""Put the fields that other generators spell otherwise under the names they have here."""

import re
from typing import Any

from sitegen.documents import Document
from sitegen.errors import ContentError, FieldError
from sitegen.messages import message

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

OTHER_NAMES = frozenset(SYNONYMS) | {"published", "status"}

LISTS = {"tags", "series", "places", "authors", "sources", "aliases"}
"""Fields of which two that mean the same are joined."""

SEPARATORS = re.compile(r"\s*[、，,]\s*")
TRUE, FALSE = {"true", "yes", "on", "1"}, {"false", "no", "off", "0"}


def under_our_names(document: Document) -> Document:
    """Rename what has another name here; `published: false` and `status: draft` are `draft: true`."""
    if document.values.keys().isdisjoint(OTHER_NAMES):
        return document
    values: dict[str, Any] = {}
    written: dict[str, str] = {}
    lines = dict(document.lines)
    for key, given in document.values.items():
        name, value = _meaning(key, given, document)
        if name in values:
            value = _joined(name, values[name], value, document, key, written[name])
        else:
            written[name] = key
            lines |= {(name, *path[1:]): line for path, line in document.lines.items() if path[:1] == (key,)}
        values[name] = value
    return Document(values, document.file, lines, {name: key for name, key in written.items() if name != key})


def _meaning(key: str, value: object, document: Document) -> tuple[str, object]:
    word = str(value).lower()
    if key == "published" and value is not None:
        if word not in TRUE | FALSE:
            hint = message("write true or false; a date belongs to `date:`")
            raise FieldError(
                message("published: {value!r} is neither true nor false", value=value),
                place=document.place((key,)),
                hint=hint,
            )
        return "draft", "true" if word in FALSE else "false"
    if key == "status" and value is not None:
        if word not in {"draft", "published"}:
            hint = message("write draft or published")
            raise FieldError(
                message("status: {value!r} is neither draft nor published", value=value),
                place=document.place((key,)),
                hint=hint,
            )
        return "draft", "true" if word == "draft" else "false"
    return SYNONYMS.get(key, key), value


def _joined(name: str, first: object, second: object, document: Document, key: str, earlier: str) -> object:
    if first is None or second is None or first == second:
        return second if first is None else first
    if name == "draft" and _is_true(first) == _is_true(second):
        return first
    if name in LISTS:
        return [*_items(name, first), *_items(name, second)]
    raise ContentError(
        message("{key}: says the same as {earlier}", key=key, earlier=earlier),
        place=document.place((key,)),
        hint=message("keep one of the two"),
    )


def _is_true(value: object) -> bool:
    return str(value).lower() in TRUE


def _items(name: str, value: object) -> list[object]:
    if isinstance(value, list):
        return value
    if isinstance(value, str) and name not in {"series", "aliases"}:
        return [item for item in SEPARATORS.split(value) if item.strip()]
    return [value]
