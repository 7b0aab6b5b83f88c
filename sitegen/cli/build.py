"""The command that publishes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.options import CLOCK, OUTPUT, QUIET, SITE, VERBOSE, find_site, load_config, time_of
from sitegen.cli.speaking import Command
from sitegen.cli.telling import Telling, told
from sitegen.errors import OutputError, Place, raise_all
from sitegen.folder import ADDRESSES
from sitegen.foreign import foreign
from sitegen.messages import counted, message
from sitegen.translation import said

if TYPE_CHECKING:
    from threading import Event

    from sitegen.builder import Report

NAMED = 3
"""Changed files that a line names."""


@click.command(cls=Command)
@SITE
@OUTPUT
@click.option("-b", "--base-url", metavar="URL", help="Address of the site, instead of the one in site.yaml.")
@click.option("-D", "--drafts", is_flag=True, help="Show drafts.")
@click.option("-F", "--future", is_flag=True, help="Show articles of a future date.")
@click.option("-E", "--expired", is_flag=True, help="Show expired articles.")
@CLOCK
@click.option("--strict", is_flag=True, help="Let warnings fail the build.")
@click.option("--clean", is_flag=True, help="Trust nothing that is known from earlier builds: make every file again.")
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes to work with (default: the cores).")
@click.option(
    "--scheduler", metavar="URL", help="Work on the Dask cluster there: tcp://… (needs the package distributed)."
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--explain", is_flag=True, help="Say of every file that is made again why.")
@click.option(
    "--changes", type=click.Path(path_type=Path), metavar="FILE", help="List there what was written and removed."
)
@click.option(
    "--next-due", is_flag=True, help="Build nothing; print when a build would next show something else, if ever."
)
@click.option("--verify", is_flag=True, help="Then build afresh beside it, and compare every byte.")
@click.option(
    "--record/--no-record",
    default=None,
    help="Note the published addresses in content/addresses.tsv (else where the output is public/ and nothing hidden is shown).",
)
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
    next_due: bool,
    verify: bool,
    record: bool | None,
    watch: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Publish the site.

    \b
    sitegen build
    sitegen build -o /srv/www/news -b https://example.org/news/
    sitegen build --explain
    sitegen build --drafts --dry-run --verbose
    sitegen build --next-due

    Only what changed is made and written; what an earlier build left over is removed. When anything is wrong, every
    problem is named and nothing is changed.

    Every address that is published is noted in `content/addresses.tsv`, so that it leads on when its article moves. Keep that file with the content.

    Drafts, articles of a future date and expired ones are left out, and leave no trace. A time counts in the time zone of
    the site; a bare date is its midnight. `--next-due` tells a scheduler when to build next, as in
    2024-07-02T08:30:00+08:00.
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet, verbose=verbose)
    if next_due:
        return _tell_next_due(site, clock, telling)
    folder = output or site / "public"
    if record and (drafts or future or expired):
        raise click.UsageError(said(message("what readers do not see is never noted among the published addresses")))
    if record is None:
        record = folder.absolute() == (site / "public").absolute()

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
                record=bool(record),
            )
            report = build_site(site, folder, options, track=telling.track, waiting=telling.waiting)
            _tell_report(report, folder, telling, dry_run=dry_run, explain=explain)
            if changes:
                _list_changes(report, changes)
            if verify and not dry_run:
                verified(site, folder, options, track=telling.track)
                telling.result(message("a build from nothing gives the same bytes"))
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
        telling.detail(message("write {path}", path=path))
    for path in report.removed:
        telling.detail(message("remove {path}", path=path))
    did = message(
        "{pages} pages in {folder}: {written} written, {unchanged} unchanged, {removed} removed",
        pages=report.pages,
        folder=telling.relative(folder),
        written=len(report.written),
        unchanged=report.unchanged,
        removed=len(report.removed),
    )
    telling.result(message("{did} (dry run: nothing was changed)", did=did) if dry_run else did)
    _tell_left_out(report, telling)


def _explain(report: "Report", telling: Telling) -> None:
    if report.why_everything and report.made:
        telling.result(message("everything is made again: {why}", why=report.why_everything))
    for path, reason in report.made:
        telling.result(message("{path}: {reason}", path=path, reason=reason))


def _list_changes(report: "Report", file: Path) -> None:
    lines = [*(f"write {path}\n" for path in report.written), *(f"remove {path}\n" for path in report.removed)]
    try:
        file.write_text("".join(lines), "utf-8")
    except OSError as error:
        problem = message("the list of changes cannot be written: {reason}", reason=foreign(error.strerror))
        raise OutputError(problem, place=Place(str(file.absolute()))) from error


def _tell_left_out(report: "Report", telling: Telling) -> None:
    left = report.left_out
    kinds = (
        counted("{count} draft", "{count} drafts", count=len(left.drafts)),
        message("{number} of a future date", number=len(left.future)),
        message("{number} expired", number=len(left.expired)),
    )
    things = [kind for kind, files in zip(kinds, (left.drafts, left.future, left.expired), strict=True) if files]
    if not things:
        return
    line = message("left out: {things}", things=things)
    due = f"{left.next_due:%Y-%m-%d %H:%M}" if left.next_due else ""
    telling.result(message("{line}; the next is due {due}", line=line, due=due) if due else line)
    for path in (*left.drafts, *left.future, *left.expired):
        telling.detail(message("left out {file}", file=telling.relative(telling.site / path)))


def _tell_next_due(site: Path, clock: str | None, telling: Telling) -> int:
    """Print the time for a scheduler, and nothing where no article waits; what cannot be read is told beside it."""
    with told(telling) as outcome:
        from sitegen.builder.articles import articles_of
        from sitegen.builder.options import Options
        from sitegen.planner import next_change

        config = load_config(site, None)
        articles = articles_of(config, site, track=telling.track)
        now = Options(clock=time_of(clock)).visibility(config.timezone).now
        due = next_change(articles.read, now, has_news=config.sitemap.news)
        if due:
            click.echo(due.astimezone(config.timezone).isoformat())
        raise_all(articles.problems)
    return outcome.status


def again_and_again(site: Path, once: Callable[[], int], telling: Telling, stop: "Event") -> None:
    """Build after every change until `stop` is set."""
    from sitegen.server import watched

    for changed in watched(site, stop):
        if changed == [ADDRESSES]:  # the build itself has just written it
            continue
        more = ("…",) if len(changed) > NAMED else ()
        telling.result(message("changed: {things}", things=[*changed[:NAMED], *more]))
        once()
