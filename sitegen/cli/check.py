"""The command that looks for mistakes."""

import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.options import OUTPUT, QUIET, SITE, find_site, load_config, time_of
from sitegen.cli.speaking import Command
from sitegen.cli.telling import Telling
from sitegen.errors import SitegenError, leaves
from sitegen.messages import Message, counted, message
from sitegen.translation import said, spoken

if TYPE_CHECKING:
    from sitegen.checker import Finding, Result


NAMED, MANY = 3, 10
"""Of how many files the same is said, where there are more than so many."""


@click.command(cls=Command)
@SITE
@OUTPUT
@click.option("--strict", is_flag=True, help="Let warnings fail the check.")
@click.option("--external", is_flag=True, help="Also ask other hosts whether links still lead somewhere.")
@click.option(
    "--manifest",
    is_flag=False,
    flag_value="",
    metavar="[DIR]",
    help="Only hold a copy of the built site against its manifest; needs nothing but the copy.",
)
@click.option("--fix", "is_fixing", is_flag=True, help="First put right in the content what is safe, and say what.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people and editors, for programs, or as annotations of GitHub Actions.",
)
@click.option(
    "--clock",
    metavar="TIME",
    envvar="SOURCE_DATE_EPOCH",
    help="Check as if it were 2024-03-05 or 2024-03-05T08:00 (also SOURCE_DATE_EPOCH).",
)
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes to work with (default: the cores).")
@QUIET
def check(
    *,
    given: Path | None,
    output: Path | None,
    strict: bool,
    external: bool,
    manifest: str | None,
    is_fixing: bool,
    as_json: bool,
    form: str,
    clock: str | None,
    jobs: int | None,
    quiet: bool,
) -> int:
    """Look for mistakes: in the content, then in the built site as a visitor meets it.

    Every warning names its code in square brackets; docs/checking.md says why it is there and how to mend it, and `silence:` in site.yaml or in
    the front matter of a file stops it.

    \b
    sitegen build && sitegen check
    sitegen check --fix
    sitegen check --strict --format github
    sitegen check --manifest /archive/copy-of-2024
    """
    site = find_site(given)
    telling = Telling(site, quiet=quiet)
    if manifest is not None:
        return _hold_against_manifest(Path(manifest or output or site / "public"), "json" if as_json else form, telling)
    try:
        from sitegen.builder import Options
        from sitegen.checker import check as check_site
        from sitegen.checker import fix

        config = load_config(site, None)
        for each in fix(config, site) if is_fixing else ():
            place = replace(each.place, file=telling.relative(site / each.place.file))
            telling.trouble(each._replace(place=place).told)
        options = Options(clock=time_of(clock), jobs=jobs)
        result = check_site(config, site, output or site / "public", options)
        findings: Sequence[Finding] = result.findings
        if external:
            findings = _asked(result, site, telling)
    except* SitegenError as group:
        findings = _refused(group)
    _tell([_from_here(each, telling) for each in findings], "json" if as_json else form, telling)
    return int(any(each.is_error or strict for each in findings))


def _hold_against_manifest(folder: Path, form: str, telling: Telling) -> int:
    """Tell what of a copy is not as it was published."""
    findings: Sequence[Finding]
    try:
        from sitegen.checker import check_manifest

        findings = check_manifest(Path(os.path.abspath(folder)))  # noqa: PTH100  # links stay as they are
    except* SitegenError as group:
        findings = _refused(group)
    _tell([_from_here(each, telling) for each in findings], form, telling)
    return int(bool(findings))


def _asked(result: "Result", site: Path, telling: Telling) -> "Sequence[Finding]":
    """Ask other hosts, too."""
    from sitegen.checker import in_order
    from sitegen.checker.external import check_external

    asked = check_external(result.links, site / ".sitegen", int(time.time()))
    told = message(
        "addresses of other hosts: {asked} asked now, {known} known from before, {unsure} neither right nor wrong",
        asked=asked.asked,
        known=asked.known,
        unsure=asked.unsure,
    )
    telling.trouble(told)
    return in_order((*result.findings, *(each for each in asked.findings if result.is_heard(each))))


def _refused(group: BaseException) -> "Sequence[Finding]":
    """What the build refuses, too."""
    from sitegen.checker import in_order, of_error

    return in_order(of_error(each) for each in leaves(group) if isinstance(each, SitegenError))


def _from_here(finding: "Finding", telling: Telling) -> "Finding":
    """Name the file of a finding from the current folder."""
    where = finding.place
    return (
        replace(finding, place=replace(where, file=telling.relative(telling.site / where.file))) if where else finding
    )


def _tell(findings: "Sequence[Finding]", form: str, telling: Telling) -> None:
    if form == "json":
        click.echo(json.dumps([_plain(each) for each in findings], ensure_ascii=False, indent=2))
        return
    for each in findings if form == "github" else ():
        click.echo(_annotation(each))
    for line in _folded(findings) if form == "text" else ():
        click.echo(line, err=True)
    errors = sum(each.is_error for each in findings)
    warnings = len(findings) - errors
    telling.result(
        message(
            "{errors}, {warnings}",
            errors=counted("{count} error", "{count} errors", count=errors),
            warnings=counted("{count} warning", "{count} warnings", count=warnings),
        )
    )


def _folded(findings: "Sequence[Finding]") -> Iterator[str]:
    """Say the same of a few files only: a fault of a template is on every page."""
    times = Counter((each.code, each.problem) for each in findings)
    shown: Counter[tuple[str, Message | str]] = Counter()
    for each in findings:
        same = each.code, each.problem
        shown[same] += 1
        if shown[same] <= NAMED or times[same] <= MANY:
            yield each.said(spoken())
        elif shown[same] == times[same]:
            more = times[same] - NAMED
            yield said(
                message(
                    "  and {number} times more: {problem} (--json names them all)", number=more, problem=each.problem
                )
            )


def _plain(finding: "Finding") -> dict[str, object]:
    place = finding.place
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "severity": finding.severity.value,
        "code": finding.code or None,
        "problem": said(finding.problem),
        "hint": said(finding.hint) or None,
    }


def _annotation(finding: "Finding") -> str:
    """A line that GitHub Actions shows beside the file."""
    place = finding.place
    where = {"file": place.file, "line": place.line, "col": place.column} if place else {}
    fields = {**where, "title": finding.code}
    told = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in fields.items() if value)
    hint = "\n" + said(message("hint: {hint}", hint=finding.hint)) if finding.hint else ""
    return f"::{finding.severity} {told}::{_escaped(said(finding.problem) + hint)}"


def _escaped(words: str, more: str = "") -> str:
    return "".join(f"%{ord(each):02X}" if each in f"%\r\n{more}" else each for each in words)
