"""The commands that write what an editor begins with."""

from datetime import datetime
from pathlib import Path

import click

from sitegen.cli.options import QUIET, SITE, find_site, load_config
from sitegen.cli.telling import Telling, told


@click.command()
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
    site = find_site(given)
    telling = Telling(site, quiet=quiet)
    with told(telling) as outcome:
        from sitegen.loader.dates import parse_date
        from sitegen.starter import new_article

        if not title.strip():
            raise click.UsageError("the title is empty")
        zone = load_config(site, None).timezone
        try:
            when = parse_date(date or f"{datetime.now(zone):%Y-%m-%d}", zone)
        except ValueError as error:
            raise click.BadParameter(f"{date!r} is not a date; write it as 2024-03-05", param_hint="--date") from error
        path = new_article(site, title.strip(), when, series=series)
        telling.result(telling.relative(path))
        if edit:
            click.edit(filename=str(path))
    return outcome.status


@click.command()
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
