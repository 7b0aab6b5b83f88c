"""The archive as data while a site is being written: the files of a year are made of its articles when somebody asks for them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from zlib import decompress

from sitegen.builder.describing import described, resource_of, year_file, years_of
from sitegen.builder.equipment import Equipment
from sitegen.builder.lining import line_row
from sitegen.builder.searching import sheets_of_articles
from sitegen.dataset import Resource
from sitegen.model import AnySheet, ArticleSheet, Catalogue, Script
from sitegen.model.archived import FORMS, data_paths, year_path


class Data:
    """The files of the data of an edition, by path. What an article gave to the data `before` is not made again."""

    def __init__(
        self,
        equipment: Equipment,
        pages: Mapping[str, tuple[AnySheet, Script]],
        catalogue: Catalogue,
        before: "Data | None" = None,
    ) -> None:
        self._equipment = equipment
        self._pages = pages
        self._catalogue = catalogue
        self._known: dict[str, tuple[ArticleSheet, bytes]] = (
            before._known if before and before._equipment is equipment else {}  # noqa: SLF001  # of its own kind
        )

    @cached_property
    def paths(self) -> frozenset[str]:
        """The paths of all its files."""
        return frozenset(data_paths(self._years))

    def articles(self, path: str) -> int:
        """How many articles a file is made of."""
        year = self._of_years.get(path)
        return len(self._years[year[0]]) if year else len(self._catalogue.standing)

    def file(self, path: str) -> bytes:
        """One of its files."""
        return self._file(*self._of_years[path]) if path in self._of_years else self._descriptions[path]

    @cached_property
    def _sheets(self) -> Mapping[str, ArticleSheet]:
        return sheets_of_articles(self._pages)

    @cached_property
    def _years(self) -> Mapping[str, Sequence[str]]:
        return years_of(self._catalogue)

    @cached_property
    def _of_years(self) -> Mapping[str, tuple[str, str]]:
        return {year_path(year, form): (year, form) for year in self._years for form in FORMS}

    @cached_property
    def _descriptions(self) -> Mapping[str, bytes]:
        facts = self._equipment.facts
        return {each.path: each.content for each in described(self._resources(), self._catalogue, facts)}

    def _resources(self) -> Iterator[Resource]:
        for year, files in self._years.items():
            yield from (
                resource_of(year_file(year, form, self._lines(year), self._equipment.facts), len(files))
                for form in FORMS
            )

    def _file(self, year: str, form: str) -> bytes:
        return year_file(year, form, self._lines(year), self._equipment.facts).content

    def _lines(self, year: str) -> Iterator[bytes]:
        return (decompress(self._line(self._sheets[file])) for file in self._years[year])

    def _line(self, sheet: ArticleSheet) -> bytes:
        """The line of an article, packed as the cache keeps it."""
        known = self._known.get(sheet.article.file)
        if known is None or known[0] != sheet:
            equipment = self._equipment
            root = next(iter(equipment.views.values()))
            line = line_row(sheet, root, equipment.facts, equipment.of_all).line
            known = self._known[sheet.article.file] = sheet, line
        return known[1]
