"""Read the YAML that nearly every front matter is written in, without the library.

`key: words`, `key: [one, two]`, and a list or a mapping of words below a key. Where a text holds anything else, this module
says nothing, and the library is asked. Where it says something, the library says the same (tests/test_plainyaml.py).
"""

import re
from collections.abc import Iterator
from typing import Any

EMPTY = {"~", "null", "Null", "NULL"}
WORDS = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<\ufeff\ufffe\uffff\ud800-\udfff](?:[^\n#:\ufeff\ufffe\uffff\ud800-\udfff]|:(?=[^\s]))*"
"""A plain value: no sign of YAML at its beginning, no comment and no key inside."""

ITEM = (
    r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<\ufeff\ufffe\uffff\ud800-\udfff][^,\n\[\]{}#:\"'\ufeff\ufffe\uffff\ud800-\udfff]*"
)
KEY = r"[A-Za-z_][\w-]*"
LINE = re.compile(rf"(?P<key>{KEY}):(?: (?P<words>{WORDS})| \[(?P<items>(?:{ITEM}(?:, ?{ITEM})*)?)\])?", re.ASCII)
BELOW = re.compile(rf"  (?:- (?P<item>{WORDS})|(?P<key>{KEY}): (?P<words>{WORDS}))", re.ASCII)
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029]")

Lines = dict[tuple[str | int, ...], int]


class _NotPlainError(Exception):
    """There is something that only the library understands."""


def read_plain(text: str, first_line: int) -> tuple[dict[str, Any], Lines] | None:
    """Give the values of a mapping and the line of each, as the library would; None where it has to be asked."""
    if CONTROL.search(text):
        return None
    try:
        return _mapping(text.rstrip("\n").split("\n"), first_line) if text.strip() else None
    except _NotPlainError:
        return None


def _mapping(written: list[str], first_line: int) -> tuple[dict[str, Any], Lines]:
    values: dict[str, Any] = {}
    lines: Lines = {(): first_line}
    key = ""
    for number, line in enumerate(written, first_line):
        if line.startswith(" "):
            _below(line, values, key, lines, number)
            continue
        match = LINE.fullmatch(line)
        if match is None or match["key"] in values:
            raise _NotPlainError
        lines[match["key"],] = number
        values[match["key"]] = _value(match, lines, number)
        key = match["key"] if match["words"] is None and match["items"] is None else ""
    return values, lines


def _value(match: re.Match[str], lines: Lines, number: int) -> object:
    if match["words"] is not None:
        return _scalar(match["words"])
    if match["items"] is None:
        return None
    items = [item for item in map(_scalar, _parted(match["items"])) if item is not None]
    if match["items"]:  # the library counts an empty item, then puts the next in its place
        lines |= {(match["key"], at): number for at in range(max(1, len(items)))}
    return items


def _parted(items: str) -> Iterator[str]:
    return (item.strip(" ") for item in items.split(",")) if items else iter(())


def _below(line: str, values: dict[str, Any], key: str, lines: Lines, number: int) -> None:
    """Take a line below a key: an item of its list, or a key of its mapping."""
    match = BELOW.fullmatch(line)
    if match is None or not key:
        raise _NotPlainError
    if match["item"] is not None:
        items = values[key] = [] if values[key] is None else values[key]
        value = _scalar(match["item"])
        if not isinstance(items, list) or value is None:
            raise _NotPlainError
        lines[key, len(items)] = number
        items.append(value)
        return
    mapping = values[key] = {} if values[key] is None else values[key]
    if not isinstance(mapping, dict) or match["key"] in mapping:
        raise _NotPlainError
    lines[key, match["key"]] = number
    mapping[match["key"]] = _scalar(match["words"])


def _scalar(words: str) -> str | None:
    words = words.rstrip(" ")
    return None if words in EMPTY else words
