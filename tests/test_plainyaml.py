"""The quick way of reading a front matter says what the library says, or nothing."""

import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.documents import _read_by_events
from sitegen.errors import FieldError
from sitegen.plainyaml import read_plain

EXAMPLES = 20_000 if os.environ.get("SITEGEN_LONG") else 800
LINES = st.sampled_from(
    [
        "title: 春耕：村里的事", "title: 春耕", "date: 2019-03-04T04:29:16+08:00", "date: 2024-03-05", "tags: [苹果, 水利]", "tags: []", "tags: [a,b]",
        "draft: true", "part: 012", "empty:", "nothing: null", "tilde: ~", "extra:", "  author: 本站编辑", "  source: 县报", "  - 一", "  - 二", "- 三",
        "    deep: a", "  null: b", 'summary: “引号”，a "b" c', "summary: a 'b'", "url: https://example.org/a", "colon: a: b", "hash: a #b",
        'quoted: "a"', "anchor: &a b", "tag: !a b", "fold: >", "keep: |", "  text", "# 注", "", " ", "key : a", "k：v", "tags: [a, [b]]", "tags: [a, ]",
        "tags: [, a]", "tags: [null, a]", "tags: [~]", "tags: [a: b]", "m: {a: b}", "dash: -a", "q: ? a", "at: @a", "pct: %a", "tick: `a`", "---", "...",
        "trail: a  ", "tab: a\tb", "eq: =", "lt: <<", "<<: a", "a-b_c: d", "yes: no", "1: a", "null: a", "a: 'b", "a: b, c", "a: [b c, d-e]", "a: b[c]", "a: b]", "a: b}",
        "  a: null", "  - null", "a: \u00a0b", "a: b\u3000", "a: \u3000b", "tags: [a:b]", "tags: [ a , b ]", "a:b", "a:  b", "  a:  b", "  -  b",
    ]
)  # fmt: skip
SIGNS = "ab一：: -[]{},#&*!|>'\"%@`~=<?\n 0"
PLAIN = st.sampled_from(
    ["title: 春耕：村里的事", "date: 2024-03-05 08:00", "tags: [苹果, null, 水利]", "more: []", "extra:\n  author: 县报", "list:\n  - 一\n  - 二", "empty:"]
)  # fmt: skip
DOCUMENTS = st.lists(PLAIN, unique=True, max_size=7).map("\n".join) | st.lists(
    LINES | st.text(st.sampled_from(SIGNS), max_size=8), max_size=7
).map("\n".join)


def by_library(text: str) -> tuple[object, object] | str:
    try:
        document = _read_by_events(text, "a.md", 2)
    except FieldError as error:
        return str(error)
    return document.values, document.lines


@given(DOCUMENTS, st.sampled_from(["", "\n"]))
@settings(max_examples=EXAMPLES, deadline=None)
@example("tags: [null, a]", "")
@example("tags: [a]\n  - b", "\n")
@example("a: b\n  c", "")
@example("extra:\n  - a\n  b: c", "")
def test_what_it_says_is_what_the_library_says(text: str, end: str) -> None:
    plain = read_plain(text + end, 2)

    assert plain is None or plain == by_library(text + end)


@pytest.mark.parametrize(
    "text",
    [
        "title: 春耕：村里的事\ndate: 2019-03-04T04:29:16+08:00\ntags: [苹果, 水利]\ndraft: true\n",
        "title: 春\ntags:\n  - 苹果\n  - 水利\nextra:\n  author: 本站编辑\n",
        "empty:\ntags: []\n",
    ],
)
def test_it_has_something_to_say_of_plain_front_matter(text: str) -> None:
    assert read_plain(text, 2) is not None
