"""Put edited and added articles into the catalogue of the last plan, and tell which sheets that may touch.

Rather too much is told than too little: a sheet that shows what it showed before has the fingerprint that it had. Where an edit
may touch sheets that nobody can name from the catalogue, the whole site is planned.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.model import Article, Catalogue, KeptTerm, Key, SiteFacts, Standing, Text, Visibility
from sitegen.planner.again import marks_of, source_of
from sitegen.planner.named import names_of
from sitegen.planner.related import EARLIER, LATER
from sitegen.planner.related import TAXONOMY as RELATING
from sitegen.planner.shelf import SERIES, standing_of
from sitegen.planner.taxonomy import most_written
from sitegen.planner.urls import article_route
from sitegen.planner.visibility import mark_of

Term = tuple[str, Key]


class WholePlanNeeded(Exception):  # noqa: N818  # no error: the way that is always right
    """An edit may touch more than can be told; the message says why."""


class Edit(NamedTuple):
    """An article as the last build knew it, None where it is new, and as it is."""

    before: Article | None
    after: Article


@dataclass(slots=True)
class Touched:
    """What edits may show on: pages of articles, by file; lists of terms, from a place in them on; dates, as they are written.

    `lengths` are those of the lists before. `edited` are the files of the articles that were edited or added, `moved` the places
    in time where one came or went.
    """

    articles: set[str] = field(default_factory=set)
    terms: dict[Term, int] = field(default_factory=dict)
    lengths: dict[Term, int] = field(default_factory=dict)
    dates: set[str] = field(default_factory=set)
    edited: set[str] = field(default_factory=set)
    moved: list[Standing] = field(default_factory=list)


def amend(catalogue: Catalogue, edits: Iterable[Edit], facts: SiteFacts, visibility: Visibility) -> Touched:
    """Change the catalogue as the edits ask; after a WholePlanNeeded it is of no use any more."""
    amending = _Amending(catalogue)
    for before, after in edits:
        amending.touched.edited.add(after.file)
        if before and _shown_elsewhere(before) == _shown_elsewhere(after):
            amending.touched.articles.add(after.file)
        else:
            _refuse_what_reaches_far(before, after, catalogue, facts, visibility)
            amending.put(before, after)
    return amending.touched


def _shown_elsewhere(article: Article) -> tuple[object, ...]:
    """What other pages than its own may show of an article, or where they lead for it."""
    return (
        article.slug, article.date, article.title, article.summary, article.terms, article.cover, article.draft,
        article.expires, article.withdrawn, article.aliases, article.related,
    )  # fmt: skip


def _refuse_what_reaches_far(
    before: Article | None, after: Article, catalogue: Catalogue, facts: SiteFacts, visibility: Visibility
) -> None:
    """Plan the whole site where pages may be touched that the catalogue does not tell of."""
    for each in filter(None, (before, after)):
        if _may_be_seen_later(each, visibility) or each.expires or each.withdrawn or each.aliases or each.related:
            raise WholePlanNeeded(f"{each.file} is not an article like any other")
    routes = {article_route(facts.article_url, each.slug, each.date) for each in (before or after, after)}
    if len(routes) > 1:
        raise WholePlanNeeded(f"{after.file} has another address than before")
    if before and before.cover != after.cover and not routes.isdisjoint(catalogue.aliases.values()):
        raise WholePlanNeeded(f"the card of {after.file} may have stood at an old address")
    if before is None and not catalogue.awaited.isdisjoint({source_of(after.file), *marks_of(after).split("-")}):
        raise WholePlanNeeded(f"{after.file} may be what stood at an old address")
    if before is None and (names_of(after) & catalogue.relations.names or _is_awaited(after, catalogue.lost)):
        raise WholePlanNeeded(f"something leads to {after.file} already")


def _may_be_seen_later(article: Article, visibility: Visibility) -> bool:
    """Whether an article is hidden, or time makes another of it; a draft that is shown is an article like any other."""
    is_shown_draft = article.draft and visibility.drafts
    is_future = article.date is not None and article.date.start > visibility.now
    return is_future or (mark_of(article, visibility) is not None and not is_shown_draft)


def _is_awaited(article: Article, lost: Iterable[str]) -> bool:
    return any(target == article.file or (target.startswith("/") and article.slug in target) for target in lost)


class _Amending:
    """Keeps the order of time and the places under each term in step, one article after the other."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._standing = catalogue.standing
        self._terms = {(key, term.key): term for key, kept in catalogue.taxonomies.items() for term in kept.terms}
        self.touched = Touched()

    def put(self, before: Article | None, after: Article) -> None:
        if before and any(
            kept.witness == source_of(before.file)
            for term, kept in self._under(before).items()
            if term not in self._under(after)
        ):
            raise WholePlanNeeded(f"a term is told again by {before.file}, which leaves it")
        if (
            before
            and standing_of(before) == standing_of(after)
            and self._under(before).keys() == self._under(after).keys()
        ):
            self._renew(after)
        else:
            if before:
                self._take(before)
            self._insert(after)
        self._rename(before, after)

    def _renew(self, article: Article) -> None:
        """Show an article that stays where it was by other words."""
        at = self._at(article)
        self._touch_around(article, at)
        for term, kept in self._under(article).items():
            place = bisect_left(kept.places, at)
            self._touch_list(term, place, kept.places[max(0, place - LATER) : place + EARLIER + 1])

    def _take(self, article: Article) -> None:
        at = self._at(article)
        self._touch_around(article, at)
        for term, kept in self._under(article).items():
            place = bisect_left(kept.places, at)
            self._touch_list(term, place, kept.places[max(0, place - LATER) :])
            del kept.places[place]
        del self._standing[at]
        self._shift(at, -1)
        self.touched.moved.append(standing_of(article))

    def _insert(self, article: Article) -> None:
        standing = standing_of(article)
        at = bisect_left(self._standing, standing)
        self._shift(at, 1)
        self._standing.insert(at, standing)
        self.touched.moved.append(standing)
        self._touch_around(article, at)
        for term, kept in self._under(article).items():
            place = bisect_left(kept.places, at)
            self.touched.lengths.setdefault(term, len(kept.places))
            kept.places.insert(place, at)
            self._touch_list(term, place, kept.places[max(0, place - LATER) :])

    def _at(self, article: Article) -> int:
        standing = standing_of(article)
        at = bisect_left(self._standing, standing)
        if self._standing[at : at + 1] != [standing]:
            raise WholePlanNeeded(f"{article.file} was not shown before")
        return at

    def _shift(self, at: int, by: int) -> None:
        """Count every place from `at` on anew."""
        for kept in self._terms.values():
            if kept.places and kept.places[-1] >= at:
                first = bisect_left(kept.places, at)
                kept.places[first:] = [place + by for place in kept.places[first:]]

    def _under(self, article: Article) -> dict[Term, KeptTerm]:
        """Every term that an article is listed under."""
        terms = {
            (taxonomy, each.key[:depth])
            for taxonomy, assigned in article.terms
            for each in assigned
            for depth in range(1, len(each.key) + 1)
        }
        if not terms <= self._terms.keys():
            raise WholePlanNeeded(f"a term of {article.file} is new")
        return {term: self._terms[term] for term in terms}

    def _touch_around(self, article: Article, at: int) -> None:
        self.touched.articles.update(near.file for near in self._standing[max(0, at - 1) : at + 2])
        self.touched.dates.add(article.date.iso if article.date else "")

    def _touch_list(self, term: Term, place: int, near: list[int]) -> None:
        """A list shows an article from a place on; those `near` it lead to it, and all of a series may be numbered anew."""
        self.touched.lengths.setdefault(term, len(self._terms[term].places))
        if term[0] == SERIES:
            place, near = 0, self._terms[term].places
        if term[0] in {RELATING, SERIES}:
            self.touched.articles.update(self._standing[each].file for each in near)
        self.touched.terms[term] = min(self.touched.terms.get(term, place), place)

    def _rename(self, before: Article | None, after: Article) -> None:
        """Count how terms are written; one that is called otherwise now is on pages that nobody can name."""
        for article, by in ((before, -1), (after, 1)):
            for term, name, spelled in _written(article):
                kept = self._terms[term]
                counts = Counter(dict(kept.names))
                counts[name] += by
                kept.names = [pair for pair in counts.items() if pair[1]]
                if spelled != kept.spelled:
                    raise WholePlanNeeded(f"{name} is spelled in another way")
        for article in filter(None, (before, after)):
            for kept in self._under(article).values():
                if not kept.places or not _is_called_as_before(kept):
                    raise WholePlanNeeded(f"{kept.lead.text} is gone, or written in another way by most")


def _is_called_as_before(term: KeptTerm) -> bool:
    return term.is_titled or most_written(dict(term.names)) == term.lead.text


def _written(article: Article | None) -> Iterator[tuple[Term, Text, str]]:
    """Each term of an article as it is written there, and how that is spelled."""
    for taxonomy, assigned in article.terms if article else ():
        for each in assigned:
            for depth, part in enumerate(each.path, start=1):
                yield (taxonomy, each.key[:depth]), part.name, part.slug
