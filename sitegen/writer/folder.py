"""Know which files of the output folder are ours, and refuse a folder that cannot take a site."""

import os
from collections.abc import Iterable
from operator import methodcaller
from pathlib import Path

from sitegen.errors import OutputError, Place
from sitegen.messages import message
from sitegen.writer.replace import replace_file

LIST = ".sitegen-files"
"""In the output folder: the files of it that sitegen wrote, one a line."""

TOLERATED = {"CNAME", LIST}
"""What a host or its owner keeps beside the site, besides hidden files."""


def check_folder(output: Path, site: Path) -> None:
    """Raise an OutputError where building into `output` would put something else at risk."""
    place = Place(os.path.relpath(output, site))
    folder, root = output.resolve(), site.resolve()
    if root.is_relative_to(folder):
        raise OutputError(
            message("this folder holds the source of the site"), place=place, hint=message("name another: -o public")
        )
    for kept in ("content", "templates", "static", ".git", ".sitegen"):
        if folder.is_relative_to(root / kept):
            raise OutputError(
                message("this folder lies in {kept}/", kept=kept), place=place, hint=message("name another: -o public")
            )
    if output.exists() and not output.is_dir():
        raise OutputError(message("this is a file, not a folder"), place=place, hint=message("name another: -o public"))
    if output.is_dir() and not (output / LIST).exists() and (others := _others(output)):
        hint = message("name an empty folder, or move them away")
        problem = message("there are files here that sitegen did not write: {names}", names=others[:3])
        raise OutputError(problem, place=place, hint=hint)


def _others(output: Path) -> list[str]:
    names = (path.name for path in output.iterdir())
    return sorted(name for name in names if name not in TOLERATED and not name.startswith("."))


def read_list(output: Path) -> frozenset[str]:
    """The files that are ours; none where there is no list. A line that leads out is no file of ours."""
    try:
        text = (output / LIST).read_text("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return frozenset()
    lines = text.splitlines()
    if ".." in text or "" in lines or any(map(methodcaller("startswith", "/"), lines)):
        return frozenset(line for line in lines if line and not _leads_out(line))
    return frozenset(lines)  # as it is nearly always, of many lines


def _leads_out(path: str) -> bool:
    return path.startswith("/") or (".." in path and ".." in path.split("/"))


def write_list(output: Path, paths: Iterable[str]) -> None:
    """Record which files are ours."""
    replace_file(output / LIST, "\n".join([*sorted(paths), ""]).encode())
