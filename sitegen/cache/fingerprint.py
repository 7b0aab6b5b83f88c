"""Digest what a page shows: equal fingerprints, equal pages, on any machine and in any run."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from msgspec import json, to_builtins

from sitegen.model import AnySheet, Article, Body, Picture, PlainPage, Source

SIZE = 8
"""Bytes of a digest: two of them that should differ are alike once in 10^19."""

NOTHING = bytes(SIZE)
UNSEEN = {
    "file",
    "path",
    "first_line",
    "line",
    "lines",
    "warnings",
    "review",
    "references",
    "body",
    "aliases",
    "related",
}
"""Fields that no page shows as they are: names for messages, and what the sheet holds resolved."""

_encode = json.Encoder(order="deterministic").encode


def digest_of(value: object) -> bytes:
    """Digest plain values, dataclasses and structs by all that they hold."""
    return blake2b(_encode(value), digest_size=SIZE).digest()


def shown_digest(source: Source) -> bytes:
    """Digest what the pages of a file may show besides its body."""
    return digest_of(_seen(to_builtins(source)))


def _seen(value: Any) -> Any:
    match value:
        case dict():
            return {key: _seen(each) for key, each in value.items() if key not in UNSEEN}
        case list() | tuple():
            return [_seen(each) for each in value]
        case _:
            return value


def _body(body: Body) -> bytes:
    return digest_of((body.digest, body.markup, body.script, body.fixed, body.glossary))


def _picture(picture: Picture) -> bytes:
    return digest_of((picture.src.written, picture.alt, picture.caption, picture.credit))


class Fingerprints:
    """Digests of sheets. What several sheets share is digested once.

    Values are told apart by their identity, so a plan must live as long as its Fingerprints.
    """

    def __init__(self) -> None:
        self._known: dict[int, bytes] = {}
        self._special: dict[type, Callable[[Any], bytes]] = {
            Article: shown_digest,
            PlainPage: shown_digest,
            Body: _body,
            Picture: _picture,
        }

    def remember(self, value: object, digest: bytes) -> None:
        """Take a digest that was made earlier."""
        self._known[id(value)] = digest

    def of(self, sheet: AnySheet) -> bytes:
        """One digest of SIZE bytes for each field of a sheet, in their order."""
        fields = [getattr(sheet, name) for name in sheet.__struct_fields__]
        return b"".join([self._field(value) for value in fields])

    def _field(self, value: object) -> bytes:
        if value is None or value == ():
            return NOTHING
        made = self._fed(value)
        return made if len(made) == SIZE else blake2b(made, digest_size=SIZE).digest()

    def _fed(self, value: object) -> bytes:
        if type(value) is tuple:
            return b"(" + b"".join([self._fed(each) for each in value]) + b")"
        known = self._known.get(id(value))
        if known is None:
            make = self._special.get(type(value), digest_of)
            known = self._known[id(value)] = make(value)
        return known
