"""Take in what workers make of sheets: files, and what each article gives to the index and to the data."""

from collections.abc import Iterable
from itertools import islice

from sitegen.builder.gathering import Gathering
from sitegen.builder.indexing import Indexing
from sitegen.builder.kitchen import Made, Spelled
from sitegen.cache import EntryRow, LineRow
from sitegen.chinese import known_slugs
from sitegen.errors import SitegenError, raise_all
from sitegen.writer import Staged


class Taking:
    """Takes in results in the order of the sheets; what is wrong with any of them is told together."""

    def __init__(self, results: Iterable[Made], indexing: Indexing | None, gathering: Gathering | None) -> None:
        self._results = iter(results)
        self._indexing = indexing
        self._gathering = gathering
        self._problems: dict[str, SitegenError] = {}
        self.staged: list[Staged] = []

    def take(self, count: int | None = None) -> None:
        """Take in what is made of the next sheets, or of all that are left, and have entries and lines kept."""
        for each in islice(self._results, count):
            self._take(each)
        if self._problems:
            self._raise()
        for taker in (self._indexing, self._gathering):
            if taker:
                taker.flush()

    def _take(self, made: Made) -> None:
        for one in made:
            if isinstance(one, SitegenError):
                self._problems[str(one)] = one
            elif isinstance(one, EntryRow):
                if self._indexing:
                    self._indexing.add(one)
            elif isinstance(one, LineRow):
                if self._gathering:
                    self._gathering.add(one)
            elif isinstance(one, Spelled):
                known_slugs.update(one.slugs)
            else:
                self.staged.append(one)

    def _raise(self) -> None:
        for each in self._results:
            self._take(each)
        raise_all(list(self._problems.values()))
