"""Where the files of a build wait until all of them are made; what is published stays as it is meanwhile."""

import os
import shutil
from dataclasses import dataclass
from errno import ENAMETOOLONG
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from sitegen.errors import OutputError, Place
from sitegen.foreign import foreign
from sitegen.messages import message
from sitegen.model import OutputFile
from sitegen.packing import Packing, packed
from sitegen.writer.manifest import digest_of_file

STAGE = ".sitegen-new"
"""A folder inside the output folder, so that a file goes from one to the other by a rename."""

NO_COPIES = Packing()
NEW = "new"
CHANGED = "changed"


class Staged(NamedTuple):
    """A file that was made: its path and bytes, whether it is another than the one published, and whether none was.

    `digest` is what a manifest names, where there is one; `copies` are smaller ones beside it.
    """

    path: str
    size: int
    differs: bool
    is_new: bool
    digest: str = ""
    copies: "tuple[Staged, ...]" = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """The stage of an output folder, inside it, or inside `beside`. In a dry run files are only compared.

    An output folder that is not there yet holds nothing to compare with: `is_first`. `packing` says which smaller copies every file gets,
    `is_digested` that its digest is wanted.
    """

    output: Path
    dry_run: bool = False
    beside: Path | None = None
    is_first: bool = False
    packing: Packing = NO_COPIES
    is_digested: bool = False

    @property
    def folder(self) -> Path:
        """Where the files wait."""
        return (self.beside or self.output) / STAGE

    def changed(self, path: str) -> Path:
        """Where a file waits that takes the place of another."""
        return self.folder / CHANGED / blake2b(path.encode(), digest_size=16).hexdigest()

    def put(self, file: OutputFile) -> Staged:
        """Let a file wait, and smaller copies of it."""
        copies = [
            self._put(OutputFile(path=path, content=packed(file.content, form)))
            for path, form in self.packing.copies(file.path, len(file.content))
        ]
        made = self._put(file)
        return made._replace(copies=tuple(copies)) if copies else made

    def _put(self, file: OutputFile) -> Staged:
        """Let a file wait, unless the same bytes are published: new ones in their folders, all others side by side."""
        there = None if self.is_first else self._published(file.path, len(file.content))
        differs = there != file.content
        if differs and not self.dry_run:
            try:
                if there is None:
                    _write_below(f"{self.beside or self.output}/{STAGE}/{NEW}/{file.path}", file.content)
                else:
                    _write(str(self.changed(file.path)), file.content)
            except OSError as error:
                raise OutputError(
                    message("cannot be written: {reason}", reason=foreign(error.strerror)),
                    place=Place(str(self.output / file.path)),
                ) from error
        digest = digest_of_file(file.content) if self.is_digested else ""
        return Staged(file.path, len(file.content), differs, there is None, digest)

    def _published(self, path: str, size: int) -> bytes | None:
        """The bytes published at a path; b"" where they differ in length, None where there are none."""
        try:
            handle = os.open(f"{self.output}/{path}", os.O_RDONLY)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            return None if error.errno == ENAMETOOLONG else b""
        try:
            told = os.fstat(handle)
            return _all_of(handle, size) if told.st_size == size and S_ISREG(told.st_mode) else b""
        finally:
            os.close(handle)

    def clear(self) -> None:
        """Take away what a build that failed or was killed has left."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _all_of(handle: int, size: int) -> bytes:
    content = b""
    while len(content) < size and (more := os.read(handle, size - len(content))):
        content += more
    return content


def _write_below(path: str, content: bytes) -> None:
    """Write a file and make its folder, which nearly every page has for itself."""
    _make_folder(path.rpartition("/")[0])
    _write(path, content)


def _write(path: str, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    try:
        handle = os.open(path, flags, 0o666)
    except FileNotFoundError:
        _make_folder(path.rpartition("/")[0])
        handle = os.open(path, flags, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102  # for every page
    except FileExistsError:
        return
    except FileNotFoundError:
        _make_folder(folder.rpartition("/")[0])
        _make_folder(folder)
