"""What the front matter of one article leaves to be desired."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sitegen.checker.findings import Finding, warning
from sitegen.checker.manuscript import Manuscript
from sitegen.chinese import count_characters, without_marks
from sitegen.errors import Place
from sitegen.messages import Message, message
from sitegen.model import Article, Source

if TYPE_CHECKING:
    from sitegen.chinese.places import Strange

LONGEST_TITLE = 40
"""字 of a title that lists, tabs and search engines still show whole, or nearly."""

LONG_AHEAD = timedelta(days=366)
SUMMARY = re.compile(r"^(?:summary|description|excerpt)[ \t]*[:：](?:[ \t]*[^\s#~]|\s*\n[ \t]+\S)", re.MULTILINE)
YEAR_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def reviews(article: Article, _now: datetime) -> Iterator[Finding]:
    """Give every note that an import left under `review:`."""
    for note in article.review:
        hint = message("put it right, then take the line out of `review:`")
        yield warning("review", note, _place(article, "review"), hint)


def no_summary(manuscript: Manuscript, source: Source) -> Iterator[Finding]:
    """Lists show the beginning of a text that has no summary: a dateline, a greeting."""
    if not isinstance(source, Article) or source.draft or source.withdrawn:
        return
    if not SUMMARY.search(manuscript.text, 0, manuscript.body_at):
        problem = message("there is no summary; lists show how the text begins")
        hint = message("add a line `summary: …`: one or two sentences that say what is in it")
        yield warning("no-summary", problem, Place(source.file, 1), hint)


def long_title(article: Article, _now: datetime) -> Iterator[Finding]:
    """A title that no list or tab shows whole."""
    length = count_characters(without_marks(article.title.value))
    if length > LONGEST_TITLE:
        problem = message("the title has {length} 字", length=length)
        hint = message("keep it to {longest}, and put the rest into `subtitle:`", longest=LONGEST_TITLE)
        yield warning("long-title", problem, _place(article, "title"), hint)


def future_date(article: Article, now: datetime) -> Iterator[Finding]:
    """A future date that nobody can have meant; one that is near is a plan."""
    if article.date and article.date.start > now and (why := _why_by_mistake(article, article.date.start, now)):
        problem = message("the date lies in the future, {why}", why=why)
        hint = message("put the date right; until then nobody sees the article")
        yield warning("future-date", problem, _place(article, "date"), hint)


def unknown_place(article: Article, _now: datetime) -> Iterator[Finding]:
    """A place that is no province, city or county, nor below one."""
    from sitegen.chinese.places import strange_step

    for assigned in article.assigned("places"):
        strange = strange_step(tuple(term.key for term in assigned.path))
        if strange:
            yield warning("unknown-place", _unknown(strange), _place(article, "places"), _known(strange))


def _unknown(strange: "Strange") -> Message:
    if strange.wider:
        return message("nothing in {wider} is called {name}", wider=strange.wider, name=strange.name)
    return message("nothing is called {name}", name=strange.name)


def _known(strange: "Strange") -> Message:
    if strange.nearest:
        return message("did you mean {close}?", close=strange.nearest)
    return message("write it as 甘肃省/兰州市/红古区")


def _why_by_mistake(article: Article, date: datetime, now: datetime) -> Message | None:
    if date > now + LONG_AHEAD:
        return message("more than a year ahead")
    if article.updated and article.updated.start <= now:
        return message("but it was updated already")
    if article.origin:
        return message("but the article was imported")
    years = [int(year) for year in YEAR_IN_NAME.findall(article.file)]
    if years and max(years) < date.year:
        return message("but the file's name says {year}", year=str(max(years)))
    return None


def _place(article: Article, field: str) -> Place:
    return Place(article.file, article.line(field))
