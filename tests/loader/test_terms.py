from collections.abc import Iterable

import pytest

from sitegen.loader.schema import AssignedFields
from sitegen.loader.terms import Writing, assign, assignments, slug_for
from sitegen.model import Assignment, Script, Term, Text
from tests.builders import HANS, HANT, a_taxonomy

TAGS = a_taxonomy("tags")
PLACES = a_taxonomy("places", hierarchical=True)


def assigned(fields: Iterable[AssignedFields], script: Script) -> tuple[Assignment, ...]:
    return assignments(fields, TAGS, Writing(script), lambda words: Text(words, script))


def test_a_name_becomes_a_term_with_an_identity_and_a_slug() -> None:
    assert assign("乡村振兴", TAGS, Writing(HANS)) == Assignment(
        path=(Term(key="乡村振兴", name=Text("乡村振兴", HANS), slug="xiang-cun-zhen-xing"),), role=None, part=None
    )


def test_a_role_and_a_part_belong_to_the_assignment() -> None:
    (made,) = assigned((AssignedFields(name="张三", role="記者", part=3),), HANT)

    assert (made.key, made.role, made.part) == (("张三",), Text("記者", HANT), 3)


@pytest.mark.parametrize(
    ("name", "script", "key"),
    [
        ("乡村振兴", HANS, "乡村振兴"),
        ("鄉村振興", HANT, "乡村振兴"),
        ("鄉村振興", HANS, "乡村振兴"),
        (" 乡村振兴　", HANS, "乡村振兴"),
        ("ＡＩ", HANS, "ai"),
        ("Straße", HANS, "strasse"),
        ("乾县", HANS, "乾县"),
        ("干县", HANS, "干县"),
        ("３农", HANS, "3农"),
        ("产业\u200b", HANS, "产业"),
        ("\ufeff产业", HANS, "产业"),
    ],
)
def test_a_term_is_one_whatever_way_it_was_typed(name: str, script: Script, key: str) -> None:
    assert assign(name, TAGS, Writing(script)).key == (key,)


@pytest.mark.parametrize(
    ("name", "script", "judged"),
    [("鄉村", HANS, HANT), ("乡村", HANT, HANS), ("水利", HANS, HANS), ("水利", HANT, HANT)],
)
def test_a_name_is_in_the_script_of_its_own_characters_or_else_of_the_article(
    name: str, script: Script, judged: Script
) -> None:
    assert assign(name, TAGS, Writing(script)).path[-1].name == Text(name, judged)


@pytest.mark.parametrize("name", ["甘肃省/兰州市", "甘肃省／兰州市", " 甘肃省 / 兰州市 ", "甘肅省/蘭州市"])
def test_a_place_is_a_path_of_its_steps(name: str) -> None:
    assert assign(name, PLACES, Writing(HANS)).key == ("甘肃省", "兰州市")


def test_a_slash_in_a_flat_taxonomy_is_part_of_the_name() -> None:
    made = assign("公司/农户", TAGS, Writing(HANS))

    assert made.key == ("公司/农户",)
    assert made.path[0].slug == "gong-si-nong-hu"


@pytest.mark.parametrize("name", ["..", ".", "☂", "<b>", "a\\b", "con/../x"])
def test_a_slug_is_plain_letters_digits_and_hyphens(name: str) -> None:
    slugs = [term.slug for term in assign(name, TAGS, Writing(HANS)).path]

    assert all(slug.replace("-", "").isalnum() and slug.isascii() for slug in slugs)


def test_an_article_has_each_of_its_terms_once_in_the_order_written() -> None:
    fields = [AssignedFields(name="农业"), AssignedFields(name="鄉村", part=1), AssignedFields(name="乡村", part=2)]

    made = assigned((*fields, AssignedFields(name="农业", role="编辑")), HANS)

    assert [(each.key, each.part, each.role) for each in made] == [(("农业",), None, None), (("乡村",), 1, None)]


def test_no_names_are_no_terms() -> None:
    assert assigned((), HANS) == ()


@pytest.mark.parametrize(
    ("name", "script", "slug"),
    [
        ("春耕", HANS, "chun-geng"),
        ("鄉村", HANS, "xiang-cun"),
        ("乡村", HANT, "xiang-cun"),
        ("About Us", HANS, "about-us"),
        ("2023 春", HANS, "2023-chun"),
        ("重庆", HANS, "chong-qing"),
        ("重慶", HANT, "chong-qing"),
    ],
)
def test_a_name_is_spelled_the_same_in_either_script(name: str, script: Script, slug: str) -> None:
    assert slug_for(name, script) == slug
