import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.checker.addresses import Addresses, Inside
from sitegen.checker.page import Page


def faults(body: str) -> list[str]:
    return [
        str(each.problem)
        for each in Page("a.html", "a.html", f"<!doctype html><html><body>{body}</body></html>").faults
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>一<p>二<ul><li>三<li>四</ul>",
        "<dl><dt>一<dd>二<dt>三</dl><dl><div><dt>一</dt></div></dl>",
        "<table><caption>一</caption><thead><tr><th>二<tbody><tr><td>三<td>四</table>",
        "<ruby>墒<rt>shāng</rt></ruby><br><img src=a alt=b/>",
        '<svg viewBox="0 0 1 1"><g><path d="M0 0"/></g><a><a></a></a></svg>',
        "<a href=x><div><h2>一</h2></div></a><details><summary>一</summary><p>二</details>",
        "<figure><picture><source srcset=a><img src=b alt=c></picture><figcaption>一</figcaption></figure>",
    ],
)
def test_what_may_stand_so_has_no_fault(body: str) -> None:
    assert faults(body) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<div><section>一</div>", "<section> is not closed before </div>"),
        ("<p>一<div>二</div></p>", "</p> ends nothing"),
        ("</span>", "</span> ends nothing"),
        ("<a href=x>一<b><a href=y>二</a></b></a>", "<a> may not stand in <a>"),
        ("<ul><p>一</p></ul>", "<p> may not stand in <ul>"),
        ("<div><li>一</li></div>", "<li> may not stand in <div>"),
        ("<span><div>一</div></span>", "<div> may not stand in <span>"),
        ("<table><div>一</div></table>", "<div> may not stand in <table>"),
        ("<div>一", "<div> is not closed before </body>"),
    ],
)
def test_what_a_parser_would_mend_without_a_word_is_a_fault(body: str, fault: str) -> None:
    assert fault in faults(body)


@given(st.text(alphabet="<>/abilpdv svg\"'=&;春\n", max_size=80))
def test_any_page_can_be_read(html: str) -> None:
    Page("a.html", "a.html", html)


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("#p1", Inside("a/index.html", "p1")),
        ("", Inside("a/index.html", "")),
        ("../b/", Inside("b/index.html", "")),
        ("/news/b/?q=1#x", Inside("b/index.html", "x")),
        ("/news/%E6%98%A5.jpg", Inside("春.jpg", "")),
        ("/news/", Inside("index.html", "")),
        ("/elsewhere/", Inside(None, "")),
        ("https://example.org/news/b/", Inside("b/index.html", "")),
        ("https://example.org/other/", None),
        ("https://example.net/", None),
        ("//example.net/x", None),
        ("mailto:a@b", None),
        ("http://[", None),
    ],
)
def test_an_address_means_a_file_of_the_site_or_something_elsewhere(written: str, means: Inside | None) -> None:
    assert Addresses("/news", "https://example.org").inside(written, "a/index.html") == means
