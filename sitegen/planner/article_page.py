"""The sheet of an article → its page in one script."""

from sitegen.model import ArticlePage, ArticleSheet, Credit, Link, Place, RoughDate, SeriesBox, Text
from sitegen.planner.beside import files_beside
from sitegen.planner.citation import cite
from sitegen.planner.days import day_lead
from sitegen.planner.view import View

IN_THEIR_OWN_PLACE = {"authors", "sources", "places", "tags", "series"}
"""Taxonomies that an article page shows each in a way of its own."""

Trails = dict[str, tuple[tuple[Link, ...], ...]]
"""The way to each term of an article, by taxonomy."""


def article_page(sheet: ArticleSheet, view: View) -> ArticlePage:
    """Make the page of an article."""
    article = sheet.article
    trails = {key: tuple([view.links(trail) for trail in trails]) for key, _, trails in sheet.terms}
    authors, sources = _credits(sheet, trails, "authors"), _credits(sheet, trails, "sources")
    return ArticlePage(
        **view.frame(sheet.route, article.title, article.summary, sheet.breadcrumbs),
        subtitle=article.subtitle,
        prose=view.prose(sheet.body, sheet.targets),
        date=article.date,
        same_day=_same_day(article.date, view),
        updated=article.updated,
        characters=article.characters,
        authors=authors,
        sources=sources,
        places=trails.get("places", ()),
        tags=tuple([trail[-1] for trail in trails.get("tags", ())]),
        other_terms=_other_terms(sheet, trails),
        series=tuple(_series_box(each, view) for each in sheet.series),
        cover=view.figure(article.cover, sheet.targets),
        related=view.links(sheet.related),
        earlier=view.link_or_none(sheet.earlier),
        later=view.link_or_none(sheet.later),
        corrections=article.corrections,
        rights=article.rights,
        edition=article.edition,
        origin=article.origin,
        citation=_citation(sheet, authors, sources),
        beside=files_beside(sheet.beside, sheet.route, view),
        mark=sheet.mark,
        card=view.urls.href(sheet.card) if sheet.card else None,
        extra=article.extra,
    )


def _citation(sheet: ArticleSheet, authors: tuple[Credit, ...], sources: tuple[Credit, ...]) -> tuple[Text, ...]:
    article = sheet.article
    return cite(
        title=article.title,
        subtitle=article.subtitle,
        authors=authors,
        sources=sources,
        date=article.date,
        edition=article.edition,
        publisher=sheet.publisher,
    )


def _series_box(here: Place, view: View) -> SeriesBox:
    return SeriesBox(
        link=view.link(here.series),
        number=here.number,
        previous=view.link_or_none(here.previous),
        following=view.link_or_none(here.following),
        summary=here.summary,
        first=view.link_or_none(here.first),
    )


def _same_day(date: RoughDate | None, view: View) -> Link | None:
    return view.link(day_lead(date.month, date.day)) if date and date.month and date.day else None


def _credits(sheet: ArticleSheet, trails: Trails, key: str) -> tuple[Credit, ...]:
    assigned = sheet.article.assigned(key)
    return tuple(
        Credit(link=trail[-1], role=each.role) for each, trail in zip(assigned, trails.get(key, ()), strict=True)
    )


def _other_terms(sheet: ArticleSheet, trails: Trails) -> tuple[tuple[Text, tuple[Link, ...]], ...]:
    names = [(key, name) for key, name, _ in sheet.terms if key not in IN_THEIR_OWN_PLACE]
    return tuple((name, tuple(trail[-1] for trail in trails[key])) for key, name in names)
