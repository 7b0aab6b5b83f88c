"""The command that brings scraped text in."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.options import QUIET, SITE, VERBOSE, find_site, load_config
from sitegen.cli.telling import Telling, count, told

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from sitegen.importer import Outcome, Wishes

NAMED = 20
"""Imported files that are named one by one without --verbose."""

CHANGES = ("readings", "script", "punctuation", "boilerplate")


@click.command("import")
@SITE
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), metavar="DIR", help="Folder (default: content/articles).")
@click.option("--date", metavar="DATE", help="The date of texts that show none.")
@click.option("--script", type=click.Choice(["zh-Hans", "zh-Hant"]), help="The script the texts are in.")
@click.option(
    "--leave", type=click.Choice(CHANGES), multiple=True, help="Leave one kind of change out; may be repeated."
)
@click.option("--skip-duplicates", is_flag=True, help="Leave reprints of other texts out.")
@click.option("--dry-run", is_flag=True, help="Show what would become of each file, and write nothing.")
@click.option(
    "--report", type=click.Path(path_type=Path), metavar="FILE", help="Write what became of each, as JSON lines."
)
@QUIET
@VERBOSE
def import_(  # one for each option
    *,
    given: Path | None,
    paths: tuple[Path, ...],
    into: Path | None,
    date: str | None,
    script: str | None,
    leave: tuple[str, ...],
    skip_duplicates: bool,
    dry_run: bool,
    report: Path | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Turn scraped text into article files.

    Reads text files in any encoding, saved HTML pages, Word documents, and folders of them. Readings that a mirror put behind
    characters go, what it broke is mended or marked, machine-made Traditional becomes Simplified again, greetings and
    labels become metadata. What was not certain stands under `review:`, and `sitegen check` lists it. The originals are
    kept, and importing a file again adds nothing.

    \b
    sitegen import scraped/ --dry-run
    sitegen import scraped/ --date 2023-06-12 --report import.jsonl
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet, verbose=verbose)
    with told(telling) as outcome:
        from sitegen.importer import Change, Wishes, import_files
        from sitegen.importer.reading import files_to_read
        from sitegen.model import Script

        config = load_config(site, None)
        wishes = Wishes(
            site=site,
            into=into or site / "content" / "articles",
            date=_date(date, config.timezone),
            script=Script(script) if script else None,
            leave=frozenset(map(Change, leave)),
            boilerplate=config.importing.boilerplate,
            skip_duplicates=skip_duplicates,
            dry_run=dry_run,
        )
        files = list(files_to_read(paths))
        done = list(telling.track("importing", import_files(files, wishes), len(files)))
        _tell(done, wishes, telling)
        if report:
            _write_report(done, report)
        outcome.status = int(any(each.status == "failed" for each in done))
    return outcome.status


def _date(date: str | None, zone: "ZoneInfo") -> str:
    from sitegen.loader.dates import parse_date

    try:
        return parse_date(date, zone).iso if date else ""
    except ValueError as error:
        raise click.BadParameter(f"{date!r} is not a date; write it as 2024-03-05", param_hint="--date") from error


def _tell(done: "list[Outcome]", wishes: "Wishes", telling: Telling) -> None:
    """Name what went wrong always, what came in where it is few, and sum up."""
    say = telling.result if len(done) <= NAMED else telling.detail
    for each in done:
        if each.status == "failed":
            click.echo(f"{each.file}: {each.problem}", err=True)
        elif each.like:
            kind = "the same as" if each.like.exact else f"{each.like.similarity:.0%} like"
            click.echo(f"{each.file}: {kind} {each.like.name}", err=True)
        if each.article:
            say(each.diff or f"{telling.relative(wishes.site / each.article)}{_in_brackets(each)}")
    _sum_up(done, wishes, telling)


def _in_brackets(outcome: "Outcome") -> str:
    said = [f"{number} {kind}" for kind, number in outcome.changes.items()]
    said += [f"{len(outcome.review)} to review"] if outcome.review else []
    return f" ({', '.join(said)})" if said else ""


def _sum_up(done: "list[Outcome]", wishes: "Wishes", telling: Telling) -> None:
    numbers = Counter(each.status.value for each in done)
    would = " (dry run: nothing was written)" if wishes.dry_run else ""
    kinds = ("imported", "known", "duplicate", "failed")
    telling.result(f"{count(len(done), 'file')}: " + ", ".join(f"{numbers[kind]} {kind}" for kind in kinds) + would)
    changes: Counter[str] = sum((Counter(each.changes) for each in done), Counter())
    if changes:
        telling.result("changed: " + ", ".join(f"{number} {kind}" for kind, number in changes.most_common()))
    if open_questions := sum(bool(each.review) for each in done):
        telling.result(f"to review: {count(open_questions, 'article')}; `sitegen check` lists them")


def _write_report(done: "Iterable[Outcome]", file: Path) -> None:
    lines = (json.dumps(_plain(each), ensure_ascii=False) + "\n" for each in done)
    file.write_text("".join(lines), "utf-8")


def _plain(outcome: "Outcome") -> dict[str, object]:
    like = outcome.like._asdict() if outcome.like else None
    return {
        "file": outcome.file,
        "status": outcome.status.value,
        "article": outcome.article,
        "problem": outcome.problem,
        "encoding": outcome.encoding,
        "changes": dict(outcome.changes),
        "review": list(outcome.review),
        "like": like,
    }
