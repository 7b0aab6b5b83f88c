"""The command that previews."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.build import NAMED
from sitegen.cli.options import QUIET, SITE, VERBOSE, find_site
from sitegen.cli.speaking import Command
from sitegen.cli.telling import Telling, told
from sitegen.errors import FieldError, Place, SitegenError, Warn
from sitegen.messages import message

if TYPE_CHECKING:
    from sitegen.builder.desk import Desk
    from sitegen.builder.news import News
    from sitegen.builder.report import Reasons
    from sitegen.server import Ears

LOOPBACK = "127.0.0.1"


@click.command(cls=Command)
@SITE
@click.option("--host", default=LOOPBACK, show_default=True, help="Address to listen on; 0.0.0.0 lets others look too.")
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
    """Preview the site on this machine; what is saved shows in the browser at once.

    Drafts, future and expired articles are shown and marked. A mistake is shown above the last good version of the page.
    Nothing is written into public/.

    \b
    sitegen serve --open
    sitegen serve --port 0
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet, verbose=verbose)
    with told(telling) as outcome:
        _serve(site, host, port, telling, open_it=open_it, everything=not no_drafts)
    return outcome.status


def _serve(site: Path, host: str, port: int, telling: Telling, *, open_it: bool, everything: bool) -> None:
    from sitegen.server import listen
    from sitegen.server import serve as serve_site

    def desk() -> "Desk":
        from sitegen.workers import collect_rarely

        collect_rarely()  # what comes now is much, and stays
        from sitegen.builder.desk import Desk
        from sitegen.builder.options import Options

        options = Options(drafts=everything, future=everything, expired=everything, in_place=True)
        return Desk(site.absolute(), options, track=telling.track, waiting=telling.waiting)

    def why() -> "Reasons":
        from sitegen.builder.options import Options
        from sitegen.builder.reasons import reasons

        return reasons(site.absolute(), site.absolute() / "public", Options())

    if not (site / "site.yaml").is_file():
        hint = message("make a site with `sitegen init DIR`, or name its folder with --site")
        raise FieldError(message("there is no such file"), place=Place("site.yaml"), hint=hint)
    with listen(host, port) as door:
        ears = ears_of(telling, host, int(door.getsockname()[1]), open_it=open_it)
        serve_site(site.absolute(), door, ears, desk, why, everything=everything)


def ears_of(telling: Telling, host: str, port: int, *, open_it: bool) -> "Ears":
    """Say each thing in one calm line."""
    from sitegen.server import Address, Ears

    def ready(base_path: str) -> None:
        address = Address(host, port, base_path)
        telling.result(message("the site is at {address} (Ctrl-C ends it)", address=address))
        if open_it:
            click.launch(str(address))

    def edited(changed: Sequence[str], _news: "News", seconds: float) -> None:
        more = ("…",) if len(changed) > NAMED else ()
        things, took = [*changed[:NAMED], *more], f"{seconds:.2f}"
        telling.result(message("changed: {things} ({seconds} s)", things=things, seconds=took))

    def wrong(problems: Sequence[SitegenError]) -> None:
        first, more = problems[0], len(problems) - 1
        others = message("{problem} (and {number} more: see the browser)", problem=first.problem, number=more)
        telling.problem(type(first)(others if more else first.problem, place=first.place))

    def warned(warnings: Sequence[Warn]) -> None:
        for each in warnings:
            telling.problem(each)

    return Ears(
        ready=ready, edited=edited, mended=lambda: telling.result(message("mended")), wrong=wrong, warned=warned
    )
