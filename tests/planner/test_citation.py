"""An article is cited as GB/T 7714-2015 has it, but for the address and the day of the visit."""

import pytest

from sitegen.model import Credit, Edition, Link, RoughDate
from sitegen.planner.citation import cite
from tests.builders import HANT, a_date, words


def credits_(*names: str) -> list[Credit]:
    return [Credit(link=Link(text=words(name), url="/x/")) for name in names]


def cited(
    *, authors: str = "", sources: str = "", subtitle: str = "", date: RoughDate | None = None, page: str = ""
) -> str:
    pieces = cite(
        title=words("春耕"),
        subtitle=words(subtitle),
        authors=credits_(*authors.split()),
        sources=credits_(*sources.split()),
        date=date,
        edition=Edition(issue=words(""), page=words(page)) if page else None,
        publisher=words("陇上"),
    )
    return "".join(map(str, pieces))


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, "陇上. 春耕[EB/OL]"),
        ({"date": a_date(2024, 3, 5)}, "陇上. 春耕[EB/OL]. (2024-03-05)"),
        ({"date": a_date(2024)}, "陇上. 春耕[EB/OL]. (2024)"),
        ({"authors": "张三", "subtitle": "三件事"}, "张三. 春耕: 三件事[EB/OL]"),
        ({"subtitle": "春耕"}, "陇上. 春耕[EB/OL]"),
        ({"authors": "甲 乙 丙 丁"}, "甲, 乙, 丙, 等. 春耕[EB/OL]"),
        (
            {"authors": "张三", "sources": "甘肃日报 新示例", "date": a_date(2023, 6), "page": "3"},
            "张三. 春耕[N/OL]. 甘肃日报, 2023-06(3)",
        ),
        ({"sources": "甘肃日报", "page": "3"}, "春耕[N/OL]. 甘肃日报(3)"),
        ({"authors": "本站编辑", "sources": "本站", "page": "3"}, "陇上. 春耕[EB/OL]"),
        ({"authors": "本报記者", "sources": "甘肃日报"}, "春耕[N/OL]. 甘肃日报"),
        ({"authors": "本台记者", "sources": "甘肃日报"}, "春耕[N/OL]. 甘肃日报"),
    ],
)
def test_what_is_known_is_cited_in_order(given: dict[str, object], line: str) -> None:
    assert cited(**given) == line  # type: ignore[arg-type]  # of the table


def test_each_piece_keeps_its_script() -> None:
    pieces = cite(
        title=words("春節", HANT),
        subtitle=words("", HANT),
        authors=credits_("范进"),
        sources=(),
        date=None,
        edition=None,
        publisher=words("陇上"),
    )

    assert [piece.script for piece in pieces if str(piece) == "春節"] == [HANT]
