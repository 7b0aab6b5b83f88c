"""Plan the page of each article."""

from collections.abc import Iterator

from sitegen.model import Article, ArticleSheet, Lead, Place, Text, TombstoneSheet
from sitegen.planner.again import source_of
from sitegen.planner.archive import crumbs_of
from sitegen.planner.cards import card_of
from sitegen.planner.related import related_to
from sitegen.planner.shelf import Neighbours, Shelf
from sitegen.planner.targets import targets_of
from sitegen.planner.visibility import mark_of
from sitegen.planner.words import NO_NOTE


def article_sheets(shelf: Shelf) -> Iterator[ArticleSheet]:
    """Plan a page for each article that is in lists."""
    return (article_sheet(shelf, at) for at in range(len(shelf.articles)))


def article_sheet(shelf: Shelf, at: int) -> ArticleSheet:
    """Plan the page of the article `at` a place in the order of time, with its neighbours there."""
    article = shelf.articles[at]
    neighbours = (_dated(shelf, at - 1), _dated(shelf, at + 1)) if article.date else (None, None)
    return _sheet(shelf, article, *neighbours, related_to(shelf, at, *neighbours, *_in_series(shelf, article)))


def _dated(shelf: Shelf, at: int) -> Lead | None:
    """The way to the article at a place, where there is one and it has a date."""
    article = shelf.articles[at] if 0 <= at < len(shelf.articles) else None
    return shelf.leads[article.file] if article and article.date else None


def tombstones(shelf: Shelf) -> Iterator[TombstoneSheet]:
    """Plan what stands at the address of a withdrawn article, and where something was once and is gone."""
    for each in shelf.withdrawn:
        if each.withdrawn:
            yield TombstoneSheet(route=shelf.routes[each.file], note=each.withdrawn)
    yield from (TombstoneSheet(route=route, note=NO_NOTE) for route in sorted(shelf.history.gone))


def _sheet(
    shelf: Shelf, article: Article, earlier: Lead | None, later: Lead | None, related: tuple[Lead, ...]
) -> ArticleSheet:
    file, route = article.file, shelf.routes[article.file]
    targets = targets_of(shelf, article.references, article.cover)
    return ArticleSheet(
        route=route,
        article=article,
        body=article.body,
        breadcrumbs=crumbs_of(article.date),
        terms=_terms(shelf, article),
        series=tuple(map(_place, shelf.series.get(file, ()))),
        related=related,
        earlier=earlier,
        later=later,
        targets=targets,
        mark=mark_of(article, shelf.visibility),
        publisher=shelf.facts.title,
        beside=shelf.facts.keeping.beside,
        first=shelf.history.firsts.get(source_of(file)),
        card=card_of(shelf.facts, article, route, targets),
    )


def _terms(shelf: Shelf, article: Article) -> tuple[tuple[str, Text, tuple[tuple[Lead, ...], ...]], ...]:
    """The terms of each taxonomy in the order written, each as the way that leads to it from the widest."""
    return tuple(
        (key, shelf.groups[key].taxonomy.name, tuple([shelf.groups[key].by_key[each.key].trail for each in assigned]))
        for key, assigned in article.terms
    )


def _in_series(shelf: Shelf, article: Article) -> Iterator[Lead | None]:
    """The articles before and after one in its series."""
    for here in shelf.series.get(article.file, ()):
        yield from (here.previous, here.following)


def _place(here: Neighbours) -> Place:
    note = here.group.note
    is_far = here.previous is not None and here.first != here.previous
    summary, first = note.summary if note else None, here.first if is_far else None
    return Place(here.group.lead, here.number, here.previous, here.following, summary, first)
