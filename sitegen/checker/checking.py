"""The whole check: the content as the build would read it, then the site that it made."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from sitegen.builder import Options
from sitegen.builder.loading import load_afresh, load_known, plan_afresh
from sitegen.cache import Findings, open_findings
from sitegen.checker.addresses import Addresses
from sitegen.checker.built import problems_of, read_site
from sitegen.checker.content import Checked, Link, check_content
from sitegen.checker.findings import Finding, in_order, of_error, of_warn
from sitegen.checker.mending import Heard, Mended, mend
from sitegen.checker.site import Expected, Kind, Site
from sitegen.chinese import convert
from sitegen.config import Config
from sitegen.errors import OutputError
from sitegen.folder import RECORD
from sitegen.messages import Message, message
from sitegen.model import AllSeriesSheet, Content, Plan, TermsSheet, TombstoneSheet, TreeSheet
from sitegen.planner.urls import article_route, file_of, prefix_of
from sitegen.workers import Workers

SHORTEST_TITLE = 6
"""Characters of a title that nobody writes by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was found, in order of place, and the addresses of other hosts with the place where each stands first."""

    findings: tuple[Finding, ...]
    links: tuple[Link, ...]
    hearing: Heard

    def is_heard(self, finding: Finding) -> bool:
        """Whether nobody has silenced this."""
        return self.hearing(finding.place.file if finding.place else "", finding.code)


def check(config: Config, site: Path, output: Path, options: Options) -> Result:
    """Ask every rule about a site; what the build refuses is raised."""
    now = options.visibility(config.timezone)
    content, facts = load_known(config, site)
    plan = plan_afresh(content, facts, site, now)
    with Workers(options.jobs) as workers, open_findings(site / RECORD) as known:
        checked = check_content(content, site, now.now, workers, known, facts.glossary)
        findings = [*map(of_warn, (*config.warnings, *plan.warnings)), *checked.findings]
        expected = expected_of(config, content, plan, site, checked)
        built = _built(output, site, expected, workers, known)
    findings += built if isinstance(built, list) else problems_of(built)
    links = [*checked.links, *(() if isinstance(built, list) else _links_of(built))]
    is_heard = _hearing(config, content)
    heard = in_order(each for each in findings if is_heard(each.place.file if each.place else "", each.code))
    return Result(hearing=is_heard, findings=tuple(heard), links=_first_of_each(links, expected.addresses))


def _built(output: Path, site: Path, expected: Expected, workers: Workers, known: Findings) -> Site | list[Finding]:
    try:
        return read_site(output, os.path.relpath(output, site), expected, workers, known)
    except OutputError as error:
        return [of_error(error)]


def fix(config: Config, site: Path) -> list[Mended]:
    """Put right in the content what is safe to put right, and tell of it."""
    content, _ = load_afresh(config, site)
    return list(mend(content, site, _hearing(config, content)))


def _hearing(config: Config, content: Content) -> Heard:
    """What neither the site nor the file that something is about has silenced."""
    silence = {each.file: each.silence for each in content.sources if each.silence}
    return lambda file, code: code not in config.silence and code not in silence.get(file, ())


def expected_of(config: Config, content: Content, plan: Plan, site: Path, checked: Checked) -> Expected:
    """What the built site should be."""
    folders = [("", config.scripts[0].value), *((prefix_of(each), each.value) for each in config.scripts[1:])]
    hidden = {
        **dict.fromkeys(plan.left_out.drafts, message("this is a draft, and has a page")),
        **dict.fromkeys(plan.left_out.future, message("this is not due yet, and has a page")),
        **dict.fromkeys(plan.left_out.expired, message("this is expired, and has a page")),
    }
    return Expected(
        addresses=Addresses(config.base_path, config.origin),
        scripts=tuple(folders),
        as_written=checked.as_written,
        hidden=tuple(sorted(_hidden_titles(config, content, hidden))),
        unpublished=tuple(
            sorted(_unpublished(config, content, plan, hidden, [prefix for prefix, _ in folders]), key=itemgetter(0))
        ),
        copies=frozenset(each.path for each in plan.copies),
        entrances=frozenset(_entrances(plan, [prefix for prefix, _ in folders])),
        folder=os.path.abspath(site),  # noqa: PTH100  # as it is written, links and all
    )


def _entrances(plan: Plan, prefixes: list[str]) -> Iterator[str]:
    ways = (TermsSheet, TreeSheet, AllSeriesSheet, TombstoneSheet)
    routes = [sheet.route for sheet in plan.sheets if isinstance(sheet, ways)]
    return (_file(prefix, route) for route in routes for prefix in prefixes)


def _file(prefix: str, route: str) -> str:
    return f"{prefix}/{file_of(route)}".lstrip("/")


def _hidden_titles(config: Config, content: Content, hidden: Mapping[str, Message]) -> Iterator[str]:
    """Titles of what is not published, in every script, that none of the published articles has or holds."""
    shown = "\n".join(each.title.value for each in content.articles if each.file not in hidden)
    for article in content.articles:
        title = article.title.value
        if article.file in hidden and len(title) >= SHORTEST_TITLE and title not in shown and "-{" not in title:
            yield from {convert(title, article.title.script, script) for script in config.scripts}


def _unpublished(
    config: Config, content: Content, plan: Plan, hidden: Mapping[str, Message], prefixes: list[str]
) -> Iterator[tuple[str, Message]]:
    routes = {each.file: article_route(config.articles, each.slug, each.date) for each in content.articles}
    shown = {route for file, route in routes.items() if file not in hidden} | {each.route for each in plan.sheets}
    for file, why in hidden.items():
        if routes[file] not in shown:
            yield from ((_file(prefix, routes[file]), why) for prefix in prefixes)


def _links_of(built: Site) -> Iterator[Link]:
    for path, page in built.pages.items():
        for target in page.targets:
            if (
                target.inside is None
                and target.kind is Kind.LINK
                and target.written.startswith(("http://", "https://"))
            ):
                yield Link(target.written, built.place(path, target))


def _first_of_each(links: list[Link], addresses: Addresses) -> tuple[Link, ...]:
    """Every address of another host once, without its fragment."""
    first: dict[str, Link] = {}
    for link in links:
        url = link.url.partition("#")[0]
        if addresses.inside(url, "") is None:
            first.setdefault(url, Link(url, link.place))
    return tuple(first.values())
