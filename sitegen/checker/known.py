"""What was found in pages when they were read last → the same again, without reading a page that is as it was."""

import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, Self

from msgspec import DecodeError, msgpack

from sitegen.cache import FoundRow, digest_of
from sitegen.checker.leaks import hidden_titles
from sitegen.checker.site import Expected, Facts
from sitegen.folder import program

PAGES = "pages"

_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(Facts).decode


class Keys(NamedTuple):
    """All that decides what is found in a page besides its bytes: `alone`, and where that is so, `among` what authors wrote."""

    alone: bytes
    among: bytes

    @classmethod
    def of(cls, shown_as: str, expected: Expected) -> Self:
        """What is hidden is left out: whether it is named in a page is looked up whenever a page is known."""
        addresses, copies = expected.addresses, sorted(expected.copies)
        settings = (addresses.base_path, addresses.origin, expected.scripts, expected.folder, copies)
        alone = (program(), version("turbohtml"), shown_as, settings)
        return cls(digest_of(alone), digest_of((alone, sorted(expected.as_written))))


def known_pages(
    folder: Path, pages: Iterable[str], rows: Mapping[str, FoundRow], keys: Keys, expected: Expected
) -> dict[str, Facts]:
    """What was found in those pages that are as they were, by path."""
    found = ((path, _known(folder / path, rows[path], keys, expected)) for path in pages if path in rows)
    return {path: facts for path, facts in found if facts}


def _known(file: Path, row: FoundRow, keys: Keys, expected: Expected) -> Facts | None:
    data = file.read_bytes()
    if row.key not in (digest_of_page(data, keys.alone), digest_of_page(data, keys.among)):
        return None
    if expected.hidden and any(hidden_titles(data.decode("utf-8", "replace"), expected.hidden)):
        return None
    with suppress(DecodeError, zlib.error):
        return unpacked(row.value)
    return None


def digest_of_page(data: bytes, key: bytes) -> bytes:
    """Another for other bytes, and under another key."""
    return blake2b(data, digest_size=16, key=key).digest()


def packed(facts: Facts) -> bytes:
    """What was found in a page, small."""
    return zlib.compress(_encode(facts), 1)


def unpacked(value: bytes) -> Facts:
    """What was found in a page."""
    return _decode(zlib.decompress(value))
