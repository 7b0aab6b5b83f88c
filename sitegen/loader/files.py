"""Find the files of the content and say what each is for."""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import NamedTuple

from sitegen.errors import ContentError, Place, SitegenError, Warn

ARTICLES = {".md", ".markdown", ".txt"}
MEDIA = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".pdf", ".mp3", ".m4a", ".mp4"}
GLOSSARY = "glossary.yaml"
SAME_NAME = "another file has this name but for the form of its letters"
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


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
        in_a_folder = self.pure.stem == "index" and len(self.pure.parts) > len(("articles", "index.md"))
        return self.pure.parent.name if in_a_folder else self.pure.stem


@dataclass(slots=True)
class Inventory:
    """The files of the content by what they are for; media stand under their shown names."""

    articles: list[Found] = field(default_factory=list)
    pages: list[Found] = field(default_factory=list)
    notes: list[tuple[str, Found]] = field(default_factory=list)
    media: dict[str, Found] = field(default_factory=dict)
    problems: list[SitegenError] = field(default_factory=list)
    warnings: list[Warn] = field(default_factory=list)


def scan(content: Path) -> list[Found]:
    """Name every file below `content` that is neither hidden nor an editor's back-up, in order of name."""
    return sorted(_walk(str(content), ""), key=lambda found: (found.name, found.inside))


def take_inventory(content: Path, taxonomies: tuple[str, ...], files: list[Found] | None = None) -> Inventory:
    """Sort the files below `content`, all that a scan found, by their folder and their ending."""
    inventory = Inventory()
    if content.exists() and not content.is_dir():
        inventory.problems.append(ContentError("this is a file, not a folder", place=Place(content.name)))
        return inventory
    outermost = content.resolve()
    seen: set[str] = set()
    for found in scan(content) if files is None else files:
        if found.name in seen:
            problem = ContentError(SAME_NAME, place=Place(found.shown), hint="give one of them another name")
            inventory.problems.append(problem)
            continue
        seen.add(found.name)
        if reason := _why_unfit(found, outermost):
            problem = ContentError(reason, place=Place(found.shown), hint="put the file itself there")
            inventory.problems.append(problem)
        else:
            _put(found, inventory, taxonomies)
    return inventory


def _why_unfit(found: Found, outermost: Path) -> str | None:
    """Say why a file is none of the content: a link that leads out of it, or to nothing."""
    if not found.is_link:
        return None if found.is_file else "this is neither a file nor a folder"
    try:
        target = found.path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "this link leads to nothing"
    return None if target.is_relative_to(outermost) else "this link leads out of content/"


def _walk(content: str, inside: str) -> Iterator[Found]:
    try:
        entries = list(os.scandir(f"{content}/{inside}"))
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith((".", "#")) or entry.name.endswith("~"):
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
        return Found(content, path, _name(path), Stamp(0, 0, 0), is_link) if is_link else None
    stamp = Stamp(told.st_size, told.st_mtime_ns, told.st_ctime_ns)
    return Found(content, path, _name(path), stamp, is_link, S_ISREG(told.st_mode))


def _name(path: str) -> str:
    """The name of a file in messages: NFC, and what is no UTF-8 in it as �."""
    if path.isascii() and path.isprintable():
        return path
    printable = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", CONTROL.sub("\ufffd", printable))


def _put(found: Found, inventory: Inventory, taxonomies: tuple[str, ...]) -> None:
    kind = found.name.partition("/")[0]
    ending = found.ending
    if ending in MEDIA:
        inventory.media[found.shown] = found
    elif ending in ARTICLES and kind == "articles":
        inventory.articles.append(found)
    elif ending in ARTICLES and kind == "pages":
        inventory.pages.append(found)
    elif ending in ARTICLES and kind in taxonomies:
        inventory.notes.append((kind, found))
    elif found.name != GLOSSARY:
        inventory.warnings.append(_unread(found, taxonomies))


def _unread(found: Found, taxonomies: tuple[str, ...]) -> Warn:
    folders = ", ".join(f"content/{name}/" for name in ("articles", "pages", *taxonomies))
    hint = f"articles (.md, .markdown, .txt) and pictures are read, in {folders}"
    return Warn(code="unread", problem="nothing reads this file", place=Place(found.shown), hint=hint)
