"""Bytes → the same bytes, smaller: what a host hands out to browsers that unpack it. The same on any machine, and without a time.

The only module that knows deflate and brotli.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib.util import find_spec
from pathlib import PurePosixPath
from typing import NamedTuple

from sitegen.errors import SitegenError
from sitegen.messages import message

TEXTS = frozenset(
    [".css", ".csv", ".html", ".js", ".json", ".map", ".md", ".mjs", ".ris", ".svg", ".txt", ".webmanifest", ".xml"]
)
"""Endings of files that become smaller; pictures and the index of the search are packed already."""

LEAST = 1024
"""Bytes of a file of which a smaller copy is worth one more file."""

MEMBER = 1 << 24
"""Bytes that are in memory at once; what is longer becomes several members of one gzip file (RFC 1952), which readers join."""

GZIP_LEVEL, BROTLI_QUALITY = 9, 9
SMALL_WINDOW, LARGE_WINDOW = 16, 22
"""The window of brotli as a power of two: the large one costs a millisecond to set up, which pages never earn back."""


class Form(StrEnum):
    """How a copy is packed; its ending too."""

    GZ = "gz"
    BR = "br"


class Packing(NamedTuple):
    """Which forms of copies there are to be; none in the place of a file that is published anyway."""

    forms: tuple[Form, ...] = ()
    taken: frozenset[str] = frozenset()

    def copies(self, path: str, size: int) -> Iterator[tuple[str, Form]]:
        """The copies that there are to be of a file of `size` bytes, by path.

        >>> [path for path, _ in Packing((Form.GZ,)).copies("a/index.html", 5_000)]
        ['a/index.html.gz']
        """
        if self.forms and size >= LEAST and PurePosixPath(path).suffix in TEXTS:
            yield from ((name, form) for form in self.forms if (name := f"{path}.{form}") not in self.taken)

    def places(self, path: str) -> Iterator[str]:
        """Where copies of a file may stand."""
        return (name for form in self.forms if (name := f"{path}.{form}") not in self.taken)


def packed(content: bytes, form: Form) -> bytes:
    """Pack some bytes."""
    return gzipped([content]) if form is Form.GZ else _brotli(content)


def gzipped(pieces: Iterable[bytes]) -> bytes:
    """Pack what comes in pieces, of which a few are in memory at a time.

    >>> from gzip import decompress
    >>> decompress(gzipped([b"one", b"two"]))
    b'onetwo'
    """
    from deflate import gzip_compress

    done, waiting, size = bytearray(), [], 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= MEMBER:
            done += gzip_compress(b"".join(waiting), GZIP_LEVEL)
            waiting, size = [], 0
    if waiting or not done:
        done += gzip_compress(b"".join(waiting), GZIP_LEVEL)
    return bytes(done)


def squeezed(content: bytes) -> bytes:
    """Pack what is only kept for the next build, as quickly as may be."""
    from deflate import zlib_compress

    return bytes(zlib_compress(content, 1))


def refuse_what_is_missing(forms: Iterable[Form]) -> None:
    """Raise where a form is asked for whose package is not there."""
    if Form.BR in forms and find_spec("brotli") is None:
        hint = message("pip install brotli, or leave `br` out of `compress`")
        raise SitegenError(message("brotli is not installed"), hint=hint)


def _brotli(content: bytes) -> bytes:
    from brotli import compress

    window = SMALL_WINDOW if len(content) <= 1 << SMALL_WINDOW else LARGE_WINDOW
    return bytes(compress(content, quality=BROTLI_QUALITY, lgwin=window))
