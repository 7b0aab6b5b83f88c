"""Plan what searches for news get: the articles of the last two days, by the time of the build."""

from collections.abc import Iterator
from datetime import datetime

from sitegen.model import Article, NewsEntry, NewsSheet, RoughDate
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import NEWS
from sitegen.planner.visibility import LASTS, is_news, over

MOST = 1_000
"""Articles that the map of news may name."""


def news_sheets(shelf: Shelf) -> Iterator[NewsSheet]:
    """Plan the map of news, newest first, where the site has one and there is any: the schema of maps knows no empty one."""
    news = _news(shelf)
    if news and shelf.facts.news:
        entries = tuple(NewsEntry(shelf.leads[each.file], date) for each, date in news)
        yield NewsSheet(route=NEWS, publication=shelf.facts.news, news=entries)


def has_news(shelf: Shelf) -> bool:
    """Whether there is a map of news."""
    return bool(_news(shelf))


def news_until(shelf: Shelf) -> datetime | None:
    """When the first of its articles is news no more."""
    return min((over(date) for _, date in _news(shelf)), default=None)


def _news(shelf: Shelf) -> list[tuple[Article, RoughDate]]:
    if shelf.facts.news is None:
        return []
    now = shelf.visibility.now
    found: list[tuple[Article, RoughDate]] = []
    for at in range(len(shelf.standing) - 1, -1, -1):
        if shelf.standing[at].time <= (now - LASTS).timestamp() or len(found) == MOST:
            break
        article = shelf.articles[at]
        if article.date and is_news(article.date, now):
            found.append((article, article.date))
    return found
