"""The command that looks for mistakes."""

import os
from pathlib import Path

import click

from sitegen.cli.options import OUTPUT, QUIET, SITE, find_site, load_config
from sitegen.cli.telling import Telling, count, told


@click.command()
@SITE
@OUTPUT
@QUIET
def check(*, given: Path | None, output: Path | None, quiet: bool) -> int:
    """Look for mistakes: in the content, then in the built site as a visitor meets it.

    \b
    sitegen build && sitegen check
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet)
    with told(telling) as outcome:
        from sitegen.builder import Options
        from sitegen.builder.loading import load_afresh, plan_afresh
        from sitegen.checker import check_site, reviews

        config = load_config(site, None)
        folder = output or site / "public"
        content, facts = load_afresh(config, site)
        plan = plan_afresh(content, facts, site, Options().visibility(config.timezone))
        warnings = (*config.warnings, *plan.warnings, *reviews(content))
        for warning in warnings:
            telling.problem(warning)
        problems = check_site(folder, base_path=config.base_path, shown_as=os.path.relpath(folder, site))
        if problems:
            raise ExceptionGroup("the built site", problems)
        telling.result(f"{count(len(warnings), 'warning')}, no broken link")
    return outcome.status
