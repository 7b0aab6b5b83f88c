"""Paragraphs have addresses, and lost characters show."""

import pytest

from sitegen.renderer.lost import with_lost_marked
from sitegen.renderer.paragraphs import with_anchors

SAYS = "缺字"
SHOWN = '<span class="lost" role="img" aria-label="缺字" title="缺字">□</span>'


def ids_in(html: str) -> str:
    return with_anchors(html).replace('<a class="here" href="#', "[").replace('"></a>', "]")


def test_paragraphs_are_numbered_in_order_each_with_a_link_to_itself() -> None:
    assert with_anchors("<p>一</p>\n<h2>题</h2>\n<p>二</p>") == (
        '<p id="p1"><a class="here" href="#p1" aria-label="第1段"></a>一</p>\n<h2>题</h2>\n'
        '<p id="p2"><a class="here" href="#p2" aria-label="第2段"></a>二</p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote>\n<p>引</p>\n</blockquote>",
        "<ul>\n<li>\n<p>项</p>\n<ol><li><p>项</p></li></ol><p>项</p>\n</li>\n</ul>",
        '<div class="footnote"><p>注</p></div>',
        '<p class="left">有名</p>',
        "<pre>&lt;p&gt;</pre>",
    ],
)
def test_a_paragraph_inside_something_else_has_no_number(html: str) -> None:
    assert with_anchors(html) == html
    assert 'id="p1"' in with_anchors(f"{html}<p>后</p>")


def test_an_id_of_the_author_is_given_to_nothing_else() -> None:
    assert ids_in('<h2 id="p1">甲</h2><p>乙</p>').startswith('<h2 id="p1">甲</h2><p id="p2">')


def test_a_lost_character_shows_as_one_in_the_text_and_in_no_attribute() -> None:
    html = '<p title="\ufffd">日\ufffd报</p>'

    assert with_lost_marked(html, SAYS, imported=False) == f'<p title="\ufffd">日{SHOWN}报</p>'


def test_a_box_is_a_lost_character_only_where_a_text_was_imported() -> None:
    assert with_lost_marked("□ 是", SAYS, imported=False) == "□ 是"
    assert with_lost_marked("日□报", SAYS, imported=True) == f"日{SHOWN}报"
