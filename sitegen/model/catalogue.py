"""What a plan put in order, small enough to be kept until the next build: where every article stands, without the articles."""

from typing import NamedTuple

from msgspec import Struct

from sitegen.model.sheet import Lead
from sitegen.model.text import Text

Key = tuple[str, ...]
"""The identity of a term among all of its taxonomy: those of the terms from the widest to itself."""


class Standing(NamedTuple):
    """Where an article stands among the others: from the oldest, the undated first, a rough date at the start of its period.

    `time` is in seconds since 1970, `date` as exact as it is known, as RoughDate.iso writes it.
    """

    is_dated: int
    time: float
    file: str
    date: str


class Alike(Struct, frozen=True):
    """Terms that spell alike, at the address that each of them would have had alone."""

    route: str
    slug: str
    keys: tuple[Key, ...]


class Relations(Struct, frozen=True):
    """The files of the related articles by the file of the one that names them, and every name that was used."""

    files: dict[str, tuple[str, ...]]
    names: frozenset[str]


class KeptTerm(Struct, array_like=True):
    """A term: how it was written and how often, and the places of its articles in the order of time.

    `spelled` is the slug of its own name, `note` the file of its words, which gives it its name where it is `is_titled`. `witness` is the
    article, as the record of addresses names it, that the term is told again by.
    """

    key: Key
    slugs: tuple[str, ...]
    lead: Lead
    names: list[tuple[Text, int]]
    spelled: str
    places: list[int]
    note: str | None
    is_titled: bool
    witness: str


class KeptTerms(Struct):
    """A taxonomy with all its terms, wider before narrower."""

    terms: list[KeptTerm]
    alike: tuple[Alike, ...]


class Catalogue(Struct):
    """The order of an archive.

    `routes` are of what has a page and is no article in lists, by file; `lost` is what links lead to in vain. `firsts` are the addresses at
    which what has moved since was first published, `awaited` tells again what is gone.
    """

    standing: list[Standing]
    taxonomies: dict[str, KeptTerms]
    routes: dict[str, str]
    aliases: dict[str, str]
    firsts: dict[str, str]
    awaited: frozenset[str]
    relations: Relations
    lost: frozenset[str]
