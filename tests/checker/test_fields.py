from dataclasses import replace
from datetime import timedelta

import pytest

from sitegen.checker.copies import duplicates
from sitegen.checker.fields import future_date, long_title, reviews, unknown_place
from sitegen.checker.series import part_gaps
from sitegen.duplicates import fingerprint
from sitegen.model import Article, Origin, Precision, RoughDate
from tests.builders import NOW, a_date, a_term, an_article, assigned, words


def in_days(days: int) -> RoughDate:
    return RoughDate(NOW + timedelta(days=days), Precision.DAY)


def test_a_title_is_too_long_for_lists_from_41_characters_on() -> None:
    assert list(long_title(an_article(title="春" * 40), NOW)) == []
    assert [each.code for each in long_title(an_article(title="春" * 41), NOW)] == ["long-title"]


def test_a_near_date_is_a_plan() -> None:
    assert list(future_date(an_article(date=in_days(30)), NOW)) == []
    assert list(future_date(an_article(date=in_days(-30), origin=Origin(address=None)), NOW)) == []


@pytest.mark.parametrize(
    ("article", "why"),
    [
        (an_article(date=in_days(800)), "more than a year ahead"),
        (an_article(date=in_days(30), updated=a_date(2024, 6, 1)), "updated already"),
        (an_article(date=in_days(30), origin=Origin(address=None)), "imported"),
        (an_article("2023/2023-07-31-spring", date=in_days(200)), "says 2023"),
    ],
)
def test_a_future_date_that_nobody_can_have_meant_is_named(article: Article, why: str) -> None:
    assert [why in str(each.problem) for each in future_date(article, NOW)] == [True]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        (["甘肃省", "兰洲市"], "did you mean 兰州市?"),
        (["甘肃", "兰州"], None),
        (["甘肃省", "红古区"], None),
        (["北京市", "朝阳区"], None),
        (["甘肃省", "定西市", "安定区", "巉口镇", "三十铺村"], None),
        (["甘肃省", "兰州市", "朝阳区"], "write it as 甘肃省/兰州市/红古区"),
        (["某某国"], "write it as 甘肃省/兰州市/红古区"),
    ],
)
def test_a_place_that_is_no_division_is_named_down_to_the_county(path: list[str], hint: str | None) -> None:
    article = an_article(terms={"places": (assigned(*map(a_term, path)),)})

    assert [str(each.hint) for each in unknown_place(article, NOW)] == ([hint] if hint else [])


def test_every_note_of_an_import_is_given() -> None:
    article = an_article(review=("日期可疑", "作者可疑"), lines=(("review", 7),))

    assert [(each.problem, str(each.place)) for each in reviews(article, NOW)] == [
        ("日期可疑", "content/articles/spring.md:7"),
        ("作者可疑", "content/articles/spring.md:7"),
    ]


def part(name: str, number: int | None) -> Article:
    return an_article(name, terms={"series": (assigned(a_term("果园四季"), part=number),)})


def test_a_gap_in_a_series_is_named_at_the_part_behind_it() -> None:
    found = list(part_gaps([part("one", 1), part("two", 2), part("five", 5)]))

    assert [str(each.problem) for each in found] == ["part 3 of 果园四季 is missing", "part 4 of 果园四季 is missing"]
    assert {each.place.file for each in found if each.place} == {"content/articles/five.md"}


def test_articles_without_a_number_fill_gaps() -> None:
    assert list(part_gaps([part("one", 1), part("three", 3), part("some", None)])) == []
    assert list(part_gaps([part("some", None), part("other", None)])) == []


def test_a_copy_is_named_with_the_earlier_article() -> None:
    text = "果园里的草割下来盖在树盘里烂掉，地里的有机质就多一分，年年如此，土就松了，水也存得住了，树自然长得好。" * 2
    first, second, third = (replace(an_article(name), title=words(name)) for name in ("first", "second", "third"))
    prints = {first.file: fingerprint(text), second.file: fingerprint(text + "完"), third.file: fingerprint("别的话。")}

    found = list(duplicates([first, second, third], prints))

    assert [each.place and each.place.file for each in found] == [second.file]
    assert first.file in str(found[0].problem)
