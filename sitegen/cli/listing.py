"""The command that lists articles by what an editor has to do with them."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.options import CLOCK, QUIET, SITE, find_site, load_config, time_of
from sitegen.cli.speaking import Command
from sitegen.cli.telling import Telling, told
from sitegen.errors import raise_all
from sitegen.messages import Message, counted, message

if TYPE_CHECKING:
    from sitegen.register import Entry

WHATS = ("drafts", "future", "expired", "undated", "review", "all")
STATES = {
    "drafts": message("draft"),
    "future": message("of a future date"),
    "expired": message("expired"),
}
"""What is said of an article behind its title."""


@click.command("list", cls=Command)
@SITE
@click.argument("what", type=click.Choice(WHATS))
@click.option("--json", "as_json", is_flag=True, help="All that is known of each, for programs.")
@CLOCK
@QUIET
@click.option("-v", "--verbose", is_flag=True, help="Show what an import left to be looked at.")
def list_(*, given: Path | None, what: str, as_json: bool, clock: str | None, quiet: bool, verbose: bool) -> int:
    """List articles: drafts, those of a future date, expired or undated ones, those to be looked at, or all.

    \b
    sitegen list drafts
    sitegen list review --verbose     with what an import left to be looked at
    sitegen list all --json | jq -r '.[].file'

    One line an article: its file, its date, its title. Those without a date come first, then the oldest. What has not
    changed since the last build is not read again.
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet, verbose=verbose)
    with told(telling) as outcome:
        from sitegen.builder.articles import articles_of
        from sitegen.builder.options import Options
        from sitegen.register import What, entries

        config = load_config(site, None)
        now = Options(clock=time_of(clock)).visibility(config.timezone).now
        articles = articles_of(config, site, track=telling.track)
        found = entries(articles.read, What(what), now)
        if as_json:
            telling.result(json.dumps([_plain(each) for each in found], ensure_ascii=False, indent=2))
        else:
            _tell(found, telling)
        raise_all(articles.problems)
    return outcome.status


def _tell(found: "list[Entry]", telling: Telling) -> None:
    folder = telling.relative(telling.site)
    telling.results(line for entry in found for line in _lines(entry, folder, telling))
    if not found and not telling.quiet:
        telling.trouble(message("there are none"))


def _lines(entry: "Entry", folder: str, telling: Telling) -> Iterator[Message | str]:
    yield _line(entry, folder)
    if telling.verbose:
        yield from (f"  {note}" for note in entry.review)


def _line(entry: "Entry", folder: str) -> Message:
    states = [said for name, said in STATES.items() if name in entry.what]
    if entry.review:
        states.append(counted("{count} note to look at", "{count} notes to look at", count=len(entry.review)))
    line = message(
        "{file}: {date} {title}",
        file=os.path.normpath(f"{folder}/{entry.file}"),
        date=entry.day or message("undated"),
        title=entry.title,
    )
    return message("{line} ({states})", line=line, states=states) if states else line


def _plain(entry: "Entry") -> dict[str, object]:
    return {
        "file": entry.file,
        "title": entry.title,
        "date": entry.date.iso if entry.date else None,
        "due": entry.date.start.isoformat() if entry.date and "future" in entry.what else None,
        "expires": entry.expires.isoformat() if entry.expires else None,
        "series": list(entry.series),
        "what": sorted(entry.what - {"all"}),
        "review": list(entry.review),
    }
