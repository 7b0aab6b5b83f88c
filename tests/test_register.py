"""Which articles an editor finds under which list, and the number after the last of a series."""

from dataclasses import replace
from datetime import timedelta

from sitegen.model import Article, Assignment, Precision, RoughDate, Script
from sitegen.planner import next_change
from sitegen.register import What, entries, next_part
from tests.builders import a_date, a_term, an_article
from tests.sites import NOW

DAY = timedelta(days=1)
ARTICLES = [
    an_article("draft", draft=True),
    an_article("later", date=RoughDate(NOW + DAY, Precision.MINUTE)),
    an_article("a-draft-of-later", date=RoughDate(NOW + DAY, Precision.DAY), draft=True),
    an_article("gone", expires=NOW - DAY),
    an_article("nameless", undated=True, review=("标题是推出来的",)),
    an_article("plain"),
]


def names(what: What, articles: list[Article] = ARTICLES) -> list[str]:
    return [each.file.rpartition("/")[2].removesuffix(".md") for each in entries(articles, what, NOW)]


def test_every_list_holds_its_articles_the_undated_first_then_by_date() -> None:
    assert names(What.DRAFTS) == ["draft", "a-draft-of-later"]
    assert names(What.FUTURE) == ["a-draft-of-later", "later"]
    assert names(What.EXPIRED) == ["gone"]
    assert names(What.UNDATED) == ["nameless"]
    assert names(What.REVIEW) == ["nameless"]
    assert names(What.ALL) == ["nameless", "draft", "gone", "plain", "a-draft-of-later", "later"]


def test_an_article_is_of_a_future_date_until_its_minute_has_come() -> None:
    due = [an_article("due", date=RoughDate(NOW, Precision.MINUTE), expires=NOW)]

    assert names(What.FUTURE, due) == []
    assert names(What.EXPIRED, due) == ["due"]


def test_the_day_shows_a_time_where_there_is_one() -> None:
    assert [each.day for each in entries(ARTICLES, What.FUTURE, NOW)] == ["2024-07-02", "2024-07-02 12:00"]
    assert [each.day for each in entries(ARTICLES, What.UNDATED, NOW)] == [""]


def in_series(name: str, part: int | None) -> Article:
    assigned = Assignment(path=(a_term(name),), part=part)
    return an_article(f"{name}-{part}", terms={"series": (assigned,)})


def test_a_series_that_counts_its_parts_has_a_next_one() -> None:
    articles = [in_series("果园四季", 1), in_series("果园四季", 7), in_series("果园四季", None), in_series("账房", 9)]

    assert next_part(articles, "果园四季", Script.HANS) == 8
    assert next_part(articles, "果園四季", Script.HANS) == 8
    assert next_part(articles, "没有的", Script.HANS) is None
    assert next_part([in_series("账房", None)], "账房", Script.HANS) is None


def test_a_build_is_next_due_when_an_article_that_is_no_draft_comes_or_goes() -> None:
    later, draft = ARTICLES[1], ARTICLES[2]
    soon = an_article("soon-gone", date=a_date(2024, 3, 5), expires=NOW + DAY / 2)

    assert next_change(ARTICLES, NOW) == NOW + DAY
    assert next_change([later, soon], NOW) == NOW + DAY / 2
    assert next_change([draft, an_article("plain")], NOW) is None
    assert next_change([later], NOW + DAY) is None
    assert next_change([replace(later, expires=NOW + DAY)], NOW) == NOW + DAY
    assert next_change([replace(later, expires=NOW + DAY / 2)], NOW) == NOW + DAY
