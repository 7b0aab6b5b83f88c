"""Lines around an article."""

import pytest

from sitegen.importer.labels import labels_in, without_boilerplate


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("来源：示例日报", [("source", "示例日报")]),
        (
            "来源：示例日报　作者：张三  时间：2023-06-12 08:00  点击：12",
            [("source", "示例日报"), ("author", "张三"), ("date", "2023-06-12 08:00")],
        ),
        ("（责任编辑：李四）", [("责任编辑", "李四")]),
        ("責任編輯：李四", [("責任編輯", "李四")]),
        ("【编辑：李四】", [("编辑", "李四")]),
        ("发布时间：2023年6月12日", [("date", "2023年6月12日")]),
        ("浏览次数：123", []),
        ("作者：张三 李四", [("author", "张三 李四")]),
    ],
)
def test_a_line_of_labels_says_what_they_say(line: str, said: list[tuple[str, str]]) -> None:
    assert labels_in(line) == said


@pytest.mark.parametrize("line", ["村里的时间：一早一晚最忙，来源也多。", "春耕", "", "他说：今年好"])
def test_a_sentence_with_a_colon_is_text(line: str) -> None:
    assert labels_in(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "您好,欢迎来到示例农民网!",
        "您好，歡迎來到示例農民網！",
        "当前位置：首页 > 新闻 > 正文",
        "首页 > 新闻",
        "上一篇：春耕早",
        "下一篇：没有了",
        "相关链接：春耕",
        "【打印本页】",
        "关闭窗口",
        "大 中 小",
        "分享到微信",
        "Copyright 2020 示例",
        "版权所有 示例农民网",
        "--------",
    ],
)
def test_what_is_none_of_the_article_goes(line: str) -> None:
    assert list(without_boilerplate([line, "正文。"])) == ["正文。"]


@pytest.mark.parametrize("line", ["欢迎村民来到合作社。", "上一篇讲了春耕，这一篇讲夏收。", "首页上写着三个字。"])
def test_the_words_of_an_article_stay(line: str) -> None:
    assert list(without_boilerplate([line])) == [line]


def test_a_site_adds_patterns_of_its_own() -> None:
    assert list(without_boilerplate(["示例网讯", "正文。"], (r"示例网.*",))) == ["正文。"]
