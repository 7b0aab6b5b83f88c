"""Name the style sheets and scripts of static/ by their content, and make them small. The only module that knows rcssmin and rjsmin."""

import os
import posixpath
import re
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from sitegen.builder.inputs import Inputs
from sitegen.errors import ContentError, Place
from sitegen.model import Copy


class Asset(NamedTuple):
    """A style sheet or script as pages ask for it: the name in static/, the path that its content gives it, its bytes."""

    name: str
    path: str
    content: bytes


def assets_of(inputs: Inputs) -> tuple[Asset, ...]:
    """The assets of a site, the site's own before sitegen's of the same name."""
    return assets_among((copy for copy, _ in inputs.static), inputs.site)


def assets_among(copies: Iterable[Copy], site: Path) -> tuple[Asset, ...]:
    """The assets among the files that are published as they are.

    Under their own names they are published too: a service worker and a page of the site's own ask for them there.
    """
    naming = Naming({copy.path: bytes_of(copy, site) for copy in copies if Path(copy.path).suffix in SMALLER})
    return tuple(naming.asset(name) for name in naming.sources)


class Naming:
    """Assets as they get their names. A script comes after those that it imports, for their names stand in it."""

    def __init__(self, sources: dict[str, bytes]) -> None:
        self.sources = sources
        self._named: dict[str, Asset] = {}

    def asset(self, name: str, importers: tuple[str, ...] = ()) -> Asset:
        """One of them, named."""
        if name not in self._named:
            self._named[name] = _asset(name, self._linked(name, (*importers, name)))
        return self._named[name]

    def _linked(self, name: str, importers: tuple[str, ...]) -> bytes:
        """The bytes of an asset, small, with the modules that it imports under the names that their contents give them.

        Where modules import each other in a circle, the last import of it keeps the name that was written.
        """
        small = _small(self.sources[name], SMALLER[Path(name).suffix])
        return IMPORT.sub(partial(self._import, name, importers), small) if name.endswith(".js") else small

    def _import(self, name: str, importers: tuple[str, ...], written: re.Match[bytes]) -> bytes:
        folder = posixpath.dirname(name)
        wanted = posixpath.normpath(posixpath.join(folder, written[2].decode(errors="replace")))
        if wanted not in self.sources or wanted in importers:
            return written[0]
        path = posixpath.relpath(self.asset(wanted, importers).path, folder or ".")
        return b"%s./%s%s" % (written[1], path.encode(), written[3])


def bytes_of(copy: Copy, site: Path) -> bytes:
    """The bytes of a file that is published as it is; a ContentError where they cannot be read."""
    try:
        return (site / os.fsdecode(copy.file)).read_bytes()
    except OSError as error:
        raise ContentError(f"cannot be read: {error.strerror}", place=Place(copy.shown)) from error


def _asset(name: str, content: bytes) -> Asset:
    ending = Path(name).suffix
    digest = blake2b(content, digest_size=5).hexdigest()
    return Asset(name, f"{name.removesuffix(ending)}.{digest}{ending}", content)


def _small(data: bytes, minify: Callable[[str], str]) -> bytes:
    """Without blanks and comments; what is no UTF-8 stays as it is."""
    try:
        return minify(data.decode("utf-8-sig")).encode()
    except UnicodeDecodeError:
        return data


def _css(text: str) -> str:
    from rcssmin import cssmin

    return str(cssmin(text))


def _js(text: str) -> str:
    from rjsmin import jsmin

    return str(jsmin(text))


SMALLER: dict[str, Callable[[str], str]] = {".css": _css, ".js": _js}
"""How each kind of asset is made small."""

IMPORT = re.compile(rb"""(\b(?:from|import)\s*["'])(\.{1,2}/[^"'\\]+)(["'])""")
"""An import of another module of the site, as it is written."""
