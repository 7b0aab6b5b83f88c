"""From the lines of a text to an article."""

from dataclasses import replace

import pytest

from sitegen.importer.clipping import Clipping, Mended, Person
from sitegen.importer.reading import Raw
from sitegen.importer.understanding import WITHOUT_DATE, WITHOUT_TITLE, understand
from sitegen.model import Script

LONG = "今年雨水好，川里的麦子比往年早黄了五六天，家家户户都忙着磨镰。"


def understood(*lines: str, date: str = "", **known: str) -> Clipping:
    text = "\n".join(lines)
    raw = replace(Raw(file="a.txt", text=text, encoding="utf-8"), **known)  # type: ignore[arg-type]  # words only
    return understand(raw, Mended(text=text, script=Script.HANS), date=date)


def test_a_whole_page_is_taken_apart() -> None:
    made = understood(
        "您好，欢迎来到示例农民网！",
        "【走基层 看三夏】",
        "【村里的人】",
        "麦子黄了的时候",
        "——访老把式",
        "新示例·示例日报记者 张三",
        "来源：示例网 时间：2023-06-12 08:00",
        LONG,
        "第二段也不短，说的是下一季种什么、怎么种。",
        "（责任编辑：李四）",
        "上一篇：春耕",
    )

    assert made == Clipping(
        title="麦子黄了的时候",
        subtitle="访老把式",
        date="2023-06-12 08:00",
        series=("走基层 看三夏", "村里的人"),
        authors=(Person(name="张三", role="记者"), Person(name="李四", role="责任编辑")),
        sources=("新示例", "示例日报", "示例网"),
        summary=LONG,
        paragraphs=(LONG, "第二段也不短，说的是下一季种什么、怎么种。"),
        script=Script.HANS,
        review=(),
        left_out=2,
    )


def test_without_a_headline_the_subtitle_stands_for_it_and_says_so() -> None:
    made = understood("【村里的人】", "——访老把式", LONG, LONG + "又一段。")

    assert (made.title, made.subtitle, made.title_inferred) == ("访老把式", "访老把式", True)
    assert made.review == (WITHOUT_TITLE, WITHOUT_DATE)


def test_without_either_the_text_gives_its_first_words() -> None:
    made = understood(LONG, "“第二段”也是一整段正文，不是标题。")

    assert (made.title, made.title_inferred) == ("今年雨水好", True)
    assert made.paragraphs[0] == LONG


def test_a_headline_of_the_page_is_taken_without_the_name_of_its_site() -> None:
    made = understood("麦子黄了", LONG, title="麦子黄了_示例农民网")

    assert (made.title, made.paragraphs) == ("麦子黄了", (LONG,))


def test_a_column_in_front_of_the_headline_is_a_series() -> None:
    made = understood("【三夏】麦子黄了", LONG)

    assert (made.title, made.series) == ("麦子黄了", ("三夏",))


def test_brackets_inside_the_text_stay() -> None:
    made = understood("麦子黄了", LONG, "【第一步】先看天色。")

    assert made.paragraphs == (LONG, "【第一步】先看天色。")


@pytest.mark.parametrize(
    ("known", "date"),
    [
        ({"file": "scraped/2023-06-12-a.txt"}, "2023-06-12"),
        ({"file": "20230612.txt"}, "2023-06-12"),
        ({"address": "https://example.org/2023/06/12/1.html"}, "2023-06-12"),
        ({"address": "https://example.org/1234567.html"}, ""),
    ],
)
def test_a_date_is_found_around_the_text(known: dict[str, str], date: str) -> None:
    made = understood("麦子黄了", LONG, **known)

    assert made.date == date
    assert (WITHOUT_DATE in made.review) == (not date)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("一九五八年三月五日", "1958-03-05"),
        ("二〇二三年十二月三十一日", "2023-12-31"),
        ("一九六○年十月廿日", "1960-10-20"),
        ("民国三十年五月六日", "1941-05-06"),
        ("中華民國元年元月一日", "1912-01-01"),
        ("民國38年9月30日", "1949-09-30"),
        ("２０２３年６月１２日", "2023-06-12"),
        ("二〇二三年二月三十日", ""),
        ("二〇二三年十十月五日", ""),
        ("癸卯年四月廿四", ""),
    ],
)
def test_a_date_of_old_print_is_read_where_it_is_one(written: str, date: str) -> None:
    assert understood("麦子黄了", f"时间：{written}", LONG).date == date


def test_the_editors_date_is_for_texts_that_show_none() -> None:
    assert understood("麦子黄了", LONG, date="2020-01-01").date == "2020-01-01"
    assert understood("麦子黄了", "时间：2023-06-12", LONG, date="2020-01-01").date == "2023-06-12"


def test_a_dateline_goes_and_its_people_stay() -> None:
    made = understood("麦子黄了", "本报讯（记者 张三）" + LONG)

    assert made.paragraphs == (LONG,)
    assert made.authors == (Person(name="张三", role="记者"),)


def test_an_empty_text_is_an_article_without_words() -> None:
    made = understood("")

    assert (made.title, made.paragraphs, made.title_inferred) == ("无题", (), True)


def test_places_are_named_where_the_text_is_about_them() -> None:
    far = "这一段只说天气和收成，别的都不说。" * 20
    made = understood("麦子黄了", "兰州市红古区的麦子黄了。" + LONG, far + "天水也来了人。", "延安的客商，延安的车。")

    assert made.places == ("甘肃省/兰州市/红古区", "陕西省/延安市")


def test_a_term_that_is_quoted_often_is_proposed_as_a_tag_and_not_decided() -> None:
    made = understood("麦子黄了", "时间：2023-06-12", LONG + "“三夏”到了，“三夏”忙，“三夏”过了是“伏天”。")

    assert list(map(str, made.review)) == ["tags that may fit: 三夏"]


def test_what_only_the_page_knows_is_used_where_the_text_is_silent() -> None:
    made = understood("麦子黄了", "时间：2023-06-12", LONG, byline="张三；李四")

    assert made.authors == (Person(name="张三"), Person(name="李四"))


def test_captions_and_lost_bytes_are_told() -> None:
    raw = Raw(file="2023-06-12.txt", text="麦子黄了", encoding="gb18030", captions=("麦田",), lost=2)

    made = understand(raw, Mended(text="麦子黄了\n" + LONG, script=Script.HANS))

    assert list(map(str, made.review)) == [
        "2 bytes were no characters, and became �",
        "captions of pictures in the page: 麦田",
    ]


def test_a_dateline_tells_the_place_and_a_day_without_its_year() -> None:
    made = understood("麦子黄了", "新华社兰州6月12日电（记者 张三）" + LONG)

    assert made.places == ("甘肃省/兰州市",)
    assert list(map(str, made.review)) == [f"{WITHOUT_DATE} (the dateline says 6月12日, and no year)"]
