"""The index of the search while a site is being written: made of all articles when somebody searches, and again where one differs."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from threading import Lock

from msgspec import json

from sitegen.builder.entering import entry_from
from sitegen.builder.equipment import Equipment
from sitegen.builder.kitchen import ready_script
from sitegen.model import INDEX, AnySheet, ArticlePage, ArticleSheet, Script
from sitegen.planner import lay_out, standing_of
from sitegen.search import Entry
from sitegen.search.whole import index_files

FOLDER = f"{INDEX.rpartition('/')[0]}/"

LARGEST = 2_000
"""Articles of a site that can be searched before it is built: of more the index takes longer than anybody waits."""


def is_of_index(path: str) -> bool:
    """Whether a path is that of a file of the index."""
    return path.startswith(FOLDER) and not path.endswith(".html")


def sheets_of_articles(pages: Mapping[str, tuple[AnySheet, Script]]) -> dict[str, ArticleSheet]:
    """The sheets of articles among pages, by the files of the articles."""
    return {each.article.file: each for each, _ in pages.values() if isinstance(each, ArticleSheet)}


class Index:
    """The files of the index of an edition. What an article gave to the index `before` is not made again."""

    def __init__(
        self, equipment: Equipment, pages: Mapping[str, tuple[AnySheet, Script]], before: "Index | None" = None
    ) -> None:
        self._pages = pages
        self.equipment = equipment
        self.entries: Mapping[str, tuple[ArticleSheet, Entry]] = (
            before.entries if before and before.equipment is equipment else {}
        )
        self._files: Mapping[str, bytes] | None = None
        self._making = Lock()

    def file(self, path: str) -> bytes | None:
        """A file of the index; None where there is none, or the site is too large."""
        return self._all.get(path)

    @property
    def paths(self) -> AbstractSet[str]:
        """The paths of all its files."""
        return self._all.keys()

    @property
    def _all(self) -> Mapping[str, bytes]:
        with self._making:
            if self._files is None:
                self._files = self._made()
            return self._files

    def _made(self) -> Mapping[str, bytes]:
        articles = sheets_of_articles(self._pages)
        if len(articles) > LARGEST or not self.equipment.facts.search:
            return {}
        sheets = sorted(articles.values(), key=lambda sheet: standing_of(sheet.article))
        made = [(sheet.article.file, (sheet, self._entry(sheet))) for sheet in sheets]
        self.entries = dict(made)
        return {each.path: each.content for each in index_files([entry for _, (_, entry) in made])}

    def _entry(self, sheet: ArticleSheet) -> Entry:
        before = self.entries.get(sheet.article.file)
        if before and before[0] == sheet:
            return before[1]
        ready = ready_script(json.encode(sheet))
        laid = ((script, lay_out(sheet, view)) for script, view in self.equipment.views.items())
        pages = [(page, script is ready) for script, page in laid if isinstance(page, ArticlePage)]
        return entry_from(sheet, pages, self.equipment.of_all)
