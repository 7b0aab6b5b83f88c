import pytest

from sitegen.checker.tags import alike, respelled, spelled_otherwise, used_once
from sitegen.model import Article, Script
from tests.builders import HANS, HANT, a_term, an_article, assigned


def tagged(name: str, *tags: str, key: str | None = None, script: Script = HANS) -> Article:
    terms = tuple(assigned(a_term(tag, key=key, script=script)) for tag in tags)
    return an_article(name, terms={"tags": terms}, script=script, lines=(("tags", 4),))


def test_a_tag_of_one_article_is_named_where_there_are_enough_to_compare() -> None:
    articles = [tagged(str(number), "春耕") for number in range(10)]
    lonely = tagged("lonely", "水渠", "春耕")

    assert [str(each.place) for each in used_once([*articles, lonely])] == ["content/articles/lonely.md:4"]
    assert list(used_once([lonely])) == []


def test_a_tag_is_written_as_most_articles_of_its_script_write_it() -> None:
    usual = [tagged(str(number), "乡村振兴", key="乡村振兴") for number in range(3)]
    other = tagged("other", "鄉村振興", key="乡村振兴")
    traditional = tagged("traditional", "鄉村振興", key="乡村振兴", script=HANT)

    found = list(respelled([*usual, other, traditional]))

    assert [(use.article, name) for use, name in found] == [(other, "乡村振兴")]
    assert "is written 乡村振兴 elsewhere" in str(next(iter(spelled_otherwise([*usual, other]))).problem)


@pytest.mark.parametrize(
    ("one", "other"),
    [("乡村振兴", "乡村 振兴"), ("乡村振兴", "乡村振新"), ("农业合作社", "农业作社"), ("春 耕", "春耕")],
)
def test_tags_that_a_blank_or_a_character_tells_apart_are_alike(one: str, other: str) -> None:
    articles = [tagged("a", one), tagged("b", one), tagged("c", other)]

    assert [each.place and each.place.file for each in alike(articles)] == ["content/articles/c.md"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("苹果", "芒果"),
        ("2023年春耕", "2024年春耕"),
        ("东部地区", "西部地区"),
        ("冬小麦", "春小麦"),
        ("专业合作社", "合作社"),
    ],
)
def test_tags_that_are_two_on_purpose_are_not(one: str, other: str) -> None:
    assert list(alike([tagged("a", one), tagged("b", one), tagged("c", other)])) == []


def test_two_tags_that_many_articles_have_are_two() -> None:
    articles = [tagged(f"{tag}{number}", tag) for tag in ("乡村振兴", "乡村振新") for number in range(3)]

    assert list(alike(articles)) == []
