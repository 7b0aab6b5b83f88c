"""Every kind of sheet, and every kind of page."""

from sitegen.model.article_page import ArticlePage, ArticleSheet
from sitegen.model.beside import BesidePage, BesideSheet
from sitegen.model.by_date import (
    ArchivePage,
    ArchiveSheet,
    DayPage,
    DaySheet,
    DaysPage,
    DaysSheet,
    MonthPage,
    MonthSheet,
    YearPage,
    YearSheet,
)
from sitegen.model.by_term import (
    AllSeriesPage,
    AllSeriesSheet,
    ListPage,
    ListSheet,
    TermsPage,
    TermsSheet,
    TreePage,
    TreeSheet,
)
from sitegen.model.card import CardPage, CardSheet
from sitegen.model.elsewhere import (
    MovedSheet,
    NotFoundPage,
    NotFoundSheet,
    RedirectPage,
    RedirectSheet,
    TombstonePage,
    TombstoneSheet,
)
from sitegen.model.feed import FeedPage, FeedSheet
from sitegen.model.front import ChancePage, ChanceSheet, FrontPage, FrontSheet
from sitegen.model.plain import ProsePage, ProseSheet, SearchPage, SearchSheet
from sitegen.model.sitemap import (
    NewsPage,
    NewsSheet,
    RobotsPage,
    RobotsSheet,
    SitemapIndexPage,
    SitemapIndexSheet,
    SitemapPage,
    SitemapSheet,
)

AnySheet = (
    ArticleSheet
    | TombstoneSheet
    | FrontSheet
    | ListSheet
    | TermsSheet
    | TreeSheet
    | AllSeriesSheet
    | ArchiveSheet
    | YearSheet
    | MonthSheet
    | DaysSheet
    | DaySheet
    | ChanceSheet
    | SearchSheet
    | ProseSheet
    | RedirectSheet
    | MovedSheet
    | NotFoundSheet
    | FeedSheet
    | SitemapSheet
    | SitemapIndexSheet
    | RobotsSheet
    | BesideSheet
    | NewsSheet
    | CardSheet
)

Page = (
    ArticlePage
    | FrontPage
    | ListPage
    | TermsPage
    | TreePage
    | AllSeriesPage
    | ArchivePage
    | YearPage
    | MonthPage
    | DaysPage
    | DayPage
    | ChancePage
    | SearchPage
    | ProsePage
    | TombstonePage
    | RedirectPage
    | NotFoundPage
    | FeedPage
    | SitemapPage
    | SitemapIndexPage
    | RobotsPage
    | BesidePage
    | NewsPage
    | CardPage
)

ONCE = (RedirectSheet, SitemapSheet, SitemapIndexSheet, RobotsSheet, BesideSheet)
"""Kinds of sheets whose page stands once, at the root, for all scripts."""
