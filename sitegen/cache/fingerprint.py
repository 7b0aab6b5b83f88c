"""Digest what a page shows: equal fingerprints, equal pages, on any machine and in any run."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from msgspec import json

from sitegen.model import AnySheet, Article, Body, Cover, Picture, PlainPage, Source, TermNote

SIZE = 8
"""Bytes of a digest: two of them that should differ are alike once in 10^19."""

NOTHING = bytes(SIZE)
UNSEEN = {"file", "lines", "warnings", "silence", "review", "references", "body", "aliases", "related", "cover"}
"""Fields that no page shows as they are: names for messages, and what the sheet holds resolved."""

SEEN: dict[type, tuple[str, ...]] = {
    kind: tuple(each.name for each in fields(kind) if each.name not in UNSEEN)
    for kind in (Article, PlainPage, TermNote)
}

_encode = json.Encoder(order="deterministic").encode


def digest_of(value: object) -> bytes:
    """Digest plain values, dataclasses and structs by all that they hold."""
    return blake2b(_encode(value), digest_size=SIZE).digest()


def shown_digest(source: Source) -> bytes:
    """Digest what the pages of a file may show besides its body."""
    shown = [getattr(source, name) for name in SEEN[type(source)]]
    cover = None if isinstance(source, PlainPage) or not source.cover else _picture(source.cover)
    return digest_of((cover, shown))


def _body(body: Body) -> bytes:
    if body.glossary:
        return digest_of((body.digest, body.markup, body.script, body.fixed, body.glossary))
    plain = f"{body.digest} {body.markup} {body.script} {body.fixed}"
    return blake2b(plain.encode(), digest_size=SIZE).digest()


@cache
def digested_fields(kind: type[AnySheet]) -> tuple[str, ...]:
    """The fields of a sheet that its fingerprint tells apart: the route is in the name of the file."""
    return tuple(name for name in kind.__struct_fields__ if name != "route")


@cache
def _values_of(kind: type[AnySheet]) -> Callable[[AnySheet], tuple[object, ...]]:
    names = digested_fields(kind)
    return attrgetter(*names) if len(names) > 1 else lambda sheet: tuple(getattr(sheet, name) for name in names)


def _picture(picture: Picture) -> bytes:
    return digest_of((picture.src.written, picture.alt, picture.caption, picture.credit))


class Fingerprints:
    """Digests of sheets. What several sheets share is digested once.

    Values are told apart by their identity, so a plan must live as long as its Fingerprints; what they are to remember does.
    """

    def __init__(self) -> None:
        self._known: dict[int, bytes] = {}
        self._remembered: list[object] = []
        self._special: dict[type, Callable[[Any], bytes]] = {
            Article: shown_digest,
            PlainPage: shown_digest,
            Body: _body,
            Picture: _picture,
            Cover: lambda cover: digest_of((_picture(cover.picture), cover.target)),
        }

    def remember(self, value: object, digest: bytes) -> None:
        """Take a digest that was made earlier."""
        self._remembered.append(value)
        self._known[id(value)] = digest

    def of(self, sheet: AnySheet) -> bytes:
        """One digest of SIZE bytes for each of the digested fields of a sheet, in their order."""
        return b"".join([self._field(value) if value else NOTHING for value in _values_of(type(sheet))(sheet)])

    def _field(self, value: object) -> bytes:
        made = self._known.get(id(value)) or self._fed(value)
        return made if len(made) == SIZE else blake2b(made, digest_size=SIZE).digest()

    def _fed(self, value: object) -> bytes:
        known = self._known.get(id(value))
        if known is None:
            if type(value) is tuple:
                known = b"(" + b"".join([self._fed(each) for each in value]) + b")"
            else:
                known = self._special.get(type(value), digest_of)(value)
            self._known[id(value)] = known
        return known
