"""Choose the articles that a reader of one may want next: local, so that a new article changes a handful of pages."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sitegen.model import Article, Lead
from sitegen.planner.shelf import Shelf

EARLIER = 3
LATER = 1
TAXONOMY = "tags"


def related_to(shelf: Shelf, at: int, *beside: Lead | None) -> tuple[Lead, ...]:
    """Lead to what the editor named, else, under the rarest tag of the article, to those next to it in time.

    How rare a tag is counts at the time of the article, which is the one `at` that place, so that later ones never change the
    choice. Only articles that are shown count; those `beside` it are led to already.
    """
    article = shelf.articles[at]
    named = shelf.relations.files.get(article.file)
    if named is not None:
        return tuple(shelf.leads[file] for file in named if file in shelf.leads)
    near = [shelf.leads[shelf.articles[other].file] for other in _near(shelf, article, at)]
    return tuple([each for each in near if not any(each is other for other in beside)])


def _near(shelf: Shelf, article: Article, here: int) -> Iterator[int]:
    groups = shelf.groups.get(TAXONOMY)
    under = (groups.by_key[each.key].places for each in article.assigned(TAXONOMY)) if groups else ()
    before = [(bisect_left(places, here), places) for places in under]
    rarest = min(before, key=_rarity, default=None)
    if rarest:
        at, places = rarest
        yield from places[at + 1 : at + 1 + LATER]
        yield from reversed(places[max(0, at - EARLIER) : at])


def _rarity(tag: tuple[int, Sequence[int]]) -> tuple[bool, int]:
    """Rank a tag by how many articles had it before; one that nobody had leads to none of them."""
    return not tag[0], tag[0]
