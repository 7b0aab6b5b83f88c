"""One form for all that readers take for the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.chinese import convert, is_same, normalised, representatives
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
@given(st.text(st.sampled_from("后里干发台面只着一二三，。ＡB乾复余云系采")))
def test_a_page_in_the_other_script_comes_to_the_same_whenever_the_quick_look_says_so(text: str) -> None:
    other = convert(text, Script.HANS, Script.HANT)

    assert not is_same(text, other) or normalised(text) == normalised(other)


def test_the_quick_look_knows_pages_of_the_other_script() -> None:
    assert is_same("理发之后发展", "理髮之後發展")
    assert not is_same("软件", "軟體")
