import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.chinese import convert, script_of, term_key
from sitegen.model import Script

HANS, HANT, HONG_KONG = Script.HANS, Script.HANT, Script.HANT_HK
NAMES = st.text(st.sampled_from("乡村振兴麦田头发鄉興麥頭髮水利后後干乾AbＡ１ 　·"), max_size=10)
PLAIN = st.text(st.sampled_from("乡村振兴麦田头发国广东风调雨顺"), min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("乡村振兴", HANS),
        ("鄉村振興", HANT),
        ("水利", None),
        ("", None),
        ("GB/T 1234 ①", None),
        ("后", None),
        ("干", None),
        ("乾", None),
        ("台", None),
        ("后干台里乡", HANS),
        ("后干台里鄉", HANT),
    ],
)
def test_the_characters_that_only_one_script_has_tell_it(text: str, script: Script | None) -> None:
    assert script_of(text) is script


@pytest.mark.parametrize(
    ("text", "script"), [("鄉乡", None), ("鄉乡国", HANS), ("鄉国國", HANT), ("鄉乡乡", HANS), ("鄉鄉乡", HANT)]
)
def test_a_mixed_text_is_in_the_script_of_most_of_its_characters(text: str, script: Script | None) -> None:
    assert script_of(text) is script


@given(text=PLAIN)
@settings(max_examples=100, deadline=None)
def test_converted_text_is_judged_to_be_in_its_new_script(text: str) -> None:
    assert script_of(convert(text, HANS, HANT)) is not HANS
    assert script_of(convert(text, HANS, HONG_KONG)) is not HANS


@pytest.mark.parametrize(
    ("name", "script", "key"),
    [
        ("乡村振兴", HANS, "乡村振兴"),
        ("鄉村振興", HANT, "乡村振兴"),
        ("鄉村振興", HANS, "乡村振兴"),
        ("乡村振兴", HANT, "乡村振兴"),
        ("臺灣", HANT, "台湾"),
        ("台灣", HONG_KONG, "台湾"),
        ("台湾", HANS, "台湾"),
        ("村裏", HONG_KONG, "村里"),
        ("村裡", HANT, "村里"),
        (" 乡村 ", HANS, "乡村"),
        ("\u3000乡村\n", HANS, "乡村"),
        ("ＡＢＣ", HANS, "abc"),
        ("GB/T", HANS, "gb/t"),
        ("２０２３", HANS, "2023"),
        ("Straße", HANS, "strasse"),
        ("范仲淹", HANS, "范仲淹"),
        ("", HANS, ""),
    ],
)
def test_the_identity_of_a_term_is_its_simplified_plain_form(name: str, script: Script, key: str) -> None:
    assert term_key(name, script) == key


def test_a_name_judged_simplified_is_never_converted() -> None:
    assert term_key("乾县", HANS) == "乾县"
    assert term_key("乾縣", HANT) == "乾县"
    assert term_key("干县", HANS) == "干县"


def test_the_script_of_its_article_decides_where_the_name_does_not() -> None:
    assert term_key("乾", HANT) == "干"
    assert term_key("乾", HANS) == "乾"


@given(name=NAMES)
@settings(max_examples=100, deadline=None)
def test_a_key_is_its_own_key(name: str) -> None:
    key = term_key(name, HANS)

    assert term_key(key, HANS) == key


@given(name=NAMES, before=st.text(" \u3000\t\n"), after=st.text(" \u3000\t\n"))
@settings(max_examples=50, deadline=None)
def test_blanks_around_a_name_do_not_count(name: str, before: str, after: str) -> None:
    assert term_key(before + name + after, HANT) == term_key(name, HANT)


@given(name=PLAIN)
@settings(max_examples=100, deadline=None)
def test_both_scripts_of_a_name_have_one_key(name: str) -> None:
    assert term_key(convert(name, HANS, HANT), HANT) == term_key(name, HANS)
