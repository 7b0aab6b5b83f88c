"""What the commands are told on the command line, and what follows from it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # `--help` answers before what builds sites is loaded
    from sitegen.config import Config
    from sitegen.model import Visibility

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


def visibility_of(
    config: "Config", clock: str | None, *, drafts: bool = False, future: bool = False, expired: bool = False
) -> "Visibility":
    """Which articles to show, at the time of the clock or of `clock`, in the zone of the site."""
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
