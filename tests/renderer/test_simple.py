"""The quick way of rendering says what the library says, or nothing."""

import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.model import Script
from sitegen.renderer.markup import markdown_to_html, simple_markdown_to_html
from sitegen.renderer.sanitise import sanitise

EXAMPLES = 20_000 if os.environ.get("SITEGEN_LONG") else 600
SIGNS = list("#-+=:>*_`[]()!|~\\<&{}.1 　\n\t\"'/^$%@，。：“”—…A一里a9\u00a0\u200b\u2003")
PIECES = st.sampled_from(
    [
        "春耕时节，村民忙着整地。", "亩产提高12.5公斤", "“苗好一半收。”", "第二行\n接着第一行", "English words\nand more",
        "中文\nand English", "## 怎么选种", "### 价钱", "# 题", "- 一项", "- 二项\n- 三项", "-不是项", "1. 第一", "2024.5亩",
        "　　缩进的一段", "　　一段\n　　又一段", "见[报道](https://example.org/a-b/1.html)。", "[上期](/news/12/)", "![图](a.jpg)",
        "[甲](b.md)和[乙](c.md)", "a: b", ": 解释", "**粗**", "> 引文", "| 甲 | 乙 |\n| --- | --- |", "    code", "[1]: /a",
        "[^1]", "[^1]: 注", "---", "===", "a  \nb", "## 怎么选种 ##", "## ", "#号开头", "- ", "- # 题", "- 1. 甲", "-- 甲", "\n", " ",
        "http://example.org", "甲 & 乙", "3 < 5", "-{原样}-", "[TOC]", "(括号)", "+ 加号", "\u2003", "- 甲 ", "![", "[a](b c)", "[](a)",
    ]
)  # fmt: skip
PLAIN = st.sampled_from(
    ["一段话。", "两行，\n一段。", "　　缩进。", "## 怎么选", "### 价钱", "- 一项\n- 二项", "见[报道](/a/)。", "A 2024"]
)
DOCUMENTS = st.lists(PLAIN, max_size=6).map("\n\n".join) | st.lists(
    PIECES | st.text(st.sampled_from(SIGNS), max_size=12), max_size=8
).flatmap(
    lambda pieces: st.lists(
        st.sampled_from(["\n\n", "\n", "\n\n\n", ""]), min_size=len(pieces), max_size=len(pieces)
    ).map(lambda joints: "".join(piece + joint for piece, joint in zip(pieces, joints, strict=True)))
)


@given(DOCUMENTS)
@settings(max_examples=EXAMPLES, deadline=None)
@example("　　")
@example("　#")
@example("　　- 甲\n　　1. 乙")
@example("甲\n　　\n乙")
@example("- 甲\n\n- 乙")
@example("## 甲\n\n## 甲")
def test_what_it_says_is_what_the_library_says(text: str) -> None:
    simple = simple_markdown_to_html(text, Script.HANS)

    assert simple is None or simple == sanitise(markdown_to_html(text, Script.HANS))


@pytest.mark.parametrize(
    "text",
    [
        "", "一段。\n\n又一段。", "一段，\n分两行。", "　　一段。\n　　又一段。", "## 甲\n\n一段。\n\n### 乙\n\n一段。", "- 甲\n- 乙", "见[报道](https://example.org/1.html)。",
    ],
)  # fmt: skip
def test_it_has_something_to_say_of_plain_articles(text: str) -> None:
    assert simple_markdown_to_html(text, Script.HANS) is not None
