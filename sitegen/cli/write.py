"""The commands that write what an editor begins with."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from sitegen.cli.options import QUIET, SITE, find_site, load_config, no_date
from sitegen.cli.speaking import Command
from sitegen.cli.telling import Telling, told
from sitegen.messages import message
from sitegen.translation import said

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from sitegen.config import Config
    from sitegen.model import RoughDate


def _series_names(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The series that a shell offers: those of the last build, without reading an article."""
    from sitegen.builder.articles import known_names

    names = known_names(find_site(context.params.get("given")), "series")
    return [CompletionItem(name) for name in names if name.startswith(begun)]


@click.command(cls=Command)
@SITE
@click.argument("title")
@click.option(
    "--series", metavar="NAME", shell_complete=_series_names, help="The series it belongs to, as its next part."
)
@click.option("--date", metavar="DATE", help="Its date (default: today).")
@click.option("--edit", is_flag=True, help="Open it in $VISUAL or $EDITOR.")
@QUIET
def new(*, given: Path | None, title: str, series: str | None, date: str | None, edit: bool, quiet: bool) -> int:
    """Write an article file that is ready to be filled in, and print its path.

    \b
    sitegen new "苹果疏花怎么做" --series 果园四季
    sitegen new "春耕" --date 2024-03-05 --edit
    sitegen new "早上七点发布" --date "2024-03-05 07:00"

    The file stands in the folder of its month, and its address is the title in pinyin. In a series whose articles name
    their parts it becomes the next one. No file is ever written over.
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet)
    with told(telling) as outcome:
        from sitegen.starter import new_article

        if not title.strip():
            raise click.UsageError(said(message("the title is empty")))
        config = load_config(site, None)
        path = new_article(
            site,
            title.strip(),
            _when(date, config.timezone),
            series=series,
            part=_next_part(config, site, series, telling) if series else None,
        )
        telling.result(telling.relative(path))
        if edit:
            click.edit(filename=str(path))
    return outcome.status


@click.command(cls=Command)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@QUIET
def init(*, folder: Path, quiet: bool) -> int:
    """Begin a new site in a folder, ready for `sitegen build`.

    \b
    sitegen init my-archive && cd my-archive && sitegen serve

    With settings, a first article, a page about the site, and what lets editors complete and check site.yaml while it is
    typed (`sitegen schema --help`).
    """
    telling = Telling(Path(), quiet=quiet)
    with told(telling) as outcome:
        from sitegen.starter import new_site

        for path in new_site(folder, today=f"{datetime.now().astimezone():%Y-%m-%d}"):
            telling.result(telling.relative(path))
    return outcome.status


@click.command(cls=Command)
@click.argument("which", type=click.Choice(["articles", "site"]), default="articles")
@SITE
def schema(*, given: Path | None, which: str) -> int:
    """Print the JSON Schema of front matter, or of site.yaml, for editors.

    \b
    sitegen schema > articles.schema.json
    sitegen schema site > site.schema.json

    It is made of the models that read the files, with the taxonomies of the site where there is one. A site begun with
    `sitegen init` has both in .vscode/, and docs/editing.md says which editors use them.
    """
    telling = Telling(find_site(given))
    with told(telling) as outcome:
        from sitegen.config import NAME
        from sitegen.starter import article_schema, as_json, site_schema

        config = load_config(telling.site, None) if which == "articles" and (telling.site / NAME).is_file() else None
        telling.result(as_json(article_schema(config) if which == "articles" else site_schema()))
    return outcome.status


def _when(date: str | None, zone: "ZoneInfo") -> "RoughDate":
    from sitegen.loader.dates import parse_date

    try:
        return parse_date(date or f"{datetime.now(zone):%Y-%m-%d}", zone)
    except ValueError as error:
        raise no_date(str(date)) from error


def _next_part(config: "Config", site: Path, series: str, telling: Telling) -> int | None:
    """The part that an article becomes; one that cannot be read is no reason not to write another."""
    from sitegen.builder.articles import articles_of
    from sitegen.register import next_part

    return next_part(articles_of(config, site, track=telling.track).read, series, config.language)
