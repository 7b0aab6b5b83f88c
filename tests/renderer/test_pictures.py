import pytest

from sitegen.model import Image
from sitegen.renderer.pictures import show_pictures

A = Image(src="/a.jpg", width=9, height=6, tone="tone-3", srcset="/a-4.webp 4w, /a-9.webp 9w")
PLAIN = Image(src="/b.svg", width=9, height=6)
LOST = Image()


def show(html: str, *, is_first: bool = True) -> str:
    return show_pictures(
        html, [("a.jpg", A), ("b.svg", PLAIN), ("lost.jpg", LOST), ("a&b.jpg", PLAIN)], is_first=is_first
    )


def test_a_picture_has_its_size_its_tone_and_smaller_files() -> None:
    assert show('<img alt="图" src="a.jpg">') == (
        '<picture><source type="image/webp" srcset="/a-4.webp 4w, /a-9.webp 9w" sizes="(min-width: 46em) 42em, 92vw">'
        '<img src="/a.jpg" alt="图" width="9" height="6" class="tone-3" fetchpriority="high"></picture>'
    )


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<img src="b.svg">', '<img src="/b.svg" alt="" width="9" height="6" fetchpriority="high">'),
        ("<img alt='a \"b\"' src='b.svg'>", '<img src="/b.svg" alt="a &quot;b&quot;" width="9" height="6" fetchpriority="high">'),
        ('<img alt="a > b" src="b.svg" loading="eager" class="x">', '<img src="/b.svg" alt="a > b" width="9" height="6" fetchpriority="high">'),
        ('<img width="3" src="b.svg" title="t">', '<img src="/b.svg" alt="" width="3" title="t" fetchpriority="high">'),
        ('<img src="a&amp;b.jpg" alt="">', '<img src="/b.svg" alt="" width="9" height="6" fetchpriority="high">'),
        ('<img src="https://example.org/c.jpg">', '<img src="https://example.org/c.jpg">'),
        ('<code>&lt;img src="b.svg"&gt;</code>', '<code>&lt;img src="b.svg"&gt;</code>'),
        ('<img alt="&lt;词&gt;" src="lost.jpg">', '<span class="lost-picture">&lt;词&gt;</span>'),
        ('<img alt="" src="lost.jpg">', ""),
    ],
)  # fmt: skip
def test_the_author_s_words_stay_and_all_else_is_ours(html: str, shown: str) -> None:
    assert show(html) == shown


def test_only_the_first_picture_comes_at_once_and_only_near_the_top() -> None:
    one = '<img src="b.svg">'

    assert [part.count("lazy") for part in show(one * 3).split("<img")[1:]] == [0, 1, 1]
    assert show(one, is_first=False).count("lazy") == 1
    assert show("<p>" + "字" * 800 + "</p>" + one).count("lazy") == 1
