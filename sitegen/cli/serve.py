"""The command that previews."""

from pathlib import Path

import click

from sitegen.cli.build import again_and_again
from sitegen.cli.options import QUIET, SITE, VERBOSE, find_site, load_config
from sitegen.cli.telling import Telling, count, told


@click.command()
@SITE
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
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
    """Preview the site on this machine, and build it again whenever something changes.

    Drafts, future and expired articles are shown and marked. Nothing is written into public/.

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
    from tempfile import TemporaryDirectory

    from sitegen.builder import Options
    from sitegen.builder import build as build_site
    from sitegen.server import Address, listen
    from sitegen.server import serve as serve_folder

    config = load_config(site, None)
    with listen(host, port) as door, TemporaryDirectory(prefix="sitegen-preview-") as folder:

        def once() -> int:
            with told(telling) as outcome:
                options = Options(drafts=everything, future=everything, expired=everything, in_place=True)
                report = build_site(site, Path(folder), options, track=telling.track, waiting=telling.waiting)
                for warning in report.warnings:
                    telling.problem(warning)
                telling.result(f"{count(report.pages, 'page')}, {len(report.written)} new or changed")
            return outcome.status

        once()
        address = Address(host, door.getsockname()[1], config.base_path)
        telling.result(f"the site is at {address} (Ctrl-C ends it)")
        if open_it:
            click.launch(str(address))
        serve_folder(
            Path(folder), door, config.base_path, beside=lambda stop: again_and_again(site, once, telling, stop)
        )
