"""Bring the output folder to what it should hold: new files, changed files, then removals."""

import os
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.errors import OutputError, Place
from sitegen.foreign import foreign
from sitegen.messages import message
from sitegen.writer.folder import read_list, write_list
from sitegen.writer.stage import NEW, Stage, Staged


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was done, by path relative to the output folder."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def publish(made: Sequence[Staged], wanted: AbstractSet[str], stage: Stage) -> Published:
    """Put the files that were made into their places, and remove what earlier builds left.

    `wanted` are the paths of all files that are to stand there in the end. The list of our files is extended before the
    first rename and trimmed after the last removal, so that a build that was cut off leaves nothing that the next one would
    not know for its own. A file that is not ours is never touched.
    """
    output = stage.output
    ours = read_list(output)
    strange, gone = [path for path in wanted if path not in ours], ours - wanted
    if strange:
        refuse_strangers(strange, ours, output)
    changed = [each for each in made if each.differs]
    leftovers = sorted(path for path in gone if (output / path).is_file())
    if not stage.dry_run and (changed or strange or gone):
        try:
            if strange or gone:
                _extend_list(output, wanted, gone)
            _carry_out(changed, leftovers, wanted, stage)
            if gone:
                write_list(output, wanted)
        except OSError as error:
            place = Place(os.fsdecode(error.filename or output))
            raise OutputError(
                message("cannot be written: {reason}", reason=foreign(error.strerror)), place=place
            ) from error
    return Published(written=tuple(each.path for each in changed), removed=tuple(leftovers))


def _extend_list(output: Path, wanted: AbstractSet[str], gone: Iterable[str]) -> None:
    output.mkdir(parents=True, exist_ok=True)
    write_list(output, [*wanted, *gone])  # nearly in order already


def _carry_out(changed: Sequence[Staged], leftovers: Sequence[str], wanted: AbstractSet[str], stage: Stage) -> None:
    output = stage.output
    in_the_way = _in_the_way(leftovers, wanted, (each.path for each in changed))
    for path in in_the_way:
        _remove(output / path, output)
    _move_in(stage.folder / NEW, output, output.resolve())
    for each in changed:
        if not each.is_new:
            _replace(stage.changed(each.path), output / each.path, output.resolve())
    for path in leftovers:
        if path not in in_the_way:
            _remove(output / path, output)


def _move_in(waiting: Path, place: Path, outermost: Path) -> None:
    """Move what waits in a folder to its place: whole folders where nothing stands there yet."""
    if not waiting.is_dir():
        return
    if not place.resolve().is_relative_to(outermost):
        raise OutputError(
            message("a link leads out of the output folder here"),
            place=Place(str(place)),
            hint=message("take the link away"),
        )
    for entry in sorted(os.scandir(waiting), key=lambda entry: entry.name):
        target = place / entry.name
        if entry.is_dir(follow_symlinks=False) and os.path.lexists(target):
            _move_in(Path(entry.path), target, outermost)
        else:
            os.replace(entry.path, target)  # noqa: PTH105  # an entry's path is a str


def _replace(waiting: Path, target: Path, outermost: Path) -> None:
    if not target.parent.resolve().is_relative_to(outermost):
        raise OutputError(
            message("a link leads out of the output folder here"),
            place=Place(str(target.parent)),
            hint=message("take the link away"),
        )
    waiting.replace(target)


def _in_the_way(leftovers: Sequence[str], wanted: AbstractSet[str], changed: Iterable[str]) -> list[str]:
    """Old files where a folder is to be, and old folders' files where a file is to be.

    What is not `changed` stands in its place already, and so do its folders.
    """
    folders = _folders(changed) if leftovers else ()
    return [path for path in leftovers if path in folders or any(folder in wanted for folder in _above(path))]


def _folders(paths: Iterable[str]) -> set[str]:
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _above(path: str) -> list[str]:
    return [str(parent) for parent in PurePosixPath(path).parents][:-1]


def _remove(path: Path, output: Path) -> None:
    """Remove a file and the folders that it leaves empty."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()


def refuse_strangers(paths: Iterable[str], ours: Iterable[str], output: Path) -> None:
    """Raise where a file that sitegen did not write stands in the place of one that is to be written, which is none of `ours`."""
    there = {path.name for path in output.iterdir()} if output.is_dir() else set()
    taken = {path for path in paths if path.partition("/")[0] in there and os.path.lexists(output / path)}
    if taken and (strangers := sorted(taken - _folders(ours))):
        hint = message("move it away, or give the page another address")
        problem = message("sitegen did not write this file, and the site needs its place")
        errors = [OutputError(problem, place=Place(str(output / path)), hint=hint) for path in strangers]
        raise ExceptionGroup(f"{len(errors)} files in the way", errors)
