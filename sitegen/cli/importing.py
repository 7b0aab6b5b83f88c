"""The command that brings scraped text in."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.options import QUIET, SITE, VERBOSE, find_site, load_config, no_date
from sitegen.cli.speaking import Command
from sitegen.cli.telling import Telling, told
from sitegen.errors import OutputError, Place
from sitegen.foreign import foreign
from sitegen.messages import Message, counted, message
from sitegen.translation import said

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from sitegen.duplicates import Match
    from sitegen.importer import Outcome, Wishes

NAMED = 20
"""Imported files that are named one by one without --verbose."""

CHANGES = ("readings", "script", "punctuation", "boilerplate")
BECAME = ("imported", "known", "duplicate", "failed")
KINDS = {
    "readings": message("readings"),
    "restored": message("restored"),
    "script": message("script"),
    "punctuation": message("punctuation"),
    "boilerplate": message("boilerplate"),
    "imported": message("imported"),
    "known": message("known"),
    "duplicate": message("duplicate"),
    "failed": message("failed"),
}
"""Kinds of changes, and what may become of a file, in words."""


@click.command("import", cls=Command)
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

    \b
    sitegen import scraped/ --dry-run
    sitegen import scraped/ --date 2023-06-12 --report import.jsonl

    Reads text files in any encoding, saved HTML pages, Word documents, and folders of them. Readings that a mirror put behind
    characters go, what it broke is mended or marked, machine-made Traditional becomes Simplified again, greetings and
    labels become metadata. What was not certain stands under `review:`, and `sitegen check` lists it. The originals are
    kept, and importing a file again adds nothing.
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
        raise no_date(str(date)) from error


def _tell(done: "list[Outcome]", wishes: "Wishes", telling: Telling) -> None:
    """Name what went wrong always, what came in where it is few, and sum up."""
    say = telling.result if len(done) <= NAMED else telling.detail
    for each in done:
        if each.status == "failed":
            telling.trouble(message("{file}: {problem}", file=each.file, problem=each.problem))
            if each.hint:
                telling.trouble(message("  hint: {hint}", hint=each.hint))
        elif each.like:
            telling.trouble(_repeats(each.file, each.like))
        if each.article:
            say(each.diff or _with_changes(telling.relative(wishes.site / each.article), each))
    _sum_up(done, wishes, telling)


def _repeats(file: str, like: "Match") -> Message:
    if like.exact:
        return message("{file}: the same as {other}", file=file, other=like.name)
    return message("{file}: {similarity} like {other}", file=file, similarity=f"{like.similarity:.0%}", other=like.name)


def _with_changes(article: str, outcome: "Outcome") -> Message | str:
    things = _numbers(outcome.changes)
    things += [message("{number} to review", number=len(outcome.review))] if outcome.review else []
    return message("{article} ({things})", article=article, things=things) if things else article


def _numbers(kinds: Mapping[str, int]) -> list[Message]:
    return [message("{number} {kind}", number=number, kind=KINDS[kind]) for kind, number in kinds.items()]


def _sum_up(done: "list[Outcome]", wishes: "Wishes", telling: Telling) -> None:
    numbers = Counter(each.status.value for each in done)
    files = counted("{count} file", "{count} files", count=len(done))
    did = message("{files}: {things}", files=files, things=_numbers({kind: numbers[kind] for kind in BECAME}))
    telling.result(message("{did} (dry run: nothing was written)", did=did) if wishes.dry_run else did)
    changes: Counter[str] = sum((Counter(each.changes) for each in done), Counter())
    if changes:
        telling.result(message("changed: {things}", things=_numbers(dict(changes.most_common()))))
    if open_questions := sum(bool(each.review) for each in done):
        articles = counted("{count} article", "{count} articles", count=open_questions)
        telling.result(message("to review: {articles}; `sitegen check` lists them", articles=articles))


def _write_report(done: "Iterable[Outcome]", file: Path) -> None:
    lines = (json.dumps(_plain(each), ensure_ascii=False) + "\n" for each in done)
    try:
        file.write_text("".join(lines), "utf-8")
    except OSError as error:
        reason = foreign(error.strerror)
        raise OutputError(message("cannot be written: {reason}", reason=reason), place=Place(str(file))) from error


def _plain(outcome: "Outcome") -> dict[str, object]:
    like = outcome.like._asdict() if outcome.like else None
    return {
        "file": outcome.file,
        "status": outcome.status.value,
        "article": outcome.article,
        "problem": said(outcome.problem),
        "encoding": outcome.encoding,
        "changes": dict(outcome.changes),
        "review": list(map(said, outcome.review)),
        "like": like,
    }
