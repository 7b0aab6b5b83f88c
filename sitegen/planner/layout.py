"""Lay a sheet out for one script: nothing but the sheet and the addresses of the script is at hand."""

from itertools import chain, repeat
from typing import assert_never

from sitegen.model import (
    AllSeriesSheet,
    AnySheet,
    ArchiveSheet,
    ArticleSheet,
    BesideSheet,
    Card,
    CardSheet,
    ChanceSheet,
    DaySheet,
    DaysSheet,
    FeedSheet,
    FrontSheet,
    ListPage,
    ListSheet,
    MonthSheet,
    MovedSheet,
    NewsSheet,
    NotFoundPage,
    NotFoundSheet,
    Page,
    Pager,
    ProsePage,
    ProseSheet,
    RedirectPage,
    RedirectSheet,
    RobotsSheet,
    SearchPage,
    SearchSheet,
    SitemapIndexSheet,
    SitemapSheet,
    TermsSheet,
    TombstonePage,
    TombstoneSheet,
    TreeSheet,
    YearSheet,
)
from sitegen.planner import by_date, by_program, by_term
from sitegen.planner.article_page import article_page
from sitegen.planner.beside import beside_page
from sitegen.planner.cards import card_page
from sitegen.planner.view import View
from sitegen.planner.words import GONE, MOVED, NO_NOTE, NOT_FOUND, NOTHING, WITHDRAWN


def lay_out(sheet: AnySheet, view: View) -> Page:
    """Make the page of one script."""
    match sheet:
        case ArticleSheet():
            return article_page(sheet, view)
        case ListSheet():
            return _list(sheet, view)
        case TombstoneSheet():
            title = GONE if sheet.note == NO_NOTE else WITHDRAWN
            return TombstonePage(**view.frame(sheet.route, title, sheet.note.text), note=sheet.note)
        case FrontSheet():
            return by_term.front_page(sheet, view)
        case TermsSheet():
            return by_term.terms_page(sheet, view)
        case TreeSheet():
            return by_term.tree_page(sheet, view)
        case AllSeriesSheet():
            return by_term.all_series_page(sheet, view)
        case ArchiveSheet():
            return by_date.archive_page(sheet, view)
        case YearSheet():
            return by_date.year_page(sheet, view)
        case MonthSheet():
            return by_date.month_page(sheet, view)
        case DaysSheet():
            return by_date.days_page(sheet, view)
        case DaySheet():
            return by_date.day_page(sheet, view)
        case ChanceSheet():
            return by_date.chance_page(sheet, view)
        case SearchSheet():
            return SearchPage(**view.frame(sheet.route, sheet.title, NOTHING), taxonomies=sheet.taxonomies)
        case ProseSheet():
            frame = view.frame(sheet.route, sheet.source.title, sheet.source.summary)
            return ProsePage(**frame, prose=view.prose(sheet.body, sheet.targets))
        case RedirectSheet() | MovedSheet():
            return _redirect(sheet, view)
        case NotFoundSheet():
            return NotFoundPage(**view.frame(sheet.route, NOT_FOUND, NOTHING))
        case FeedSheet():
            return by_program.feed_page(sheet, view)
        case SitemapSheet():
            return by_program.sitemap_page(sheet, view)
        case SitemapIndexSheet():
            return by_program.sitemap_index(sheet, view)
        case RobotsSheet():
            return by_program.robots(sheet, view)
        case BesideSheet():
            return beside_page(sheet, view)
        case CardSheet():
            return card_page(sheet, view)
        case NewsSheet():
            return by_program.news_page(sheet, view)
        case _:
            assert_never(sheet)


def _list(sheet: ListSheet, view: View) -> ListPage:
    return ListPage(
        **view.frame(sheet.route, sheet.title, sheet.description, sheet.breadcrumbs),
        kind=sheet.kind,
        cards=_cards(sheet, view),
        pager=_pager(sheet, view),
        intro=view.prose(sheet.body, sheet.targets) if sheet.body else None,
        cover=view.figure(sheet.cover, sheet.targets),
        count=sheet.count,
        span=sheet.span,
        children=view.term_links(sheet.children),
        tiles=by_term.tile_map(sheet.tiles, view),
        feed=view.urls.href(sheet.feed) if sheet.feed else None,
        card=view.urls.href(sheet.card) if sheet.card else None,
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


def _redirect(sheet: RedirectSheet | MovedSheet, view: View) -> RedirectPage:
    frame = view.frame(sheet.route, MOVED, NOTHING)
    frame |= {"alternates": (), "canonical": view.urls.absolute(sheet.target)}
    return RedirectPage(**frame, target=view.urls.href(sheet.target))
