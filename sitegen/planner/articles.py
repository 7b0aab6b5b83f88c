"""Plan the page of each article."""

from collections.abc import Iterator

from sitegen.model import Article, ArticleSheet, Lead, Place, Text, TombstoneSheet
from sitegen.planner.archive import crumbs_of
from sitegen.planner.related import Related
from sitegen.planner.shelf import Neighbours, Shelf
from sitegen.planner.targets import targets_of
from sitegen.planner.visibility import mark_of


def article_sheets(shelf: Shelf) -> Iterator[ArticleSheet]:
    """Plan a page for each article that is in lists, with its neighbours in time."""
    articles = shelf.articles
    around = [None, *(shelf.leads[a.file] if a.date else None for a in articles), None]
    related = Related(shelf)
    for article, earlier, later in zip(articles, around, around[2:], strict=False):
        neighbours = (earlier, later) if article.date else (None, None)
        beside = (*neighbours, *_in_series(shelf, article))
        yield _sheet(shelf, article, *neighbours, related.to(article, *beside))


def tombstones(shelf: Shelf) -> Iterator[TombstoneSheet]:
    """Plan what stands at the address of a withdrawn article."""
    for each in shelf.withdrawn:
        if each.withdrawn:
            yield TombstoneSheet(route=shelf.routes[each.file], note=each.withdrawn)


def _sheet(
    shelf: Shelf, article: Article, earlier: Lead | None, later: Lead | None, related: tuple[Lead, ...]
) -> ArticleSheet:
    file = article.file
    return ArticleSheet(
        route=shelf.routes[file],
        article=article,
        body=article.body,
        breadcrumbs=crumbs_of(article.date),
        terms=_terms(shelf, article),
        series=tuple(map(_place, shelf.series.get(file, ()))),
        related=related,
        earlier=earlier,
        later=later,
        targets=targets_of(shelf, article.references, article.cover),
        mark=mark_of(article, shelf.visibility),
        publisher=shelf.facts.title,
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
    is_far = here.previous is not None and here.first is not here.previous
    summary, first = note.summary if note else None, here.first if is_far else None
    return Place(here.group.lead, here.number, here.previous, here.following, summary, first)
