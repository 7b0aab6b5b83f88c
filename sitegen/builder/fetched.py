"""What was read of a file, as it goes from one process to another and into the record."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import json

from sitegen.chinese import known_slugs
from sitegen.errors import SitegenError
from sitegen.loader import MEDIA, Asked
from sitegen.model import Article, Media, PlainPage, Source, TermNote

PICTURE = 20
"""What it weighs to look at a picture, where an article weighs 1."""

encode = json.Encoder().encode
_decoders: dict[str, Callable[[bytes], Source | Media]] = {
    "articles": json.Decoder(Article).decode,
    "pages": json.Decoder(PlainPage).decode,
    "media": json.Decoder(Media).decode,
}
_decode_note = json.Decoder(TermNote).decode


class Read(NamedTuple):
    """What was read of a file: the digests of its bytes and of what its pages may show, and the value as JSON.

    `spelled` are the slugs of names that were worked out for it.
    """

    digest: bytes
    shown: bytes
    value: bytes
    spelled: tuple[tuple[str, str], ...] = ()


Told = Read | list[SitegenError] | None
"""What a file holds, or what is wrong with it; None where its bytes are as they were."""


def learn_spelled(slugs: dict[str, str]) -> None:
    """Know how names were spelled, in whatever process: to spell one takes the dictionaries of all sounds."""
    known_slugs.update(slugs)


def decoded(kind: str, value: bytes) -> Source | Media:
    """What a file of a kind holds, as it was encoded when it was read."""
    return _decoders.get(kind, _decode_note)(value)


def weight_of(asked: Sequence[Asked]) -> int:
    """What it weighs to read each of some files of one kind."""
    return PICTURE if asked and asked[0].kind == MEDIA else 1
