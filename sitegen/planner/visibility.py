"""Decide which articles are shown at a given time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sitegen.model import Article, LeftOut, RoughDate, Text, Visibility
from sitegen.planner.words import DRAFT, EXPIRED, FUTURE

LASTS = timedelta(days=2)
"""For how long an article is news."""


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


def next_change(articles: Iterable[Article], now: datetime, *, has_news: bool = False) -> datetime | None:
    """When the first article that is no draft falls due, expires, or is news no more, after `now`."""
    awake = [each for each in articles if not each.draft]
    times = [each.date.start for each in awake if each.date and each.date.start > now]
    times += [each.expires for each in awake if each.expires and each.expires > now and not _is_over(each)]
    times += [
        over(each.date) for each in awake if has_news and not each.withdrawn and each.date and is_news(each.date, now)
    ]
    return min(times, default=None)


def is_news(date: RoughDate, now: datetime) -> bool:
    """Whether an article of a date is news; where the day is not known, nobody can tell."""
    return date.day is not None and date.start <= now < over(date)


def over(date: RoughDate) -> datetime:
    """When an article of a date is news no more."""
    return date.start + LASTS


def soonest(*times: datetime | None) -> datetime | None:
    """The first of several times, as far as there are any."""
    return min((each for each in times if each), default=None)


def _is_over(article: Article) -> bool:
    """Whether an article expires before it falls due, and is never shown."""
    return article.expires is not None and article.date is not None and article.expires <= article.date.start


def valid_until(articles: tuple[Article, ...], now: datetime) -> datetime | None:
    """When the first article falls due or expires after `now`."""
    times = [each.date.start for each in articles if each.date and each.date.start > now]
    times += [each.expires for each in articles if each.expires and each.expires > now]
    return min(times, default=None)
