"""Hold a copy of a site against its manifest: what is missing, what is another, what is too much. The sources are not needed."""

import os
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from sitegen.checker.findings import Finding, error, in_order
from sitegen.errors import OutputError, Place
from sitegen.foreign import foreign
from sitegen.messages import message
from sitegen.model.archived import MANIFEST
from sitegen.writer import TOLERATED, lines_of

CODE = "not-as-published"
WELL_KNOWN = ".well-known"


def check_manifest(folder: Path) -> list[Finding]:
    """Name every file of a copy that is not as it was published, in order of path; raise where there is no manifest."""
    listed, findings = _listed(folder)
    findings += [each for path, digest in listed.items() if (each := _differs(folder, path, digest))]
    findings += [_too_much(folder, path) for path in _files(folder, "") if path not in listed]
    return in_order(findings)


def _listed(folder: Path) -> tuple[dict[str, str], list[Finding]]:
    """The digests that the manifest names, by path, and the lines that nobody can read."""
    place = str(folder / MANIFEST)
    try:
        lines = list(lines_of((folder / MANIFEST).read_bytes()))
    except OSError as problem:
        hint = message("name the folder that holds {name}; a site has one with `manifest: true`", name=MANIFEST)
        told = message("cannot be read: {reason}", reason=foreign(problem.strerror))
        raise OutputError(told, place=Place(place), hint=hint) from problem
    unread = [
        error(CODE, message("this is no line of a manifest"), Place(place, each.number))
        for each in lines
        if not each.path
    ]
    return {each.path: each.digest for each in lines if each.path}, unread


def _differs(folder: Path, path: str, digest: str) -> Finding | None:
    place = Place(str(folder / path))
    try:
        with (folder / path).open("rb") as file:
            is_same = file_digest(file, "sha256").hexdigest() == digest
    except (FileNotFoundError, NotADirectoryError):
        return error(CODE, message("this file is missing"), place, message("fetch it from another copy"))
    except OSError as problem:
        return error(CODE, message("cannot be read: {reason}", reason=foreign(problem.strerror)), place)
    hint = message("fetch it from another copy")
    return None if is_same else error(CODE, message("this file is not as it was published"), place, hint)


def _too_much(folder: Path, path: str) -> Finding:
    return error(CODE, message("the manifest does not name this file"), Place(str(folder / path)))


def _files(folder: Path, inside: str) -> Iterator[str]:
    """The files of a copy, but for the manifest and what hosts and their owners keep beside a site."""
    for entry in os.scandir(folder / inside):
        path = f"{inside}{entry.name}"
        is_aside = not inside and (path.startswith(".") or path in TOLERATED) and path != WELL_KNOWN
        if is_aside or path == MANIFEST:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder, f"{path}/")
        else:
            yield path
