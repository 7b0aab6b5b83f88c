"""Publish the whole site in one instant: the output is a symbolic link to a release, switched by rename.

The files of a release are hard links to those of the one before where they are the same, and nothing ever edits one in place.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import OutputError, Place
from sitegen.foreign import foreign
from sitegen.messages import Message, message
from sitegen.writer.folder import LIST, read_list, write_list
from sitegen.writer.publish import Published
from sitegen.writer.stage import NEW, Stage, Staged

ENDING = ".releases"
FIRST = "1"


@dataclass(frozen=True, slots=True)
class Release:
    """A release of a site: its number, and the folder that holds it."""

    number: int
    folder: Path


def releases_folder(output: Path) -> Path:
    """Where the releases of an output folder stand: beside it."""
    return output.with_name(output.name + ENDING)


def releases(output: Path) -> list[Release]:
    """The releases that are kept, from the oldest."""
    folder = releases_folder(output)
    found = [each for each in folder.iterdir() if each.name.isdecimal()] if folder.is_dir() else []
    return sorted((Release(int(each.name), each) for each in found), key=lambda release: release.number)


def live(output: Path) -> Release | None:
    """The release that the output shows; None where it is no link to one."""
    if not output.is_symlink():
        return None
    target = output.resolve()
    return next((each for each in releases(output) if each.folder.resolve() == target), None)


def publish_release(made: Sequence[Staged], wanted: AbstractSet[str], stage: Stage) -> Published:
    """Make a release of the files that were made and links to the others; then show it in place of the last."""
    output = stage.output
    ours = read_list(output) if output.exists() else frozenset()
    changed = [each for each in made if each.differs]
    removed = sorted(path for path in ours - wanted if (output / path).is_file())
    done = Published(written=tuple(each.path for each in changed), removed=tuple(removed))
    if stage.dry_run or not (changed or removed or live(output) is None):
        return done
    try:
        _refuse_what_cannot_be_linked(output)
        before = _adopted(output)
        _show(_assembled(before, changed, wanted, ours, stage), output)
        _forget_old(output, before)
    except OSError as error:
        place = Place(os.fsdecode(error.filename or output))
        raise OutputError(
            message("the release cannot be made: {reason}", reason=foreign(error.strerror)), place=place
        ) from error
    return done


def roll_back(output: Path) -> tuple[Release, Release]:
    """Show the release before the one that is shown; answer with both, the one that was shown first."""
    now = live(output)
    if now is None:
        hint = message("only a site that is built with `publish: swap` keeps its releases")
        raise OutputError(message("this is no link to a release"), place=Place(str(output)), hint=hint)
    earlier = [each for each in releases(output) if each.number < now.number]
    if not earlier:
        raise OutputError(
            message("there is no earlier release"),
            place=Place(str(output)),
            hint=message("two are kept, the last and the one before"),
        )
    _show(earlier[-1].folder, output)
    return now, earlier[-1]


def differing(one: Path, other: Path) -> Iterator[tuple[str, Message]]:
    """What a visitor who saw one release finds in the other: path, and whether it is another, comes or goes."""
    before, after = read_list(one), read_list(other)
    for path in sorted(before | after):
        if path not in before:
            yield path, message("comes back")
        elif path not in after:
            yield path, message("goes")
        elif not _is_same(one / path, other / path):
            yield path, message("is as it was")


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other) or one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _refuse_what_cannot_be_linked(output: Path) -> None:
    if (output / ".git").exists():
        hint = message("build elsewhere with -o, or leave out `publish: swap`")
        raise OutputError(
            message("this folder is under version control, and no release can be"), place=Place(str(output)), hint=hint
        )


def _adopted(output: Path) -> Release | None:
    """The release that is shown now; a folder that was published in place becomes the first one."""
    if output.is_symlink() or not output.exists():
        return live(output)
    folder = releases_folder(output)
    folder.mkdir(exist_ok=True)
    first = folder / FIRST
    output.rename(first)
    _show(first, output)
    return Release(int(FIRST), first)


def _assembled(
    before: Release | None, changed: Sequence[Staged], wanted: AbstractSet[str], ours: AbstractSet[str], stage: Stage
) -> Path:
    """Put a release together; it has its name once it is whole."""
    (stage.folder / NEW).mkdir(parents=True, exist_ok=True)
    fresh = stage.folder / NEW
    for each in changed:
        if not each.is_new:
            _made_way(fresh / each.path)
            stage.changed(each.path).replace(fresh / each.path)
    if before is not None:
        kept = wanted - {each.path for each in changed}
        for path in [*sorted(kept), *_strangers(before.folder, ours)]:
            _made_way(fresh / path)
            os.link(before.folder / path, fresh / path, follow_symlinks=False)
    write_list(fresh, wanted)
    number = max((each.number for each in releases(stage.output)), default=0) + 1
    done = releases_folder(stage.output) / str(number)
    fresh.rename(done)
    return done


def _made_way(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)


def _strangers(folder: Path, ours: AbstractSet[str]) -> Iterator[str]:
    """What a host or its owner keeps in the folder of the site."""
    for each in sorted(folder.rglob("*")):
        path = each.relative_to(folder).as_posix()
        if path != LIST and path not in ours and not each.is_dir():
            yield path


def _show(release: Path, output: Path) -> None:
    """Let the output be a link to a release, from one instant to the next."""
    link = output.with_name(f".{output.name}.new")
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(release, output.parent), target_is_directory=True)
    link.replace(output)


def _forget_old(output: Path, before: Release | None) -> None:
    """Keep the release that is shown, and the one that was before it."""
    kept = {release.number for release in (live(output), before) if release}
    for each in releases(output):
        if each.number not in kept:
            shutil.rmtree(each.folder, ignore_errors=True)
