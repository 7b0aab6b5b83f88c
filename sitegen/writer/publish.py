"""Bring the output folder to what it should hold: new files, changed files, then removals."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.errors import OutputError, Place
from sitegen.model import OutputFile
from sitegen.writer.folder import read_list, write_list
from sitegen.writer.replace import replace_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was done, by path relative to the output folder."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def publish(files: Sequence[OutputFile], output: Path, *, dry_run: bool = False) -> Published:
    """Write what differs, remove what earlier builds left; never touch a file that is not ours.

    The list of our files is extended before the first write and trimmed after the last removal, so
    that a build that was cut off leaves nothing that the next one would not know for its own.
    """
    wanted = {file.path for file in files}
    ours = read_list(output)
    _refuse_strangers(wanted - ours - _folders(ours), output)
    changed = [file for file in files if _differs(output / file.path, file.content)]
    leftovers = sorted(path for path in ours - wanted if (output / path).is_file())
    if not dry_run:
        try:
            _carry_out(changed, leftovers, wanted, ours, output)
        except OSError as error:
            place = Place(str(error.filename or output))
            raise OutputError(f"cannot be written: {error.strerror}", place=place) from error
    return Published(
        written=tuple(file.path for file in changed),
        removed=tuple(leftovers),
        unchanged=len(files) - len(changed),
    )


def _carry_out(
    changed: Sequence[OutputFile], leftovers: Sequence[str], wanted: set[str], ours: frozenset[str], output: Path
) -> None:
    output.mkdir(parents=True, exist_ok=True)
    if ours != wanted:
        write_list(output, ours | wanted)
    in_the_way = _in_the_way(leftovers, wanted)
    for path in in_the_way:
        _remove(output / path, output)
    known: set[Path] = set()
    for file in sorted(changed, key=lambda file: (output / file.path).exists()):
        _write(output / file.path, file.content, output, known)
    for path in leftovers:
        if path not in in_the_way:
            _remove(output / path, output)
    if ours - wanted:
        write_list(output, wanted)


def _in_the_way(leftovers: Sequence[str], wanted: set[str]) -> list[str]:
    """Old files where a folder is to be, and old folders' files where a file is to be."""
    folders = _folders(wanted)
    return [path for path in leftovers if path in folders or any(folder in wanted for folder in _above(path))]


def _folders(paths: Iterable[str]) -> set[str]:
    return {folder for path in paths for folder in _above(path)}


def _above(path: str) -> list[str]:
    return [str(parent) for parent in PurePosixPath(path).parents][:-1]


def _write(path: Path, content: bytes, output: Path, known: set[Path]) -> None:
    """Write one file; `known` are the folders already seen to be real ones inside the output."""
    folder = path.parent
    if folder not in known:
        _make_folder(folder, output)
        known.add(folder)
    replace_file(path, content)


def _make_folder(folder: Path, output: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not folder.resolve().is_relative_to(output.resolve()):
        hint = "take the link away"
        raise OutputError("a link leads out of the output folder here", place=Place(str(folder)), hint=hint)


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size != len(content) or path.read_bytes() != content
    except OSError:
        return True


def _remove(path: Path, output: Path) -> None:
    """Remove a file and the folders that it leaves empty."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()


def _refuse_strangers(paths: set[str], output: Path) -> None:
    strangers = sorted(path for path in paths if os.path.lexists(output / path))
    if strangers:
        hint = "move it away, or give the page another address"
        problem = "sitegen did not write this file, and the site needs its place"
        errors = [OutputError(problem, place=Place(str(output / path)), hint=hint) for path in strangers]
        raise ExceptionGroup(f"{len(errors)} files in the way", errors)
