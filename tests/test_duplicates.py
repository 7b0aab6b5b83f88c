"""Texts that repeat others."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.duplicates import NEAR, Duplicates, fingerprint

TEXT = (
    "今年的雨水好，川里的麦子比往年早黄了五六天，家家户户都忙着磨镰。合作社的收割机从南边一路过来，白天割，夜里也割。"
    "老人说，麦子黄在一晌，误了这一晌，一场雨下来就要发芽。村里排了一张表，谁家先割，谁家后割，写得清清楚楚。"
    "割下来的麦子先摊在场上晒，晒到牙一咬咯嘣响，才敢装袋入仓。留种的另放，不和口粮混在一处，袋上写明地块和年份。"
)
OTHER = (
    "冬天的羊圈要干、要透气，不能捂。垫草勤换，湿一块换一块，槽边每天铲一遍。怀羔的母羊单独圈着，料要添得早一些，"
    "水要温的，一天分两三次给。羔子落地先擦干，再让它吃上第一口奶，编号记在本子上，哪一天生、多重、是单羔还是双羔。"
)


def added(*texts: str) -> list[float | None]:
    seen = Duplicates()
    matches = [seen.add(str(number), fingerprint(text)) for number, text in enumerate(texts)]
    return [match.similarity if match else None for match in matches]


def test_texts_without_a_word_repeat_nothing() -> None:
    assert added("", "\n", "……") == [None, None, None]


def test_the_same_words_are_the_same_text_whatever_the_signs_around_them() -> None:
    assert added(TEXT, TEXT.replace("，", ", ").replace("。", "。\n")) == [None, 1.0]


@pytest.mark.parametrize(
    "reprint",
    ["本报记者 张三 " + TEXT, TEXT + "（责任编辑：李四）", TEXT.replace("五六天", "六七天"), TEXT[:-12]],
)
def test_a_reprint_is_near(reprint: str) -> None:
    first, second = added(TEXT, reprint)

    assert first is None
    assert second is not None
    assert NEAR <= second < 1


def test_another_text_is_none() -> None:
    assert added(TEXT, OTHER) == [None, None]


def test_a_short_text_is_repeated_by_itself_only() -> None:
    assert added("麦子黄了，下地。", "麦子黄了，下地吧。", "麦子黄了下地") == [None, None, 1.0]


def test_the_first_of_several_stands_for_them() -> None:
    seen = Duplicates()
    for name in ("a", "b", "c"):
        match = seen.add(name, fingerprint(TEXT))

    assert match
    assert (match.name, match.exact) == ("a", True)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_a_fingerprint_is_the_same_every_time_and_goes_to_other_processes(text: str) -> None:
    made = fingerprint(text)

    assert made == fingerprint(text)
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301  # our own
