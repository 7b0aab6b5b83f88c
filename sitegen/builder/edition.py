"""The site as it stands at one moment, while it is being written: every file of it, made when it is asked for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sitegen.builder.assets import Asset, bytes_of
from sitegen.builder.developing import develop_one
from sitegen.builder.equipment import Equipment
from sitegen.builder.hosting import HEADERS, headers_of
from sitegen.builder.leading import redirect_lists
from sitegen.builder.together import Together
from sitegen.model import (
    AnySheet,
    ArticleSheet,
    Copy,
    ListSheet,
    Plan,
    ProseSheet,
    Script,
    SiteFacts,
    Text,
)
from sitegen.planner import Finder, WholePlanNeeded, route_of, scripts_of

Make = Callable[[], bytes]
"""Makes a file that is no page."""

Page = tuple[AnySheet, Script]
"""What a page shows, and the script that it is in."""


class Answer(NamedTuple):
    """A file of the site: its bytes; of a page the file that its author wrote, and why readers would not see it yet."""

    path: str
    content: bytes
    source: str = ""
    mark: Text | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """Makes the file at a path. Until the whole site is planned, a `finder` plans what is asked for, as far as it can tell.

    `files` are those that are no pages. `partly` says how many articles it was made from, of how many, where these are not all; `together` answers for
    the files that are made of many others.
    """

    equipment: Equipment
    files: Mapping[str, Make]
    pages: Mapping[str, Page] | None = None
    finder: Finder | None = None
    partly: tuple[int, int] | None = None
    together: Together | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all files of the site are known."""
        return self.pages is not None

    def find(self, path: str) -> Page | Make | None:
        """What the file at a path is made of; None where there is no such file, or an edition that is not whole cannot tell."""
        if path in self.files:
            return self.files[path]
        return self.pages.get(path) if self.pages is not None else self._asked(path)

    def make(self, path: str, of: Page | Make) -> Answer:
        """Make the file at a path; raise what is wrong with it."""
        if callable(of):
            return Answer(path, of())
        sheet, script = of
        return Answer(path, self.equipment.render(sheet, script), *written(sheet))

    def _asked(self, path: str) -> Page | None:
        if self.finder is None:
            return None
        script, inside = self._script_of(path)
        try:
            sheet = self.finder.sheet_at(route_of(inside))
        except WholePlanNeeded:
            return None
        return (sheet, script) if sheet else None

    def _script_of(self, path: str) -> tuple[Script, str]:
        """The script that a path belongs to, and the path inside its part of the site."""
        first, *others = self.equipment.views.items()
        for script, view in others:
            if path.startswith(folder := f"{view.urls.prefix.lstrip('/')}/"):
                return script, path[len(folder) :]
        return first[0], path


def pages_of_sheets(sheets: Iterable[AnySheet], equipment: Equipment) -> dict[str, Page]:
    """The pages of sheets by the paths of their files."""
    views = equipment.views
    return {
        views[script].urls.file(sheet.route): (sheet, script)
        for sheet in sheets
        for script in scripts_of(sheet, tuple(views))
    }


def fixed_files(copies: Iterable[Copy], assets: Iterable[Asset], facts: SiteFacts, site: Path) -> dict[str, Make]:
    """What is published as it is, the style sheets and scripts under their content, and what hosts are to say with them."""
    made: dict[str, Make] = {each.path: partial(bytes_of, each, site) for each in copies}
    if facts.keeping.headers and HEADERS not in made:
        made[HEADERS] = partial(headers_of, facts.base_path, [each.path for each in assets])
    return made | {each.path: partial(bytes, each.content) for each in assets}


def other_files(plan: Plan, assets: Iterable[Asset], site: Path) -> dict[str, Make]:
    """Every file of a plan that is no page, and is made of nothing else."""
    made = fixed_files(plan.copies, assets, plan.facts, site)
    made |= {each.path: partial(develop_one, each, site) for each in plan.derived}
    return made | {path: partial(bytes, lines) for path, lines in redirect_lists(plan).items()}


def written(sheet: AnySheet) -> tuple[str, Text | None]:
    """The file that the author of a page wrote, and why readers would not see the page yet or any more."""
    match sheet:
        case ArticleSheet():
            return sheet.article.file, sheet.mark
        case ProseSheet():
            return sheet.source.file, None
        case ListSheet(body=body) if body:
            return body.file, None
        case _:
            return "", None
