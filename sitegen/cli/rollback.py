"""The command that shows the release before the last again."""

from collections import Counter
from pathlib import Path

import click

from sitegen.cli.options import OUTPUT, QUIET, SITE, VERBOSE, find_site
from sitegen.cli.telling import Telling, count, told

NAMED = 10
"""Files that are named where not all are asked for."""


@click.command()
@SITE
@OUTPUT
@QUIET
@VERBOSE
def rollback(*, given: Path | None, output: Path | None, quiet: bool, verbose: bool) -> int:
    """Show the release before the one that is shown, from one instant to the next.

    For sites that are built with `publish: swap` in site.yaml. What has been withdrawn or corrected since comes back with
    it, so what differs is named. The next build publishes the present content again.

    \b
    sitegen rollback
    sitegen rollback --verbose
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet, verbose=verbose)
    with told(telling) as outcome:
        from sitegen.writer import differing, roll_back

        folder = output or site / "public"
        before, now = roll_back(folder)
        found = list(differing(before.folder, now.folder))
        telling.result(f"{telling.relative(folder)} shows release {now.number} again, in place of {before.number}")
        for path, what in found if verbose else found[:NAMED]:
            telling.result(f"{path} {what}")
        if len(found) > NAMED and not verbose:
            telling.result(f"… {len(found)} files in all; --verbose names them")
        numbers = Counter(what for _, what in found)
        summary = ", ".join(f"{count(number, 'file')} {what}" for what, number in sorted(numbers.items()))
        telling.result(summary or "the two releases are the same")
    return outcome.status
