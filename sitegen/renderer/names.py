"""A page or a sheet → the name of its template."""

from typing import assert_never

from sitegen.model import (
    AllSeriesPage,
    AllSeriesSheet,
    AnySheet,
    ArchivePage,
    ArchiveSheet,
    ArticlePage,
    ArticleSheet,
    Beside,
    BesidePage,
    BesideSheet,
    CardPage,
    CardSheet,
    ChancePage,
    ChanceSheet,
    DayPage,
    DaySheet,
    DaysPage,
    DaysSheet,
    FeedForm,
    FeedPage,
    FeedSheet,
    FrontPage,
    FrontSheet,
    ListPage,
    ListSheet,
    MonthPage,
    MonthSheet,
    MovedSheet,
    NewsPage,
    NewsSheet,
    NotFoundPage,
    NotFoundSheet,
    Page,
    ProsePage,
    ProseSheet,
    RedirectPage,
    RedirectSheet,
    RobotsPage,
    RobotsSheet,
    SearchPage,
    SearchSheet,
    SitemapIndexPage,
    SitemapIndexSheet,
    SitemapPage,
    SitemapSheet,
    TermsPage,
    TermsSheet,
    TombstonePage,
    TombstoneSheet,
    TreePage,
    TreeSheet,
    YearPage,
    YearSheet,
)

FORMS = {Beside.RIS: "citation.ris", Beside.CSL: "citation.json", Beside.TEXT: "article.txt"}
"""The template of each form of an article."""
CARD = "card.png"
"""In place of a template: what is drawn is told by fonts."""


def template_of(page: Page | AnySheet) -> str:
    """The template of each kind of page."""
    match page:
        case ArticlePage() | ArticleSheet():
            return "article.html"
        case FrontPage() | FrontSheet():
            return "index.html"
        case ListPage() | ListSheet():
            return "list.html"
        case TermsPage() | TermsSheet():
            return "terms.html"
        case TreePage() | TreeSheet():
            return "tree.html"
        case AllSeriesPage() | AllSeriesSheet():
            return "series.html"
        case ArchivePage() | ArchiveSheet():
            return "archive.html"
        case YearPage() | YearSheet():
            return "year.html"
        case MonthPage() | MonthSheet():
            return "month.html"
        case DaysPage() | DaysSheet():
            return "days.html"
        case DayPage() | DaySheet():
            return "day.html"
        case ChancePage() | ChanceSheet():
            return "random.html"
        case SearchPage() | SearchSheet():
            return "search.html"
        case ProsePage() | ProseSheet():
            return "page.html"
        case TombstonePage() | TombstoneSheet():
            return "tombstone.html"
        case RedirectPage() | RedirectSheet() | MovedSheet():
            return "redirect.html"
        case NotFoundPage() | NotFoundSheet():
            return "404.html"
        case FeedPage() | FeedSheet():
            return "feed.json" if page.form is FeedForm.JSON else "feed.xml"
        case SitemapPage() | SitemapSheet():
            return "sitemap.xml"
        case SitemapIndexPage() | SitemapIndexSheet():
            return "sitemap-index.xml"
        case CardPage() | CardSheet():
            return CARD
        case NewsPage() | NewsSheet():
            return "sitemap-news.xml"
        case RobotsPage() | RobotsSheet():
            return "robots.txt"
        case BesidePage() | BesideSheet():
            return FORMS[page.form]
        case _:
            assert_never(page)
