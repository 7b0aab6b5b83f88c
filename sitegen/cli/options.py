"""What the commands are told on the command line, and what follows from it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.messages import message
from sitegen.translation import said

if TYPE_CHECKING:  # `--help` answers before what builds sites is loaded
    from sitegen.config import Config

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
CLOCK = click.option(
    "--clock",
    metavar="TIME",
    envvar="SOURCE_DATE_EPOCH",
    help="Work as if it were 2024-03-05 or 2024-03-05T08:00 (also SOURCE_DATE_EPOCH).",
)
OUTPUT = click.option(
    "-o",
    "--output",
    "-d",
    "--destination",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the site is written (default: public/ in the site).",
)


def find_site(given: Path | None) -> Path:
    """The folder named, else this folder or the nearest above it that is a site."""
    if given is not None:
        return given
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "site.yaml").is_file()), here)


def load_config(site: Path, base_url: str | None) -> "Config":
    """Read the settings; `base_url` stands before the one written there."""
    from sitegen.config import read_config

    return read_config(site, **({"base_url": base_url} if base_url else {}))


def time_of(clock: str | None) -> datetime | None:
    """Read the time that a build should take for the present one: seconds since 1970, or a date and time."""
    if not clock:
        return None
    try:
        return datetime.fromtimestamp(int(clock), UTC) if clock.isdecimal() else datetime.fromisoformat(clock)
    except (OverflowError, OSError) as error:
        problem = message("{clock} seconds are too many", clock=clock)
        raise click.BadParameter(said(problem), param_hint="--clock") from error
    except ValueError as error:
        problem = message("{clock!r} is no time; write 2024-03-05T08:00", clock=clock)
        raise click.BadParameter(said(problem), param_hint="--clock") from error


def no_date(date: str) -> click.BadParameter:
    """What is wrong with the --date of a command."""
    problem = message("{date!r} is not a date; write it as 2024-03-05", date=date)
    return click.BadParameter(said(problem), param_hint="--date")
