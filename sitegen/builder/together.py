"""The files that are made of many others while a site is being written, each when it is asked for: index, data, smaller copies, manifest."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from threading import RLock

from sitegen.builder.equipment import Equipment
from sitegen.builder.searching import LARGEST, Index, is_of_index
from sitegen.builder.telling import Data
from sitegen.model import INDEX, AnySheet, Catalogue, Script
from sitegen.model.archived import MANIFEST
from sitegen.packing import Packing, packed
from sitegen.writer import digest_of_file, manifest_of

Plain = Callable[[str], bytes | None]
"""Makes a file of the site that is no such file; None where there is none."""


class TooLarge(LookupError):  # noqa: N818  # no error: a build makes it
    """There is such a file, made of so many articles that nobody would wait for it."""


class Together:
    """Such files of an edition. What articles gave to those of the edition `before` is not made again."""

    def __init__(
        self,
        equipment: Equipment,
        pages: Mapping[str, tuple[AnySheet, Script]],
        files: Iterable[str],
        catalogue: Catalogue,
        packing: Packing,
        before: "Together | None" = None,
    ) -> None:
        facts = equipment.facts
        self._plain, self._packing = (pages, files), packing
        self._has_search, self._has_manifest = facts.search, facts.keeping.manifest
        self._is_large = len(catalogue.standing) > LARGEST
        self.index: Index = Index(equipment, pages, before.index if before else None)
        data = before.data if before else None
        self.data: Data | None = Data(equipment, pages, catalogue, data) if facts.keeping.data else None
        self._manifest: bytes | None = None
        self._making = RLock()

    def file(self, path: str, plain: Plain) -> bytes | None:
        """The file at a path, of what `plain` makes; None where there is none."""
        with self._making:
            if path == MANIFEST and self._has_manifest:
                return self._listed(plain)
            found = self._of_articles(path)
            return self._copy(path, plain) if found is None else found

    def paths(self, plain: Plain) -> frozenset[str]:
        """The paths of all files of the site; where it has smaller copies, all are made for it."""
        with self._making:
            copied = self._all(plain) if self._packing.forms else ()
            manifest = [MANIFEST] if self._has_manifest else []
            return frozenset([*self._known(), *(path for path, _ in copied), *manifest])

    def _listed(self, plain: Plain) -> bytes:
        if self._is_large:
            raise TooLarge(MANIFEST)
        if self._manifest is None:
            self._manifest = manifest_of({path: digest_of_file(content) for path, content in self._all(plain)})
        return self._manifest

    def _known(self) -> Iterator[str]:
        """The paths of all files but copies and the manifest."""
        return chain(*self._plain, self.index.paths, self.data.paths if self.data else ())

    def _all(self, plain: Plain) -> Iterator[tuple[str, bytes]]:
        """All files of the site but the manifest, each made once."""
        for path in self._known():
            content = self._content(path, plain) or b""
            yield path, content
            yield from ((copy, packed(content, form)) for copy, form in self._packing.copies(path, len(content)))

    def _content(self, path: str, plain: Plain) -> bytes | None:
        """A file of the site that is neither a copy nor the manifest."""
        content = plain(path)
        return self._of_articles(path) if content is None else content

    def _copy(self, path: str, plain: Plain) -> bytes | None:
        """The smaller copy of a file, where a site has such copies and the file is worth one."""
        of, _, ending = path.rpartition(".")
        if ending not in self._packing.forms:
            return None
        content = self._content(of, plain) or b""
        form = dict(self._packing.copies(of, len(content))).get(path)
        return packed(content, form) if form else None

    def _of_articles(self, path: str) -> bytes | None:
        """A file of the index or of the data."""
        if self.data and path in self.data.paths:
            if self.data.articles(path) > LARGEST:
                raise TooLarge(path)
            return self.data.file(path)
        if path == INDEX and self._has_search and self._is_large:
            raise TooLarge(path)
        return self.index.file(path) if is_of_index(path) else None
