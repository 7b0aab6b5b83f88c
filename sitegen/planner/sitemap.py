"""Plan what search engines get: a map of all pages in parts, and where it is."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sitegen.model import Article, NewsSheet, RobotsSheet, SitemapIndexSheet, SitemapSheet, Standing
from sitegen.planner.dates import Dates
from sitegen.planner.lists import routes_of
from sitegen.planner.news import has_news, news_sheets
from sitegen.planner.shelf import Shelf
from sitegen.planner.terms import has_overview
from sitegen.planner.urls import (
    ARCHIVE,
    DAYS,
    FRONT,
    NEWS,
    ROBOTS,
    SITEMAP,
    UNDATED,
    day_route,
    month_route,
    sitemap_route,
    terms_route,
    year_route,
)

PART = 500
"""Articles of a part, counted from the oldest, so that a new one changes the last."""

LISTS = 10_000
"""Lists of a part. With its page in each script a route is a few addresses, and a part must not hold more than 50,000."""

PAGES = sitemap_route("pages")


def sitemap_sheets(shelf: Shelf, dates: Dates) -> Iterator[SitemapSheet | SitemapIndexSheet | NewsSheet | RobotsSheet]:
    """Plan every part of the map, and what leads to them."""
    yield SitemapSheet(route=PAGES, routes=tuple((each, None) for each in _pages(shelf)))
    yield from _of_articles(shelf, range(_count(shelf)))
    yield from _of_lists(shelf, dates)
    yield from news_sheets(shelf)
    if ROBOTS not in shelf.copies and not shelf.facts.base_path:
        yield RobotsSheet(route=ROBOTS, sitemap=SITEMAP)


def sitemap_around(
    shelf: Shelf, dates: Dates, edited: Iterable[int], moved: Iterable[Standing]
) -> Iterator[SitemapSheet | SitemapIndexSheet | NewsSheet]:
    """Plan the parts that show articles which were edited, by their places; `moved` are the places in time where one came or went."""
    yield from news_sheets(shelf)
    numbers = {at // PART for at in edited}
    since = min(moved, default=None)
    if since is None:
        yield from _of_articles(shelf, sorted(numbers))
    else:
        later = range(bisect_left(shelf.standing, since) // PART, _count(shelf))
        yield from _of_articles(shelf, sorted({*numbers, *later}))
        yield from _of_lists(shelf, dates)


def _count(shelf: Shelf) -> int:
    return -(-len(shelf.standing) // PART)


def _of_articles(shelf: Shelf, numbers: Iterable[int]) -> Iterator[SitemapSheet]:
    for number in numbers:
        here = shelf.standing[number * PART : (number + 1) * PART]
        routes = tuple(
            (shelf.routes[each.file], _changed(shelf.articles[at])) for at, each in enumerate(here, start=number * PART)
        )
        yield SitemapSheet(route=_articles_route(number), routes=routes)


def _articles_route(number: int) -> str:
    return sitemap_route(f"articles-{number + 1}")


def _of_lists(shelf: Shelf, dates: Dates) -> Iterator[SitemapSheet | SitemapIndexSheet]:
    """The parts of all lists, and the index, which tells how many parts there are."""
    lists = tuple(_lists(shelf, dates))
    parts = [lists[at : at + LISTS] for at in range(0, len(lists), LISTS)]
    routes = [sitemap_route(f"lists-{number}") for number in range(1, len(parts) + 1)]
    for route, part in zip(routes, parts, strict=True):
        yield SitemapSheet(route=route, routes=tuple((each, None) for each in part))
    articles = map(_articles_route, range(_count(shelf)))
    news = NEWS if has_news(shelf) else None
    yield SitemapIndexSheet(route=SITEMAP, parts=(PAGES, *articles, *routes), news=news)


def _pages(shelf: Shelf) -> Iterator[str]:
    """The front page and those that are no lists."""
    yield FRONT
    yield from sorted(shelf.routes[page.file] for page in shelf.pages)


def _lists(shelf: Shelf, dates: Dates) -> Iterator[str]:
    """The address of every list."""
    yield ARCHIVE
    yield from map(year_route, dates.years)
    yield from (month_route(*month) for month in dates.months)
    yield DAYS
    yield from (day_route(*day) for day in dates.days)
    if dates.undated:
        yield UNDATED
    for key, groups in shelf.groups.items():
        if has_overview(shelf, groups):
            yield terms_route(key)
        yield from (each.route for each in groups.alike)
        for group in groups.by_key.values():
            yield from sorted(routes_of(groups, group, len(group.places)))


def _changed(article: Article) -> str | None:
    """The day of the last change of an article; the schema of sitemaps knows nothing rougher."""
    dates = (article.date, article.updated, *(each.date for each in article.corrections))
    last = max((each for each in dates if each), key=lambda each: each.start, default=None)
    return last.iso[:10] if last and last.day else None
