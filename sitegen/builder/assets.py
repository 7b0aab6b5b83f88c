"""Name the style sheets and scripts of static/ by their content, and make them small. The only module that knows rcssmin and rjsmin."""

import os
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from sitegen.builder.inputs import Inputs
from sitegen.errors import ContentError, Place
from sitegen.foreign import foreign
from sitegen.messages import message
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
    return tuple(_asset(copy.path, bytes_of(copy, site)) for copy in copies if is_asset(copy.path))


def is_asset(path: str) -> bool:
    """Whether a file of static/ is named by its content too."""
    return Path(path).suffix in SMALLER


def bytes_of(copy: Copy, site: Path) -> bytes:
    """The bytes of a file that is published as it is; a ContentError where they cannot be read."""
    try:
        return (site / os.fsdecode(copy.file)).read_bytes()
    except OSError as error:
        raise ContentError(
            message("cannot be read: {reason}", reason=foreign(error.strerror)), place=Place(copy.shown)
        ) from error


def _asset(name: str, data: bytes) -> Asset:
    ending = Path(name).suffix
    content = _small(data, SMALLER[ending])
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
