"""The files below the content, as the disk tells of them without opening one."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import NamedTuple

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Stamp(NamedTuple):
    """What the disk says of a file without opening it: bytes, and nanoseconds since 1970."""

    size: int
    modified: int
    changed: int


class Found(NamedTuple):
    """A file on the disk and its name: relative to the content, with slashes, NFC. `inside` is as the disk spells it."""

    folder: str
    inside: str
    name: str
    stamp: Stamp = Stamp(0, 0, 0)
    is_link: bool = False
    is_file: bool = True

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.folder, self.inside)

    @property
    def path_text(self) -> str:
        """The same as text, for those who open many."""
        return f"{self.folder}/{self.inside}"

    @property
    def shown(self) -> str:
        """The name in messages, relative to the folder of the site."""
        return f"content/{self.name}"

    @property
    def on_disk(self) -> bytes:
        """The path relative to the folder of the site, as the disk spells it."""
        return b"content/" + os.fsencode(self.inside)

    @property
    def pure(self) -> PurePosixPath:
        """The name as a path."""
        return PurePosixPath(self.name)

    @property
    def ending(self) -> str:
        """What stands behind the last dot of the name, and the dot, in small letters."""
        return os.path.splitext(self.name)[1].lower()  # noqa: PTH122  # for every file of the content

    @property
    def stem(self) -> str:
        """What a slug comes from: the file's name, or its folder's where the file is an index."""
        pure = self.pure
        in_a_folder = pure.stem == "index" and len(pure.parts) > len(("articles", "index.md"))
        return pure.parent.name if in_a_folder else pure.stem


def scan(content: Path) -> list[Found]:
    """Name every file below `content` that is neither hidden nor an editor's back-up, in order of name."""
    return sorted(_walk(str(content), ""), key=in_order)


def in_order(found: Found) -> tuple[str, str]:
    """What files are sorted by."""
    return found.name, found.inside


def find(content: Path, inside: str) -> Found | None:
    """The file at a path inside `content`, as a scan would name it; None where it would not.

    What is neither a file nor gone is for a scan to find out: a LookupError.
    """
    if any(map(is_passed_over, inside.split("/"))):
        return None
    path = f"{content}/{inside}"
    try:
        told = os.lstat(path)  # as below
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not S_ISREG(told.st_mode) or os.path.realpath(path) != f"{os.path.realpath(content)}/{inside}":
        raise LookupError(inside)
    return Found(str(content), inside, printable(inside), Stamp(told.st_size, told.st_mtime_ns, told.st_ctime_ns))


def is_passed_over(name: str) -> bool:
    """Whether a file or folder is hidden, or an editor's back-up."""
    return name.startswith((".", "#")) or name.endswith("~")


def _walk(content: str, inside: str) -> Iterator[Found]:
    try:
        entries = list(os.scandir(f"{content}/{inside}"))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if is_passed_over(entry.name):
            continue
        path = f"{inside}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(content, f"{path}/")
        elif made := _found(content, path, entry):
            yield made


def _found(content: str, path: str, entry: os.DirEntry[str]) -> Found | None:
    """Look at a file; None where it has gone meanwhile."""
    is_link = entry.is_symlink()
    try:
        told = entry.stat()
    except OSError:
        return Found(content, path, printable(path), Stamp(0, 0, 0), is_link) if is_link else None
    stamp = Stamp(told.st_size, told.st_mtime_ns, told.st_ctime_ns)
    return Found(content, path, printable(path), stamp, is_link, S_ISREG(told.st_mode))


def printable(path: str) -> str:
    """The name of a file in messages: NFC, and � for what is no UTF-8 in it, for control characters and for those that turn the direction."""
    if path.isascii() and path.isprintable():
        return path
    printable = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", CONTROL.sub("\ufffd", printable))
