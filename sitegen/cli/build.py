"""The command that publishes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.options import OUTPUT, QUIET, SITE, VERBOSE, find_site, time_of
from sitegen.cli.telling import Telling, count, told
from sitegen.errors import OutputError, Place

if TYPE_CHECKING:
    from threading import Event

    from sitegen.builder import Report

NAMED = 3
"""Changed files that a line names."""


@click.command()
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
@click.option("--clean", is_flag=True, help="Trust nothing that is known from earlier builds: make every file again.")
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes to work with (default: the cores).")
@click.option("--scheduler", metavar="URL", help="Work on the Dask cluster there: tcp://… (needs sitegen[cluster]).")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--explain", is_flag=True, help="Say of every file that is made again why.")
@click.option(
    "--changes", type=click.Path(path_type=Path), metavar="FILE", help="List there what was written and removed."
)
@click.option("--verify", is_flag=True, help="Then build afresh beside it, and compare every byte.")
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
    clean: bool,
    jobs: int | None,
    scheduler: str | None,
    dry_run: bool,
    explain: bool,
    changes: Path | None,
    verify: bool,
    watch: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Publish the site.

    Only what changed is made and written; what an earlier build left over is removed. When anything is wrong, every
    problem is named and nothing is changed.

    \b
    sitegen build
    sitegen build -o /srv/www/news -b https://example.org/news/
    sitegen build --explain
    sitegen build --drafts --dry-run --verbose
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet, verbose=verbose)
    folder = output or site / "public"

    def once() -> int:
        with told(telling) as outcome:
            from sitegen.builder import Options, verified
            from sitegen.builder import build as build_site
            from sitegen.workers import collect_rarely

            collect_rarely()
            options = Options(
                base_url=base_url,
                clock=time_of(clock),
                drafts=drafts,
                future=future,
                expired=expired,
                strict=strict,
                clean=clean,
                jobs=jobs,
                scheduler=scheduler,
                dry_run=dry_run,
            )
            report = build_site(site, folder, options, track=telling.track, waiting=telling.waiting)
            _tell_report(report, folder, telling, dry_run=dry_run, explain=explain)
            if changes:
                _list_changes(report, changes)
            if verify and not dry_run:
                verified(site, folder, options, track=telling.track)
                telling.result("a build from nothing gives the same bytes")
        return outcome.status

    status = once()
    if watch:
        from threading import Event

        again_and_again(site, once, telling, Event())
    return status


def _tell_report(report: "Report", folder: Path, telling: Telling, *, dry_run: bool, explain: bool) -> None:
    for warning in report.warnings:
        telling.problem(warning)
    if explain:
        _explain(report, telling)
    for path in report.written:
        telling.detail(f"write {path}")
    for path in report.removed:
        telling.detail(f"remove {path}")
    did = f"{len(report.written)} written, {report.unchanged} unchanged, {len(report.removed)} removed"
    would = " (dry run: nothing was changed)" if dry_run else ""
    telling.result(f"{count(report.pages, 'page')} in {telling.relative(folder)}: {did}{would}")
    _tell_left_out(report, telling)


def _explain(report: "Report", telling: Telling) -> None:
    if report.why_everything and report.made:
        telling.result(f"everything is made again: {report.why_everything}")
    for path, reason in report.made:
        telling.result(f"{path}: {reason}")


def _list_changes(report: "Report", file: Path) -> None:
    lines = [*(f"write {path}\n" for path in report.written), *(f"remove {path}\n" for path in report.removed)]
    try:
        file.write_text("".join(lines), "utf-8")
    except OSError as error:
        problem = f"the list of changes cannot be written: {error.strerror}"
        raise OutputError(problem, place=Place(str(file.absolute()))) from error


def _tell_left_out(report: "Report", telling: Telling) -> None:
    left = report.left_out
    counts = [(len(left.drafts), "draft"), (len(left.future), "of a future date"), (len(left.expired), "expired")]
    if not any(number for number, _ in counts):
        return
    due = f"; the next is due {left.next_due:%Y-%m-%d %H:%M}" if left.next_due else ""
    telling.result("left out: " + ", ".join(f"{number} {kind}" for number, kind in counts if number) + due)
    for path in (*left.drafts, *left.future, *left.expired):
        telling.detail(f"left out {telling.relative(telling.site / path)}")


def again_and_again(site: Path, once: Callable[[], int], telling: Telling, stop: "Event") -> None:
    """Build after every change until `stop` is set."""
    from sitegen.server import watched

    for changed in watched(site, stop):
        telling.result("changed: " + ", ".join(changed[:NAMED]) + (" …" if len(changed) > NAMED else ""))
        once()
