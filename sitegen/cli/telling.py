"""Say what a command did and what is wrong, in the language of the reader: the only place that prints."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from sitegen.errors import SitegenError, Warn, leaves
from sitegen.messages import Message, message
from sitegen.translation import said, spoken

Item = TypeVar("Item")

MANY = 1_000
"""Items of work that take more than a second and deserve a bar."""

DEAR = {"pictures": 3}
"""The same of work that is dear."""

DOING = {
    "importing": message("importing"),
    "index": message("indexing for the search"),
    "looking": message("looking"),
    "pictures": message("pictures"),
    "reading": message("reading"),
    "rendering": message("rendering"),
}
"""What a bar says of the work that goes on."""


class Telling:
    """How much a command says, and from which folder its messages name files."""

    def __init__(self, site: Path, *, quiet: bool = False, verbose: bool = False) -> None:
        self.site = site
        self.quiet = quiet
        self.verbose = verbose

    def result(self, line: Message | str) -> None:
        """Print what a command was asked for."""
        if not self.quiet:
            click.echo(said(line))

    def results(self, lines: Iterable[Message | str]) -> None:
        """Print many lines at once."""
        if not self.quiet:
            click.echo("".join(f"{said(line)}\n" for line in lines), nl=False)

    def detail(self, line: Message | str) -> None:
        """Print what only --verbose wants to know."""
        if self.verbose and not self.quiet:
            click.echo(said(line))

    def problem(self, problem: SitegenError | Warn) -> None:
        """Print a problem, its file named from the current folder."""
        error = problem.as_error() if isinstance(problem, Warn) else problem
        where = error.place
        there = replace(where, file=self.relative(self.site / where.file)) if where else None
        click.echo(error.said(spoken(), there), err=True)

    def trouble(self, line: Message) -> None:
        """Print what is wrong and has no place in a file of the site."""
        click.echo(said(line), err=True)

    def waiting(self, holder: Message) -> None:
        """Say who holds a build up."""
        self.trouble(message("waiting for {holder}, which is building this site", holder=holder))

    def relative(self, path: Path) -> str:
        """Name a path from the current folder."""
        return os.path.relpath(path)

    def track(self, doing: str, items: Iterable[Item], total: int) -> Iterable[Item]:
        """Show a bar on a terminal while many items go by."""
        if self.quiet or total < DEAR.get(doing, MANY) or not sys.stderr.isatty():
            return items
        from rich.console import Console
        from rich.progress import track

        shown = said(DOING.get(doing, doing))
        return track(items, shown, total=total, console=Console(stderr=True), transient=True)


class Outcome:
    """What the exit status of a command will be."""

    status = 0


@contextmanager
def told(telling: Telling) -> Iterator[Outcome]:
    """Show every problem that comes up inside, and remember that there was one."""
    outcome = Outcome()
    try:
        yield outcome
    except* SitegenError as group:
        for problem in leaves(group):
            if isinstance(problem, SitegenError):
                telling.problem(problem)
        outcome.status = 1
