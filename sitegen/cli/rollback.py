"""The command that shows the release before the last again."""

from collections import Counter
from pathlib import Path

import click

from sitegen.cli.options import OUTPUT, QUIET, SITE, VERBOSE, find_site
from sitegen.cli.speaking import Command
from sitegen.cli.telling import Telling, told
from sitegen.messages import counted, message

NAMED = 10
"""Files that are named where not all are asked for."""


@click.command(cls=Command)
@SITE
@OUTPUT
@QUIET
@VERBOSE
def rollback(*, given: Path | None, output: Path | None, quiet: bool, verbose: bool) -> int:
    """Show the release before the one that is shown, from one instant to the next.

    \b
    sitegen rollback
    sitegen rollback --verbose

    For sites that are built with `publish: swap` in site.yaml. What has been withdrawn or corrected since comes back with
    it, so what differs is named. The next build publishes the present content again.
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet, verbose=verbose)
    with told(telling) as outcome:
        from sitegen.writer import differing, roll_back

        folder = output or site / "public"
        before, now = roll_back(folder)
        found = list(differing(before.folder, now.folder))
        shown = telling.relative(folder)
        telling.result(
            message(
                "{folder} shows release {now} again, in place of {before}",
                folder=shown,
                now=now.number,
                before=before.number,
            )
        )
        for path, what in found if verbose else found[:NAMED]:
            telling.result(message("{path} {what}", path=path, what=what))
        if len(found) > NAMED and not verbose:
            telling.result(message("… {number} files in all; --verbose names them", number=len(found)))
        numbers = Counter(what for _, what in found)
        summary = [
            message("{what}: {files}", what=what, files=counted("{count} file", "{count} files", count=number))
            for what, number in sorted(numbers.items(), key=lambda pair: str(pair[0]))
        ]
        telling.result(message("{things}", things=summary) if summary else message("the two releases are the same"))
    return outcome.status
