import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.pictures.setting import NOT_FIRST, NOT_LAST, broken

WIDE = "春夏秋冬农业村民苹果马铃薯，。：；、？！（）《》“”「」—…"
TEXTS = st.text(alphabet=WIDE + "abC123.%/ ", min_size=1, max_size=40).filter(str.strip)


def in_ems(text: str) -> float:
    return sum(1.0 if sign > "ÿ" else 0.5 for sign in text)


@given(TEXTS, st.integers(4, 12))
def test_nothing_is_lost_and_no_line_begins_or_ends_as_it_must_not(text: str, room: int) -> None:
    lines = broken(text, in_ems, room)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not [line for line in lines[1:] if line[0] in NOT_FIRST and line[0] != "—"]
    assert not [line for line in lines[:-1] if line[-1] in NOT_LAST]


@given(st.text(alphabet="春夏秋冬农业村民", min_size=1, max_size=60), st.integers(4, 12))
def test_there_are_as_few_lines_as_there_is_room_for_and_they_are_even(text: str, room: int) -> None:
    lines = broken(text, in_ems, room)

    assert len(lines) == -(-len(text) // room)
    assert max(map(len, lines)) - min(map(len, lines)) <= 1


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("红古区打造百亿级产业链：产值突破10.73亿元", 12, ["红古区打造百亿级产业链：", "产值突破10.73亿元"]),
        ("全省夏粮收购突破1234567吨", 10, ["全省夏粮收购", "突破1234567吨"]),
        ("种植GB/T 7714标准的果园", 8, ["种植GB/T", "7714标准的果园"]),
        ("一句话——又一句话", 6, ["一句话——", "又一句话"]),
    ],
)
def test_a_line_ends_well(text: str, room: int, lines: list[str]) -> None:
    assert broken(text, in_ems, room) == lines
