"""The whole build, top to bottom: load, plan, render, write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from sitegen.config import Config, RawHtml, theme
from sitegen.errors import ContentError, Place, SitegenError, Warn, raise_all
from sitegen.loader import Reading, load_content, read_body, read_glossary
from sitegen.model import Content, Copy, LeftOut, OutputFile, Plan, SiteFacts, Visibility
from sitegen.planner import plan_site
from sitegen.renderer import Renderer
from sitegen.writer import check_folder, publish

Item = TypeVar("Item")


class Track(Protocol):
    """Hands on items one by one, and may tell somebody how far the work is."""

    def __call__(self, doing: str, items: Sequence[Item], /) -> Iterable[Item]:
        """Hand on `items`; `doing` says what is done with them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did and what an editor should know of it."""

    pages: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    left_out: LeftOut
    warnings: tuple[Warn, ...]


def silently(_doing: str, items: Sequence[Item]) -> Iterable[Item]:
    """Tell nobody how far the work is."""
    return items


def build(
    config: Config,
    site: Path,
    output: Path,
    *,
    visibility: Visibility,
    strict: bool = False,
    dry_run: bool = False,
    track: Track = silently,
) -> Report:
    """Bring `output` up to date with the content of `site`.

    Everything renders before anything is written, so a failed build leaves the last good site. With
    `strict` a warning fails it too.
    """
    check_folder(output, site)
    plan = make_plan(config, site, visibility, track=track)
    warnings = (*config.warnings, *plan.warnings)
    raise_all([warning.as_error() for warning in warnings] if strict else [])
    files = [*_rendered(plan, config, site, track), *_copied(plan, site), *_redirects(plan)]
    done = publish(files, output, dry_run=dry_run)
    return Report(
        pages=len(plan.pages),
        written=done.written,
        removed=done.removed,
        unchanged=done.unchanged,
        left_out=plan.left_out,
        warnings=warnings,
    )


def make_plan(config: Config, site: Path, visibility: Visibility, *, track: Track = silently) -> Plan:
    """Load the content and decide on every page."""
    return plan_content(*load(config, site, track=track), site, visibility)


def plan_content(content: Content, facts: SiteFacts, site: Path, visibility: Visibility) -> Plan:
    """Decide on every page of what was loaded."""
    return plan_site(content, facts, visibility, copies=tuple(_static_files(site)))


def load(config: Config, site: Path, *, track: Track = silently) -> tuple[Content, SiteFacts]:
    """Load the content, and what the settings and the glossary say of the site as a whole."""
    glossary = read_glossary(site)
    facts = config.facts(glossary.words)
    reading = Reading(
        site=site, zone=config.timezone, language=config.language, taxonomies=facts.taxonomies, glossary=glossary
    )
    return load_content(reading, track=partial(track, "reading")), facts


def _rendered(plan: Plan, config: Config, site: Path, track: Track) -> list[OutputFile]:
    renderer = Renderer(
        _templates(site),
        plan.mastheads,
        language=config.language,
        read_body=partial(read_body, site=site),
        glossary=plan.glossary,
        orthography=config.orthography,
        sanitised=config.raw_html is RawHtml.SANITISE,
    )
    files: list[OutputFile] = []
    problems: dict[str, SitegenError] = {}
    for page in track("rendering", plan.pages):
        try:
            files.append(renderer.render(page))
        except SitegenError as error:
            problems[str(error)] = error
    raise_all(list(problems.values()))
    return files


def _templates(site: Path) -> list[Path]:
    """The folders of templates, the site's before sitegen's own."""
    return [site / "templates", theme("templates")]


def _static_files(site: Path) -> Iterable[Copy]:
    """The files of static/, the site's before sitegen's own of the same name."""
    found: dict[str, Copy] = {}
    for folder in (theme("static"), site / "static"):
        for file in sorted(folder.rglob("*")):
            path = file.relative_to(folder).as_posix()
            if file.is_file() and not any(part.startswith(".") and part != ".well-known" for part in path.split("/")):
                found[path] = Copy(path=path, file=str(file.relative_to(site) if file.is_relative_to(site) else file))
    return found.values()


def _copied(plan: Plan, site: Path) -> Iterable[OutputFile]:
    for copy in plan.copies:
        try:
            yield OutputFile(path=copy.path, content=(site / copy.file).read_bytes())
        except OSError as error:
            raise ContentError(f"cannot be read: {error.strerror}", place=Place(copy.file)) from error


def _redirects(plan: Plan) -> Iterable[OutputFile]:
    """Write old and new addresses for hosts that read such a list."""
    if plan.redirects:
        lines = "".join(f"{old} {new} 301\n" for old, new in plan.redirects)
        yield OutputFile(path="_redirects", content=lines.encode())
