"""The divisions of China that a text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.chinese.places import places_in
from sitegen.chinese.search import by_beginning, find_longest


def paths(text: str) -> list[str]:
    return [mention.path for mention in places_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("兰州市红古区的菜农", ["甘肃省/兰州市/红古区"]),
        ("甘肃的红古区", ["甘肃省/兰州市/红古区"]),
        ("陕西省延安市洛川县的苹果", ["陕西省/延安市/洛川县"]),
        ("民和县川口镇", ["青海省/海东市/民和回族土族自治县"]),
        ("张家川县的羊", ["甘肃省/天水市/张家川回族自治县"]),
        ("临夏州的花椒", ["甘肃省/临夏回族自治州"]),
        ("内蒙古的牛羊", ["内蒙古自治区"]),
        ("新疆的棉花", ["新疆维吾尔自治区"]),
        ("北京市朝阳区", ["北京市/朝阳区"]),
        ("城关区在兰州", ["甘肃省/兰州市/城关区"]),
        ("兰州的菜，天水的苹果，还是天水的苹果", ["甘肃省/天水市", "甘肃省/兰州市"]),
        ("仙桃市的黄鳝", ["湖北省/仙桃市"]),
    ],
)
def test_a_place_is_found_with_its_whole_path(text: str, found: list[str]) -> None:
    assert paths(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "朝阳区的菜",
        "城关区的街",
        "鼓楼区在南京，也在福州，还在开封",
        "和平与发展",
        "大同世界",
        "长春花开了",
        "甘肃日报和新甘肃",
        "兰州大学的教授吃兰州拉面",
        "赵县长下乡",
        "",
    ],
)
def test_what_is_not_sure_is_no_place(text: str) -> None:
    assert [path for path in paths(text) if path.count("/") != 1 or "鼓楼" not in text] == []


def test_a_wider_place_goes_into_the_narrower_one_and_is_counted_there() -> None:
    (mention,) = places_in("甘肃省的兰州，兰州的红古区，红古区的菜")

    assert (mention.path, mention.times, mention.first) == ("甘肃省/兰州市/红古区", 5, 0)


WORDS = ("兰州", "兰州市", "州市", "市红古", "红古区", "古区")


@given(st.text(st.sampled_from("兰州市红古区"), max_size=20))
def test_both_searches_find_the_same(text: str) -> None:
    assert list(by_beginning(WORDS)(text)) == list(find_longest(WORDS)(text))
