"""Lay a sheet out for one script: nothing but the sheet and the addresses of the script is at hand."""

from itertools import chain, repeat
from typing import assert_never

from sitegen.model import (
    AnySheet,
    ArchivePage,
    ArchiveSheet,
    ArticlePage,
    ArticleSheet,
    Card,
    Credit,
    FrontList,
    FrontPage,
    FrontSheet,
    Link,
    ListPage,
    ListSheet,
    NotFoundPage,
    NotFoundSheet,
    Page,
    Pager,
    Place,
    ProsePage,
    ProseSheet,
    RedirectPage,
    RedirectSheet,
    SeriesBox,
    TermsPage,
    TermsSheet,
    Text,
    TombstonePage,
    TombstoneSheet,
)
from sitegen.planner.citation import cite
from sitegen.planner.view import View
from sitegen.planner.words import MOVED, NOT_FOUND, NOTHING, WITHDRAWN

IN_THEIR_OWN_PLACE = {"authors", "sources", "places", "tags", "series"}
"""Taxonomies that an article page shows each in a way of its own."""


def lay_out(sheet: AnySheet, view: View) -> Page:
    """Make the page of one script."""
    match sheet:
        case ArticleSheet():
            return _article(sheet, view)
        case ListSheet():
            return _list(sheet, view)
        case TombstoneSheet():
            return TombstonePage(**view.frame(sheet.route, WITHDRAWN, sheet.note.text), note=sheet.note)
        case FrontSheet():
            return _front(sheet, view)
        case TermsSheet():
            frame = view.frame(sheet.route, sheet.title, NOTHING, sheet.breadcrumbs)
            return TermsPage(**frame, terms=view.term_links(sheet.terms))
        case ArchiveSheet():
            return _archive(sheet, view)
        case ProseSheet():
            frame = view.frame(sheet.route, sheet.source.title, sheet.source.summary)
            return ProsePage(**frame, prose=view.prose(sheet.body, sheet.targets))
        case RedirectSheet():
            return _redirect(sheet, view)
        case NotFoundSheet():
            return NotFoundPage(**view.frame(sheet.route, NOT_FOUND, NOTHING))
        case _:
            assert_never(sheet)


def _article(sheet: ArticleSheet, view: View) -> ArticlePage:
    article = sheet.article
    trails = {key: tuple([view.links(trail) for trail in trails]) for key, _, trails in sheet.terms}
    authors, sources = _credits(sheet, trails, "authors"), _credits(sheet, trails, "sources")
    return ArticlePage(
        **view.frame(sheet.route, article.title, article.summary, sheet.breadcrumbs),
        subtitle=article.subtitle,
        prose=view.prose(sheet.body, sheet.targets),
        date=article.date,
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
        citation=cite(
            title=article.title,
            subtitle=article.subtitle,
            authors=authors,
            sources=sources,
            date=article.date,
            edition=article.edition,
            publisher=sheet.publisher,
        ),
        mark=sheet.mark,
        extra=article.extra,
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


def _credits(sheet: ArticleSheet, trails: dict[str, tuple[tuple[Link, ...], ...]], key: str) -> tuple[Credit, ...]:
    assigned = sheet.article.assigned(key)
    return tuple(
        Credit(link=trail[-1], role=each.role) for each, trail in zip(assigned, trails.get(key, ()), strict=True)
    )


def _other_terms(
    sheet: ArticleSheet, trails: dict[str, tuple[tuple[Link, ...], ...]]
) -> tuple[tuple[Text, tuple[Link, ...]], ...]:
    names = [(key, name) for key, name, _ in sheet.terms if key not in IN_THEIR_OWN_PLACE]
    return tuple((name, tuple(trail[-1] for trail in trails[key])) for key, name in names)


def _front(sheet: FrontSheet, view: View) -> FrontPage:
    lists = (FrontList(link=view.link(lead), terms=view.term_links(terms)) for lead, terms in sheet.lists)
    return FrontPage(
        **view.frame(sheet.route, sheet.title, sheet.description),
        newest=tuple(map(view.card, sheet.newest)),
        lists=tuple(lists),
    )


def _list(sheet: ListSheet, view: View) -> ListPage:
    return ListPage(
        **view.frame(sheet.route, sheet.title, sheet.description, sheet.breadcrumbs),
        kind=sheet.kind,
        cards=_cards(sheet, view),
        pager=_pager(sheet, view),
        intro=view.prose(sheet.body, sheet.targets) if sheet.body else None,
        cover=view.figure(sheet.cover, sheet.targets),
        children=view.term_links(sheet.children),
    )


def _cards(sheet: ListSheet, view: View) -> tuple[Card, ...]:
    return tuple(map(view.card, sheet.entries, chain(sheet.numbers, repeat(None))))


def _pager(sheet: ListSheet, view: View) -> Pager | None:
    if sheet.pages is None:
        return None
    to = view.urls.href
    pages = sheet.pages
    return Pager(
        number=pages.number,
        is_head=pages.is_head,
        parts=tuple((number, to(route)) for number, route in pages.near),
        newest=to(pages.newest) if pages.newest else None,
        newer=to(pages.newer) if pages.newer else None,
        older=to(pages.older) if pages.older else None,
        oldest_first=pages.oldest_first,
    )


def _archive(sheet: ArchiveSheet, view: View) -> ArchivePage:
    return ArchivePage(
        **view.frame(sheet.route, sheet.title, NOTHING, sheet.breadcrumbs),
        years=tuple((view.term_link(year), view.term_links(months)) for year, months in sheet.years),
        cards=tuple(map(view.card, sheet.entries)),
        undated=view.term_link(sheet.undated) if sheet.undated else None,
    )


def _redirect(sheet: RedirectSheet, view: View) -> RedirectPage:
    frame = view.frame(sheet.route, MOVED, NOTHING)
    frame |= {"alternates": (), "canonical": view.urls.absolute(sheet.target)}
    return RedirectPage(**frame, target=view.urls.href(sheet.target))
