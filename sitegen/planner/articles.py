"""Plan the page of each article."""

from collections.abc import Iterator

from sitegen.model import Article, ArticlePage, Credit, Link, SeriesBox, Text, TombstonePage
from sitegen.planner.shelf import Neighbours
from sitegen.planner.urls import UNDATED, month_route, year_route
from sitegen.planner.view import View
from sitegen.planner.visibility import mark_of
from sitegen.planner.words import UNDATED as UNDATED_NAME
from sitegen.planner.words import WITHDRAWN, word

IN_THEIR_OWN_PLACE = {"authors", "sources", "places", "tags", "series"}
"""Taxonomies that an article page shows each in a way of its own."""


def article_pages(view: View) -> Iterator[ArticlePage]:
    """Plan a page for each article that is in lists, with its neighbours in time."""
    articles = view.shelf.articles
    around = [None, *(a if a.date else None for a in articles), None]
    for article, earlier, later in zip(articles, around, around[2:], strict=False):
        neighbours = (earlier, later) if article.date else (None, None)
        yield _page(view, article, *neighbours)


def tombstones(view: View) -> Iterator[TombstonePage]:
    """Plan what stands at the address of a withdrawn article."""
    for article in view.shelf.withdrawn:
        if article.withdrawn:
            frame = view.frame(view.shelf.routes[article.file], WITHDRAWN, article.withdrawn.text)
            yield TombstonePage(**frame, note=article.withdrawn)


def _page(view: View, article: Article, earlier: Article | None, later: Article | None) -> ArticlePage:
    return ArticlePage(
        **view.frame(view.shelf.routes[article.file], article.title, article.summary),
        breadcrumbs=_breadcrumbs(view, article),
        subtitle=article.subtitle,
        prose=view.prose(article.body, article.references),
        date=article.date,
        updated=article.updated,
        characters=article.characters,
        authors=_credits(view, article, "authors"),
        sources=_credits(view, article, "sources"),
        places=tuple(view.trail(each, "places") for each in article.assigned("places")),
        tags=_terms(view, article, "tags"),
        other_terms=_other_terms(view, article),
        series=tuple(_series_box(view, each) for each in view.shelf.series.get(article.file, ())),
        cover=view.figure(article.cover),
        related=_related(view, article),
        earlier=view.article_link(earlier),
        later=view.article_link(later),
        corrections=article.corrections,
        rights=article.rights,
        edition=article.edition,
        mark=mark_of(article, view.shelf.visibility),
        extra=article.extra,
    )


def _breadcrumbs(view: View, article: Article) -> tuple[Link, ...]:
    """Lead to an article by its date: the year, then the month."""
    if not article.date:
        return (view.link(UNDATED_NAME, UNDATED),)
    year, month = article.date.year, article.date.month
    crumbs = (view.link(word(f"{year}年"), year_route(year)),)
    if not month:
        return crumbs
    return (*crumbs, view.link(word(f"{int(month)}月"), month_route(year, month)))


def _credits(view: View, article: Article, taxonomy: str) -> tuple[Credit, ...]:
    return tuple(Credit(link=view.trail(each, taxonomy)[-1], role=each.role) for each in article.assigned(taxonomy))


def _terms(view: View, article: Article, taxonomy: str) -> tuple[Link, ...]:
    return tuple(view.trail(each, taxonomy)[-1] for each in article.assigned(taxonomy))


def _other_terms(view: View, article: Article) -> tuple[tuple[Text, tuple[Link, ...]], ...]:
    names = {each.taxonomy.key: each.taxonomy.name for each in view.shelf.groups}
    own = [key for key, _ in article.terms if key not in IN_THEIR_OWN_PLACE]
    return tuple((names[key], _terms(view, article, key)) for key in own)


def _related(view: View, article: Article) -> tuple[Link, ...]:
    """Link to what the editor named, as far as it is shown."""
    shown = [a for a in view.shelf.relations.get(article.file, ()) if a.file in view.shelf.routes and not a.withdrawn]
    return tuple(view.link(each.title, view.shelf.routes[each.file]) for each in shown)


def _series_box(view: View, here: Neighbours) -> SeriesBox:
    return SeriesBox(
        link=view.link(here.group.name, here.group.route),
        number=here.number,
        previous=view.article_link(here.previous),
        following=view.article_link(here.following),
    )
