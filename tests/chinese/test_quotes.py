"""Corner quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.chinese import Conversion, Orthography
from sitegen.chinese.quotes import with_corner_quotes
from sitegen.model import Script

CORNERS = Orthography(corner_quotes=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“头发”", "「头发」"),
        ("“甲‘乙’丙”", "「甲『乙』丙」"),
        ("“甲‘乙“丙”乙’甲”", "「甲『乙「丙」乙』甲」"),
        ("‘甲’", "「甲」"),
        ("“甲”和“乙”", "「甲」和「乙」"),
        ("他读“Hello World”一书", "他读「Hello World」一书"),
        ("“GDP”增长", "「GDP」增长"),
        ("She said “yes” to ‘it’.", "She said “yes” to ‘it’."),
        ("农民’s 和 don’t", "农民’s 和 don’t"),
        ("“don’t 走”", "「don’t 走」"),
        ("“第一段，下一段还没完。", "「第一段，下一段还没完。"),
        ("这一段才完。”", "这一段才完。」"),
        ("身高5’，“six”", "身高5’，「six」"),
        ("-{“甲”}-“乙”", "-{“甲”}-「乙」"),
        ("没有引号", "没有引号"),
    ],
)
def test_marks_are_replaced_and_nested_right(text: str, expected: str) -> None:
    assert with_corner_quotes(text) == expected


@given(st.text(st.sampled_from("“”‘’头a ，"), max_size=40))
def test_the_length_stays_and_only_marks_change(text: str) -> None:
    changed = with_corner_quotes(text)

    assert len(changed) == len(text)
    assert all(old == new or old in "“”‘’" for old, new in zip(text, changed, strict=True))


def test_only_traditional_pages_of_what_was_written_in_simplified_have_them() -> None:
    def shown(source: Script, target: Script) -> str:
        return Conversion(source, target, orthography=CORNERS).text("“面食”")

    assert shown(Script.HANS, Script.HANT) == "「麵食」"
    assert shown(Script.HANS, Script.HANS) == "“面食”"
    assert shown(Script.HANT, Script.HANT_HK) == "“面食”"
    assert shown(Script.HANT, Script.HANS) == "“面食”"
