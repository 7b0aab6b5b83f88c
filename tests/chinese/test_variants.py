"""One form for all that readers take for the same."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.chinese import convert, normalised, representatives
from sitegen.model import Script


@pytest.mark.parametrize(
    "alike", ["后後", "里裏裡", "干乾幹", "着著", "发發髮", "台臺颱", "面麵", "只隻衹", "Ａａa", "１1", "％%"]
)
def test_what_scripts_and_widths_write_for_one_another_is_one(alike: str) -> None:
    assert len(set(map(normalised, alike))) == 1


def test_what_stands_for_others_stands_for_itself() -> None:
    known = representatives()

    assert [each for each in set(known.values()) if each in known or normalised(each) != each] == []


@settings(deadline=None)
@given(st.text())
@example("e\u0301tude Ｅ\u0301")
@example("ｶﾞ한글각")
@example("İΣΟΦΟΣ ½ ㎏")
def test_a_text_comes_to_what_unicode_says_of_all_of_it_at_once(text: str) -> None:
    known = representatives()

    plain = unicodedata.normalize("NFKC", text).lower()

    assert normalised(text) == "".join(known.get(each, each) for each in plain)


@settings(deadline=None)
@given(st.text(st.sampled_from("后里干发台面只着一二三，。ＡB乾复余云系采")))
def test_a_page_in_the_other_script_comes_to_the_same(text: str) -> None:
    assert normalised(convert(text, Script.HANS, Script.HANT)) == normalised(text)
