"""Bylines and datelines."""

import pytest

from sitegen.importer.bylines import Byline, byline_of, dateline_of
from sitegen.importer.clipping import Person


def by(*pairs: str) -> tuple[Person, ...]:
    return tuple(Person(name=name, role=role) for role, name in (pair.split(":") for pair in pairs))


@pytest.mark.parametrize(
    ("line", "sources", "authors"),
    [
        ("新示例·示例日报记者 张三", ("新示例", "示例日报"), by("记者:张三")),
        ("本报记者 张三 李四 通讯员 王小五 文/图", (), by("记者:张三", "记者:李四", "通讯员:王小五")),
        ("记者：张三", (), by("记者:张三")),
        ("（记者 张三、李四）", (), by("记者:张三", "记者:李四")),
        ("示例日报全媒体记者 阿里木·买买提 摄", ("示例日报",), by("全媒体记者:阿里木·买买提")),
        ("示例日報記者 張三", ("示例日報",), by("記者:張三")),
        ("通讯员 赵六", (), by("通讯员:赵六")),
        ("本社记者 张三", (), by("记者:张三")),
    ],
)
def test_a_byline_names_outlets_people_and_their_roles(
    line: str, sources: tuple[str, ...], authors: tuple[Person, ...]
) -> None:
    assert byline_of(line) == Byline(sources, authors)


@pytest.mark.parametrize("line", ["记者于近日采访了村民，今年收成好。", "今年春耕早", "他当过记者", "", "记者"])
def test_a_sentence_is_no_byline(line: str) -> None:
    assert byline_of(line) is None


@pytest.mark.parametrize(
    ("paragraph", "byline", "rest"),
    [
        ("本报讯（记者 张三）今年雨水好。", Byline((), by("记者:张三")), "今年雨水好。"),
        (
            "新华社兰州6月12日电（记者 张三、李四）麦子黄了。",
            Byline(("新华社",), by("记者:张三", "记者:李四"), "兰州", "6月12日"),
            "麦子黄了。",
        ),
        ("本报兰州讯 (通讯员 王五 记者 张三)好", Byline((), by("通讯员:王五", "记者:张三"), "兰州"), "好"),
        ("今年（记者 张三）雨水好。", None, "今年（记者 张三）雨水好。"),
        ("本报讯今年雨水好。", None, "本报讯今年雨水好。"),
    ],
)
def test_a_dateline_is_parted_off(paragraph: str, byline: Byline | None, rest: str) -> None:
    assert dateline_of(paragraph) == (byline, rest)
