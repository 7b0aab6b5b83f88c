"""The command that lists where the conversion had to guess."""

import json
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.options import QUIET, SITE, find_site, load_config
from sitegen.cli.speaking import Command
from sitegen.cli.telling import Telling, told
from sitegen.messages import counted, message

if TYPE_CHECKING:
    from sitegen.auditor import Finding

NAMED = 3
"""Places that a finding names when not all are asked for."""


@click.command(cls=Command)
@SITE
@click.option("-n", "--limit", default=50, show_default=True, metavar="N", help="Findings to show; 0 for all.")
@click.option("--json", "as_json", is_flag=True, help="Every finding with every place, for programs.")
@QUIET
def audit(*, given: Path | None, limit: int, as_json: bool, quiet: bool) -> int:
    """List where the conversion to Traditional had to guess, the most doubtful first.

    \b
    sitegen audit
    sitegen audit --limit 0
    sitegen audit --json > guesses.json

    A guess is a character of several forms (干 里 面 发 …) that no phrase, glossary, rule or name decides. A line of those
    shown, put into content/glossary.yaml, decides it for good.
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet)
    with told(telling) as outcome:
        from sitegen.auditor import audit as audit_content
        from sitegen.builder.loading import load_afresh
        from sitegen.loader import read_body

        config = load_config(site, None)
        content, _ = load_afresh(config, site)
        findings = audit_content(
            content,
            partial(read_body, site=site),
            config.scripts,
            config.orthography,
            track=lambda sources: telling.track("looking", sources, len(sources)),
        )
        if as_json:
            telling.result(json.dumps([_plain(each) for each in findings], ensure_ascii=False, indent=2))
        else:
            _tell(findings, limit or len(findings), telling)
    return outcome.status


def _plain(finding: "Finding") -> dict[str, object]:
    places = [each._asdict() for each in finding.occurrences]
    return {**asdict(finding), "count": len(places), "occurrences": places}


def _tell(findings: "list[Finding]", limit: int, telling: Telling) -> None:
    for finding in findings[:limit]:
        telling.result(
            message(
                "{context}: {character} → {chosen}, or {others} ({doubt} doubt)",
                context=finding.context,
                character=finding.character,
                chosen=finding.chosen,
                others=finding.others,
                doubt=f"{finding.doubt:.0%}",
            )
        )
        for place in finding.occurrences[:NAMED]:
            telling.result(f"  {telling.relative(telling.site / place.file)}:{place.line}: {place.excerpt}")
        if len(finding.occurrences) > NAMED:
            telling.result(message("  and {number} more", number=len(finding.occurrences) - NAMED))
        telling.result(message("  glossary: {lines}", lines="  |  ".join(finding.lines)))
    places = sum(len(each.occurrences) for each in findings)
    summary = message(
        "{guesses} in {contexts}",
        guesses=counted("{count} guess", "{count} guesses", count=places),
        contexts=counted("{count} context", "{count} contexts", count=len(findings)),
    )
    more = len(findings) - limit
    telling.result(
        message("{summary}; {more} more with --limit 0", summary=summary, more=more) if more > 0 else summary
    )
