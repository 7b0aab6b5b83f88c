"""Choose the articles that a reader of one may want next: local, so that a new article changes a handful of pages."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from sitegen.model import Article, Lead
from sitegen.planner.shelf import Shelf
from sitegen.planner.taxonomy import Key

EARLIER = 3
LATER = 1
TAXONOMY = "tags"


class Related:
    """What the editor named; else, under the rarest tag of the article, those next to it in time.

    How rare a tag is counts at the time of the article, so that later ones never change the choice.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._places = {article.file: at for at, article in enumerate(shelf.articles)}
        groups = shelf.groups.get(TAXONOMY)
        self._under: dict[Key, list[int]] = defaultdict(list)
        for at, article in enumerate(shelf.articles if groups else ()):
            for each in article.assigned(TAXONOMY):
                self._under[each.key].append(at)

    def to(self, article: Article, *beside: Lead | None) -> tuple[Lead, ...]:
        """Lead to the related articles, as far as they are shown; those `beside` it are led to already."""
        named = self._shelf.relations.get(article.file)
        if named is not None:
            return tuple(self._shelf.leads[each.file] for each in named if each.file in self._shelf.leads)
        near = (self._shelf.leads[self._shelf.articles[at].file] for at in self._near(article))
        return tuple([each for each in near if not any(each is other for other in beside)])

    def _near(self, article: Article) -> Iterator[int]:
        here = self._places[article.file]
        under = (self._under[each.key] for each in article.assigned(TAXONOMY))
        before = [(bisect_left(places, here), places) for places in under]
        rarest = min(before, key=_rarity, default=None)
        if rarest:
            at, places = rarest
            yield from places[at + 1 : at + 1 + LATER]
            yield from reversed(places[max(0, at - EARLIER) : at])


def _rarity(tag: tuple[int, list[int]]) -> tuple[bool, int]:
    """Rank a tag by how many articles had it before; one that nobody had leads to none of them."""
    return not tag[0], tag[0]
