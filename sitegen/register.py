"""Articles → entries for an editor who asks which are drafts, fall due, have expired, have no date, or are to be looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sitegen.chinese import term_key, without_marks
from sitegen.model import Article, Precision, RoughDate, Script


class What(StrEnum):
    """What may be asked for."""

    DRAFTS = "drafts"
    FUTURE = "future"
    EXPIRED = "expired"
    UNDATED = "undated"
    REVIEW = "review"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an editor wants to know of an article; `what` are the lists that it stands in."""

    file: str
    title: str
    date: RoughDate | None
    series: tuple[str, ...]
    expires: datetime | None
    review: tuple[str, ...]
    what: frozenset[What]

    @property
    def day(self) -> str:
        """The date as one reads it: with the time where there is one; nothing where there is no date."""
        if self.date and self.date.precision is Precision.MINUTE:
            return f"{self.date.start:%Y-%m-%d %H:%M}"
        return self.date.iso if self.date else ""


def entries(articles: Iterable[Article], what: What, now: datetime) -> list[Entry]:
    """The articles asked for, those without a date first, then by date and by file."""
    found = (_entry(each, now) for each in articles)
    return sorted((each for each in found if what in each.what), key=_order)


def next_part(articles: Iterable[Article], series: str, language: Script) -> int | None:
    """The number after the last in a series that counts its parts; None where it does not."""
    key = (term_key(series, language),)
    parts = [each.part for article in articles for each in article.assigned("series") if each.key == key and each.part]
    return max(parts) + 1 if parts else None


def _entry(article: Article, now: datetime) -> Entry:
    return Entry(
        file=article.file,
        title=without_marks(str(article.title)),
        date=article.date,
        series=tuple(str(each.path[-1].name) for each in article.assigned("series")),
        expires=article.expires,
        review=article.review,
        what=frozenset(_lists(article, now)),
    )


def _lists(article: Article, now: datetime) -> Iterable[What]:
    """An article may be a draft and of a future date at once."""
    yield What.ALL
    if article.draft:
        yield What.DRAFTS
    if article.date is None:
        yield What.UNDATED
    elif article.date.start > now:
        yield What.FUTURE
    if article.expires and article.expires <= now:
        yield What.EXPIRED
    if article.review:
        yield What.REVIEW


def _order(entry: Entry) -> tuple[float, str]:
    return entry.date.start.timestamp() if entry.date else float("-inf"), entry.file
