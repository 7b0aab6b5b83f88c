"""Decide which articles are shown at a given time."""

from collections.abc import Iterable
from datetime import datetime

from sitegen.model import Article, LeftOut, Text, Visibility
from sitegen.planner.words import DRAFT, EXPIRED, FUTURE


def mark_of(article: Article, visibility: Visibility) -> Text | None:
    """Say why a reader would not see this article yet or any more; None where one does."""
    if article.draft:
        return DRAFT
    if article.date and article.date.start > visibility.now:
        return FUTURE
    if article.expires and article.expires <= visibility.now:
        return EXPIRED
    return None


def is_shown(article: Article, visibility: Visibility) -> bool:
    """Whether the article has a page in this build."""
    mark = mark_of(article, visibility)
    if mark is None:
        return True
    return {DRAFT: visibility.drafts, FUTURE: visibility.future, EXPIRED: visibility.expired}[mark]


def left_out(articles: tuple[Article, ...], visibility: Visibility) -> LeftOut:
    """Name the articles that are not shown, and when the first of them will be."""
    marked = ((a, mark_of(a, visibility)) for a in articles)
    hidden = [(a, mark) for a, mark in marked if mark and not is_shown(a, visibility)]
    due = [a.date.start for a, mark in hidden if mark is FUTURE and a.date]
    return LeftOut(
        drafts=tuple(a.file for a, mark in hidden if mark is DRAFT),
        future=tuple(a.file for a, mark in hidden if mark is FUTURE),
        expired=tuple(a.file for a, mark in hidden if mark is EXPIRED),
        next_due=min(due, default=None),
    )


def next_change(articles: Iterable[Article], now: datetime) -> datetime | None:
    """When the first article that is no draft falls due or expires after `now`."""
    awake = [each for each in articles if not each.draft]
    times = [each.date.start for each in awake if each.date and each.date.start > now]
    times += [each.expires for each in awake if each.expires and each.expires > now and not _is_over(each)]
    return min(times, default=None)


def _is_over(article: Article) -> bool:
    """Whether an article expires before it falls due, and is never shown."""
    return article.expires is not None and article.date is not None and article.expires <= article.date.start


def valid_until(articles: tuple[Article, ...], now: datetime) -> datetime | None:
    """When the first article falls due or expires after `now`."""
    times = [each.date.start for each in articles if each.date and each.date.start > now]
    times += [each.expires for each in articles if each.expires and each.expires > now]
    return min(times, default=None)
