"""Every kind of sheet, and every kind of page."""

from sitegen.model.beside import BesidePage, BesideSheet
from sitegen.model.card import CardPage, CardSheet
from sitegen.model.feed import FeedPage, FeedSheet
from sitegen.model.page import (
    AllSeriesPage,
    ArchivePage,
    ArticlePage,
    ChancePage,
    DayPage,
    DaysPage,
    FrontPage,
    ListPage,
    MonthPage,
    NotFoundPage,
    ProsePage,
    RedirectPage,
    SearchPage,
    TermsPage,
    TombstonePage,
    TreePage,
    YearPage,
)
from sitegen.model.sheet import (
    AllSeriesSheet,
    ArchiveSheet,
    ArticleSheet,
    ChanceSheet,
    DaySheet,
    DaysSheet,
    FrontSheet,
    ListSheet,
    MonthSheet,
    MovedSheet,
    NotFoundSheet,
    ProseSheet,
    RedirectSheet,
    SearchSheet,
    TermsSheet,
    TombstoneSheet,
    TreeSheet,
    YearSheet,
)
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
