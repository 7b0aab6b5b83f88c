"""The command line: the only module that prints, and the only one that exits."""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from sitegen import __version__
from sitegen.errors import Place, SitegenError, Warn, leaves

if TYPE_CHECKING:  # `--help` answers before what builds sites is loaded
    from threading import Event

    from sitegen.builder import Report
    from sitegen.config import Config
    from sitegen.model import Visibility

Item = TypeVar("Item")

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
SITE = click.option(
    "-s",
    "--site",
    "given",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder of the site (default: this one, or the nearest above it with a site.yaml).",
)
QUIET = click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
VERBOSE = click.option("-v", "--verbose", is_flag=True, help="Name every file that is written or removed.")
OUTPUT = click.option(
    "-o",
    "--output",
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the site is written (default: public/ in the site).",
)
NAMED = 3
"""Changed files that a line names."""

MANY = 1_000
"""Items of work that take more than a second and deserve a bar."""


class Telling:
    """How much a command says, and from which folder its messages name files."""

    def __init__(self, site: Path, *, quiet: bool = False, verbose: bool = False) -> None:
        self.site = site
        self.quiet = quiet
        self.verbose = verbose

    def result(self, line: str) -> None:
        """Print what a command was asked for."""
        if not self.quiet:
            click.echo(line)

    def detail(self, line: str) -> None:
        """Print what only --verbose wants to know."""
        if self.verbose and not self.quiet:
            click.echo(line)

    def problem(self, problem: SitegenError | Warn) -> None:
        """Print a problem, its file named from the current folder."""
        where, words = problem.place, str(problem)
        if where:
            there = Place(self.relative(self.site / where.file), where.line)
            words = words.replace(str(where), str(there), 1)
        click.echo(words, err=True)

    def relative(self, path: Path) -> str:
        """Name a path from the current folder."""
        return os.path.relpath(path)

    def track(self, doing: str, items: Sequence[Item]) -> Iterable[Item]:
        """Show a bar on a terminal while many items go by."""
        if self.quiet or len(items) < MANY or not sys.stderr.isatty():
            return items
        from rich.console import Console
        from rich.progress import track

        return track(items, doing, console=Console(stderr=True), transient=True)


def main() -> NoReturn:
    """Run a command and exit: 0 done, 1 problems, 2 wrong usage, 130 interrupted."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        sys.exit(commands.main(prog_name="sitegen", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        sys.exit(130)


def _terminated(_signal: int, _frame: FrameType | None) -> None:
    """Leave by the way that cleans up."""
    sys.exit(128 + signal.SIGTERM)


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Make a website, in Simplified and Traditional Chinese, from a folder of articles.

    \b
    sitegen init my-archive      begin a site
    sitegen new "春耕"            begin an article
    sitegen serve                look at it while you write
    sitegen build                publish it into public/
    """


@commands.command()
@SITE
@OUTPUT
@click.option("-b", "--base-url", metavar="URL", help="Address of the site, instead of the one in site.yaml.")
@click.option("-D", "--drafts", is_flag=True, help="Show drafts.")
@click.option("-F", "--future", is_flag=True, help="Show articles of a future date.")
@click.option("-E", "--expired", is_flag=True, help="Show expired articles.")
@click.option(
    "--clock",
    metavar="TIME",
    envvar="SOURCE_DATE_EPOCH",
    help="Build as if it were 2024-03-05 or 2024-03-05T08:00 (also SOURCE_DATE_EPOCH).",
)
@click.option("--strict", is_flag=True, help="Let warnings fail the build.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("-w", "--watch", is_flag=True, help="Build again whenever something changes.")
@QUIET
@VERBOSE
def build(
    *,
    given: Path | None,
    output: Path | None,
    base_url: str | None,
    drafts: bool,
    future: bool,
    expired: bool,
    clock: str | None,
    strict: bool,
    dry_run: bool,
    watch: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Publish the site.

    Only files that differ are written; what an earlier build left over is removed. When anything is wrong,
    every problem is named and nothing is changed.

    \b
    sitegen build
    sitegen build -o /srv/www/news -b https://example.org/news/
    sitegen build --drafts --dry-run --verbose
    """
    site = _site(given)
    telling = Telling(site, quiet=quiet, verbose=verbose)

    def once() -> int:
        with told(telling) as outcome:
            from sitegen.builder import build as build_site

            config = _config(site, base_url)
            visibility = _visibility(config, clock, drafts=drafts, future=future, expired=expired)
            folder = output or site / "public"
            report = build_site(
                config, site, folder, visibility=visibility, strict=strict, dry_run=dry_run, track=telling.track
            )
            _tell_report(report, folder, telling, dry_run=dry_run)
        return outcome.status

    status = once()
    if watch:
        from threading import Event

        _again_and_again(site, once, telling, Event())
    return status


@commands.command()
@SITE
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "-p", "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
@click.option("-O", "--open", "open_it", is_flag=True, help="Open it in the browser.")
@click.option("--no-drafts", is_flag=True, help="Show only what `build` would publish.")
@QUIET
@VERBOSE
def serve(
    *, given: Path | None, host: str, port: int, open_it: bool, no_drafts: bool, quiet: bool, verbose: bool
) -> int:
    """Preview the site on this machine, and build it again whenever something changes.

    Drafts, future and expired articles are shown and marked. Nothing is written into public/.

    \b
    sitegen serve --open
    sitegen serve --port 0
    """
    site = _site(given)
    telling = Telling(site, quiet=quiet, verbose=verbose)
    with told(telling) as outcome:
        _serve(site, host, port, telling, open_it=open_it, everything=not no_drafts)
    return outcome.status


@commands.command()
@SITE
@click.argument("title")
@click.option("--series", metavar="NAME", help="The series it belongs to.")
@click.option("--date", metavar="DATE", help="Its date (default: today).")
@click.option("--edit", is_flag=True, help="Open it in $EDITOR.")
@QUIET
def new(*, given: Path | None, title: str, series: str | None, date: str | None, edit: bool, quiet: bool) -> int:
    """Write an article file that is ready to be filled in, and print its path.

    \b
    sitegen new "苹果疏花怎么做" --series 果园四季
    sitegen new "春耕" --date 2024-03-05 --edit
    """
    site = _site(given)
    telling = Telling(site, quiet=quiet)
    with told(telling) as outcome:
        from sitegen.loader.dates import parse_date
        from sitegen.starter import new_article

        if not title.strip():
            raise click.UsageError("the title is empty")
        zone = _config(site, None).timezone
        try:
            when = parse_date(date or f"{datetime.now(zone):%Y-%m-%d}", zone)
        except ValueError as error:
            raise click.BadParameter(f"{date!r} is not a date; write it as 2024-03-05", param_hint="--date") from error
        path = new_article(site, title.strip(), when, series=series)
        telling.result(telling.relative(path))
        if edit:
            click.edit(filename=str(path))
    return outcome.status


@commands.command()
@SITE
@OUTPUT
@QUIET
def check(*, given: Path | None, output: Path | None, quiet: bool) -> int:
    """Look for mistakes: in the content, then in the built site as a visitor meets it.

    \b
    sitegen build && sitegen check
    """
    site = _site(given)
    telling = Telling(site, quiet=quiet)
    with told(telling) as outcome:
        from sitegen.builder import make_plan
        from sitegen.checker import check_site

        config = _config(site, None)
        folder = output or site / "public"
        plan = make_plan(config, site, _visibility(config, None))
        for warning in plan.warnings:
            telling.problem(warning)
        problems = check_site(folder, base_path=config.base_path, shown_as=os.path.relpath(folder, site))
        if problems:
            raise ExceptionGroup("the built site", problems)
        telling.result(f"{_count(len(plan.warnings), 'warning')}, no broken link")
    return outcome.status


@commands.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@QUIET
def init(*, folder: Path, quiet: bool) -> int:
    """Begin a new site in a folder, ready for `sitegen build`.

    \b
    sitegen init my-archive && cd my-archive && sitegen serve
    """
    telling = Telling(Path(), quiet=quiet)
    with told(telling) as outcome:
        from sitegen.starter import new_site

        for path in new_site(folder, today=f"{datetime.now().astimezone():%Y-%m-%d}"):
            telling.result(telling.relative(path))
    return outcome.status


commands.add_command(serve, "server")


@commands.result_callback()
def finish(status: int) -> NoReturn:
    """Exit with what the command returned."""
    click.get_current_context().exit(status)


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


def _site(given: Path | None) -> Path:
    """The folder named, else this folder or the nearest above it that is a site."""
    if given is not None:
        return given
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "site.yaml").is_file()), here)


def _config(site: Path, base_url: str | None) -> "Config":
    from sitegen.config import read_config

    return read_config(site, **({"base_url": base_url} if base_url else {}))


def _visibility(
    config: "Config", clock: str | None, *, drafts: bool = False, future: bool = False, expired: bool = False
) -> "Visibility":
    from sitegen.model import Visibility

    zone = config.timezone
    now = _time(clock).astimezone(zone) if clock and clock.isdecimal() else None
    if clock and now is None:
        try:
            told_time = datetime.fromisoformat(clock)
        except ValueError as error:
            hint = f"{clock!r} is no time; write 2024-03-05T08:00"
            raise click.BadParameter(hint, param_hint="--clock") from error
        now = told_time.replace(tzinfo=told_time.tzinfo or zone).astimezone(zone)
    return Visibility(now=now or datetime.now(zone), drafts=drafts, future=future, expired=expired)


def _time(seconds: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise click.BadParameter(f"{seconds} seconds are too many", param_hint="--clock") from error


def _tell_report(report: "Report", folder: Path, telling: Telling, *, dry_run: bool) -> None:
    for warning in report.warnings:
        telling.problem(warning)
    for path in report.written:
        telling.detail(f"write {path}")
    for path in report.removed:
        telling.detail(f"remove {path}")
    did = f"{len(report.written)} written, {report.unchanged} unchanged, {len(report.removed)} removed"
    would = " (dry run: nothing was changed)" if dry_run else ""
    telling.result(f"{_count(report.pages, 'page')} in {telling.relative(folder)}: {did}{would}")
    _tell_left_out(report, telling)


def _tell_left_out(report: "Report", telling: Telling) -> None:
    left = report.left_out
    counts = [(len(left.drafts), "draft"), (len(left.future), "of a future date"), (len(left.expired), "expired")]
    if not any(count for count, _ in counts):
        return
    due = f"; the next is due {left.next_due:%Y-%m-%d %H:%M}" if left.next_due else ""
    telling.result("left out: " + ", ".join(f"{count} {kind}" for count, kind in counts if count) + due)
    for path in (*left.drafts, *left.future, *left.expired):
        telling.detail(f"left out {telling.relative(telling.site / path)}")


def _serve(site: Path, host: str, port: int, telling: Telling, *, open_it: bool, everything: bool) -> None:
    from tempfile import TemporaryDirectory

    from sitegen.builder import build as build_site
    from sitegen.server import Address, listen
    from sitegen.server import serve as serve_folder

    config = _config(site, None)
    with listen(host, port) as door, TemporaryDirectory(prefix="sitegen-preview-") as folder:

        def once() -> int:
            with told(telling) as outcome:
                fresh = _config(site, None)
                visibility = _visibility(fresh, None, drafts=everything, future=everything, expired=everything)
                report = build_site(fresh, site, Path(folder), visibility=visibility, track=telling.track)
                for warning in report.warnings:
                    telling.problem(warning)
                telling.result(f"{_count(report.pages, 'page')}, {len(report.written)} new or changed")
            return outcome.status

        once()
        address = Address(host, door.getsockname()[1], config.base_path)
        telling.result(f"the site is at {address} (Ctrl-C ends it)")
        if open_it:
            click.launch(str(address))
        serve_folder(
            Path(folder), door, config.base_path, beside=lambda stop: _again_and_again(site, once, telling, stop)
        )


def _again_and_again(site: Path, once: Callable[[], int], telling: Telling, stop: "Event") -> None:
    from sitegen.server import watched

    for changed in watched(site, stop):
        telling.result("changed: " + ", ".join(changed[:NAMED]) + (" …" if len(changed) > NAMED else ""))
        once()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
