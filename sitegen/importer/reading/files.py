"""Find the files that an import is to read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

READ = {".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".docx"}


def files_to_read(paths: Iterable[Path]) -> Iterator[Path]:
    """Give files as they are named, and those of folders in order of name; links that lead out of a folder, or nowhere, are passed by."""
    for path in paths:
        if path.is_dir():
            yield from _inside(path, path.resolve())
        else:
            yield path


def _inside(folder: Path, outermost: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or not _lies_in(outermost, path):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _inside(path, outermost)
        elif path.is_file() and path.suffix.lower() in READ:
            yield path


def _lies_in(outermost: Path, path: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(outermost)
    except (OSError, RuntimeError):
        return False
