from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import ContentError
from sitegen.files import Found
from sitegen.loader.bodies import SUMMARY, body_of, gist_of, read_body
from sitegen.loader.links import refer
from sitegen.loader.marks import plain
from sitegen.model import Markup, Reference
from tests.builders import a_body

MARKDOWN = a_body("content/articles/2023/spring.md")
PLAIN = replace(MARKDOWN, markup=Markup.PLAIN)


def summary(text: str) -> str:
    return gist_of(text, MARKDOWN).summary


def targets(text: str) -> list[str]:
    return [reference.target for reference in gist_of(text, MARKDOWN).references]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("麦田返青。\n", "麦田返青。"),
        ("　　麦田返青。\n\n　　雨水足。\n", "麦田返青。雨水足。"),
        ("麦田\n返青。", "麦田返青。"),
        ("spring\nrain", "spring rain"),
        ("# 春\n\n麦田返青。", "麦田返青。"),
        ("- 一\n- 二\n\n1. 三\n\n> 引\n\n| 甲 | 乙 |\n\n![图](a.jpg)\n\n<div>框</div>\n\n麦田返青。", "麦田返青。"),
        ("    代码\n\n```\n代码\n```\n\n麦田返青。", "麦田返青。"),
        ("[a]: b.md\n\n麦田返青。", "麦田返青。"),
        ("**麦田**[返青](a.md)了[^1]，`雨`水*足*。\n\n[^1]: 注", "麦田返青了，水足。"),
        ("一&amp;二 \\*三\\*", "一&二 *三*"),
        ("前言。\n\n<!-- 藏 -->\n\n麦田返青。", "前言。麦田返青。"),
        ("甲。\n\n## 题\n\n乙。\n\n<!--more-->\n\n丙。", "甲。乙。"),
        ("甲。\n\n<!-- more -->\n\n乙。", "甲。"),
        ("<!--more-->\n\n乙。", ""),
        ("甲 <!--more--> 乙", "甲  乙"),
    ],
)
def test_a_summary_is_the_plain_beginning_of_the_text(text: str, short: str) -> None:
    assert summary(text) == short


def test_a_long_text_is_cut_where_a_sentence_ends() -> None:
    sentence = "雨水过后，麦田返青，农人下地。"

    assert summary(sentence * 20) == sentence * (SUMMARY // len(sentence))


def test_a_summary_that_the_author_marks_is_not_cut() -> None:
    words = "麦田返青。" * 100

    assert summary(f"{words}\n\n<!--more-->\n\n余下。") == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("麦田返青。", 4),
        ("# 春\n\n**麦田** [返青](https://example.org/a.html)", 5),
        ("GB/T 19630 标准", 4),
        ("<b>春</b><!-- 藏起来 -->", 1),
        ("", 0),
    ],
)
def test_the_characters_of_the_words_are_counted_and_not_the_marks(text: str, count: int) -> None:
    assert gist_of(text, MARKDOWN).characters == count


def test_in_a_plain_text_nothing_is_markup() -> None:
    gist = gist_of("　　# 春\n\n[返青](a.md)<!--more-->\n`雨`", PLAIN)

    assert gist.summary == "# 春[返青](a.md)<!--more-->`雨`"
    assert gist.references == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![图](a.jpg)", ["content/articles/2023/a.jpg"]),
        ('![图](a.jpg "春｜本站 摄") 与 [文](b.md)', ["content/articles/2023/a.jpg", "content/articles/2023/b.md"]),
        ("[![图](a.jpg)](b.md)", ["content/articles/2023/a.jpg", "content/articles/2023/b.md"]),
        ("[文](../2022/b.md#节)", ["content/articles/2022/b.md"]),
        ("[文](../../../../../etc/passwd)", ["../../etc/passwd"]),
        ("[文](/about/)", ["/about/"]),
        ("![图](<春 耕.jpg>)", ["content/articles/2023/春 耕.jpg"]),
        ("![图](%E6%98%A5%20a.jpg)", ["content/articles/2023/春 a.jpg"]),
        ("![图](春 耕.jpg)", ["content/articles/2023/春 耕.jpg"]),
        ("![图](cafe\u0301.jpg)", ["content/articles/2023/café.jpg"]),
        ("![图](it's.jpg)", ["content/articles/2023/it's.jpg"]),
        ("![图](a.jpg 'it''s' ) [文]( b.md )", ["content/articles/2023/a.jpg", "content/articles/2023/b.md"]),
        ("![图](a_(1).jpg)", ["content/articles/2023/a_(1).jpg"]),
        ("![图](a.jpg?x=1&amp;y=2)", ["content/articles/2023/a.jpg"]),
        ("[文][1]\n\n[1]: b.md 'x'\n  [2]: <c.md>", ["content/articles/2023/b.md", "content/articles/2023/c.md"]),
        ("<img src=\"a.jpg\"><a href = 'b.md'>", ["content/articles/2023/a.jpg", "content/articles/2023/b.md"]),
        ("[甲](https://example.org) [乙](mailto:a@b.c) [丙](//c.d) [丁](#节) [戊](tel:1)", []),
        ("[^1]: 注释", []),
        ("`![图](a.jpg)` ``[`](b.md)``", []),
        ("```\n![图](a.jpg)\n```\n", []),
        ("~~~~ md\n![图](a.jpg)\n~~~\n~~~~\n![图](b.jpg)", ["content/articles/2023/b.jpg"]),
        ("```\n![图](a.jpg)", []),
        ("价钱`高。\n\n![图](a.jpg)\n\n又`低。", ["content/articles/2023/a.jpg"]),
    ],
)
def test_what_a_body_refers_to_is_found(text: str, found: list[str]) -> None:
    assert targets(text) == found


def test_a_reference_has_the_line_of_the_file_it_stands_on() -> None:
    body = replace(MARKDOWN, first_line=5)

    references = gist_of("```\n[甲](x.md)\n```\n\n麦田\n[乙](y.md?a#b)", body).references

    assert references == (Reference(written="y.md?a#b", target="content/articles/2023/y.md", suffix="?a#b", line=10),)


@pytest.mark.parametrize(
    ("written", "target", "suffix"),
    [
        ("a.md", "content/a.md", ""),
        ("./b/../a.md#节", "content/a.md", "#节"),
        ("../static/a.png", "static/a.png", ""),
        ("/a/../b?c", "/a/../b", "?c"),
        ("%23.md#a%20b", "content/#.md", "#a%20b"),
    ],
)
def test_a_link_is_counted_from_its_file(written: str, target: str, suffix: str) -> None:
    assert refer(written, file="content/x.md", line=3) == Reference(
        written=written, target=target, suffix=suffix, line=3
    )


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**春**__夏__*秋*~~冬~~", "春夏秋冬"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a_b_c", "a_b_c"),
        ("1 < 2，3 > 2", "1 < 2，3 > 2"),
        ("题\n===\n正文", "题\n\n正文"),
        ("| 甲 | 乙 |\n|---|:-:|\n", "| 甲 | 乙 |\n\n"),
        ("[甲][1] [乙] \\[丙\\]", "甲 [乙] [丙]"),
    ],
)
def test_marks_are_taken_out_and_words_stay(marked: str, words: str) -> None:
    assert plain(marked) == words


def found(site: Path, text: str | bytes) -> Found:
    path = site / "content" / "articles" / "a.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return Found(str(site / "content"), "articles/a.md", "articles/a.md")


def test_a_body_stands_for_words_that_can_be_read_again(tmp_path: Path) -> None:
    text = "麦田返青。\n"
    file = found(tmp_path, f"---\r\ntitle: 春\r\n---\r\n{text}")

    body = body_of(text, found=file, first_line=4, markup=Markup.MARKDOWN)

    assert (body.file, body.path, body.first_line) == ("content/articles/a.md", b"content/articles/a.md", 4)
    assert read_body(body, tmp_path) == text


def test_a_body_that_changed_meanwhile_is_told(tmp_path: Path) -> None:
    file = found(tmp_path, "---\ntitle: 春\n---\n新的正文。\n")
    body = body_of("旧的正文。\n", found=file, first_line=4, markup=Markup.MARKDOWN)

    with pytest.raises(ContentError) as raised:
        read_body(body, tmp_path)

    assert str(raised.value) == "content/articles/a.md: changed while the site was being built\n  hint: build again"


def test_a_body_that_vanished_meanwhile_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        read_body(MARKDOWN, tmp_path)

    assert str(raised.value) == "content/articles/2023/spring.md: cannot be read: No such file or directory"


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text(st.sampled_from("![](<>)`~*_#-|\\\n\t &;a春。")))
@settings(max_examples=150, deadline=None)
def test_any_words_can_be_summed_up(text: str) -> None:
    for body in (MARKDOWN, PLAIN):
        gist = gist_of(text, body)

        assert gist.characters >= 0
        assert all(4 <= reference.line <= 4 + text.count("\n") for reference in gist.references)
        assert len(gist.summary) <= max(SUMMARY, len(text))


@pytest.mark.parametrize(
    "piece",
    ["<!--", "![](", "**a ", " ", "`", "<a ", "[^", "[", "> ", "~~~\n", "\\*", "](a b ", "|-", '<img src="', '![](a"'],
)
def test_a_hostile_body_is_summed_up_like_any_other(piece: str) -> None:
    gist = gist_of(piece * 20_000, MARKDOWN)

    assert len(gist.summary) <= 110
