from xml.etree.ElementTree import fromstring, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.renderer.breaks import join_wide_lines

LINES = st.lists(st.text(st.sampled_from("头发，。“”—…aé1 　カ"), max_size=4), max_size=6)


def joined(html: str) -> str:
    root = fromstring(f"<div>{html}</div>")
    join_wide_lines(root)
    return tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>头\n发</p>", "<p>头发</p>"),
        ("<p>头 \n\t 发</p>", "<p>头发</p>"),
        ("<p>头，\n发。\n后</p>", "<p>头，发。后</p>"),
        ("<p>（头）\n《发》</p>", "<p>（头）《发》</p>"),
        ("<p>他说——\n好</p>", "<p>他说——好</p>"),
        ("<p>头……\n发</p>", "<p>头……发</p>"),
        ("<p>头\n“发”\n后</p>", "<p>头“发”后</p>"),
        ("<p>カ\nナ</p>", "<p>カナ</p>"),
        ("<p>𠮷\n㐀</p>", "<p>𠮷㐀</p>"),
        ("<p>头\n😀</p>", "<p>头😀</p>"),
        ("<p>一\n二\n三\n四</p>", "<p>一二三四</p>"),
    ],
)
def test_a_break_between_wide_characters_is_no_space(html: str, expected: str) -> None:
    assert joined(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>one\ntwo</p>",
        "<p>用GB/T\n标准</p>",
        "<p>标准\nGB/T</p>",
        "<p>头\n1</p>",
        "<p>A……\nB</p>",
        "<p>“A”\n“B”</p>",
        "<p>한국\n어</p>",
        "<p>头 发</p>",
        "<p>头\u3000发</p>",
    ],
)
def test_a_break_beside_a_latin_word_stays(html: str) -> None:
    assert joined(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>头\n<b>发</b></p>", "<p>头<b>发</b></p>"),
        ("<p><b>头</b>\n发</p>", "<p><b>头</b>发</p>"),
        ("<p>头<b>\n发\n</b>后</p>", "<p>头<b>发</b>后</p>"),
        ("<p>头 <b>\n</b> <i>发</i></p>", "<p>头<b /><i>发</i></p>"),
        ("<p>头<a>发\n<em>后</em></a>\n来</p>", "<p>头<a>发<em>后</em></a>来</p>"),
        ("<p>头<b>A</b>\n发</p>", "<p>头<b>A</b>\n发</p>"),
        ("<p><b>头</b>\n<i>A</i></p>", "<p><b>头</b>\n<i>A</i></p>"),
        ("<p>头<img />\n发</p>", "<p>头<img />发</p>"),
    ],
)
def test_a_break_is_seen_across_inline_tags(html: str, expected: str) -> None:
    assert joined(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<pre>头\n发</pre>",
        "<pre><code>头\n发</code></pre>",
        "<p>头<code>\n发\n</code>后</p>",
        "<p>头\n<code>发</code>\n后</p>",
        "<p>头<br />\n发</p>",
        "<p>头</p>\n<p>发</p>",
        "<ul>\n<li>头</li>\n<li>发</li>\n</ul>",
        "<td>头</td>\n发",
    ],
)
def test_a_break_in_code_or_between_blocks_stays(html: str) -> None:
    assert joined(html) == html


def test_lists_quotations_and_cells_are_joined_inside_each() -> None:
    html = "<ul><li>头\n发<ul><li>后\n来</li></ul></li></ul><table><td>里\n外</td></table><dd>甲\n乙</dd>"

    assert joined(html) == html.replace("\n", "")


@given(lines=LINES, split=st.integers(0, 20))
@settings(max_examples=150, deadline=None)
def test_nothing_but_blanks_at_breaks_is_taken_away(lines: list[str], split: int) -> None:
    text = "\n".join(lines)

    result = "".join(fromstring(joined(f"<p>{text[:split]}<b>{text[split:]}</b></p>")).itertext())

    assert "".join(result.split()) == "".join(text.split())
    assert [line for line in text.split("\n") if line.strip() and line.strip(" ") not in result] == []


@given(text=st.text(st.sampled_from("头发，。“”—…a1 　"), max_size=20))
@settings(max_examples=50, deadline=None)
def test_text_on_one_line_is_untouched(text: str) -> None:
    assert joined(f"<p>{text}</p>") == (f"<p>{text}</p>" if text else "<p />")
