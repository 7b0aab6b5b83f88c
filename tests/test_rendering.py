"""What rendering promises: words in the page's script once, and nothing hostile in any page."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.chinese import Conversion, conversion, convert_html, engine
from sitegen.model import Script
from sitegen.renderer.markup import markdown_to_html
from sitegen.renderer.sanitise import sanitise
from tests.conftest import SiteMaker
from tests.sites import article_file, build_site, files_in, page, write_site

HANS, HANT = Script.HANS, Script.HANT
HAN = st.text(st.sampled_from("头发后里干面台只制征复系一二三，。"), max_size=8)


TO_TRADITIONAL = Conversion(HANS, HANT)


@pytest.mark.parametrize(
    ("html", "converted"),
    [
        ("头<b>发</b>", "頭<b>髮</b>"),
        ("皇<i>后</i>与后<em>面</em>", "皇<i>后</i>與後<em>面</em>"),
        ("<p>头</p><p>发</p>", "<p>頭</p><p>發</p>"),
        ('<a href="/头发/" title="头发">头发</a>', '<a href="/头发/" title="頭髮">頭髮</a>'),
        ("<code>头发</code><pre><b>头发</b></pre>头发", "<code>头发</code><pre><b>头发</b></pre>頭髮"),
        ('<p translate="no">头发<p>头发</p></p>头发', '<p translate="no">头发<p>头发</p></p>頭髮'),
        ('<span lang="zh-Hans">简体</span><span lang="zh">简体</span>', '<span lang="zh-Hans">简体</span><span lang="zh">簡體</span>'),
        ("见https://example.org/头发/a头发，头发", "見https://example.org/头发/a頭髮，頭髮"),
        ('<meta name="description" content="头发"><meta name="x" content="头发">', '<meta name="description" content="頭髮"><meta name="x" content="头发">'),
        ("1 < 2 头发 & 3 > 2", "1 < 2 頭髮 & 3 > 2"),
    ],
)  # fmt: skip
def test_words_are_converted_and_nothing_else(html: str, converted: str) -> None:
    assert convert_html(html, TO_TRADITIONAL) == converted


@given(texts=st.lists(HAN, min_size=1, max_size=6), tag=st.sampled_from(["b", "p", "code", "a", "td"]))
@settings(deadline=None)
def test_conversion_keeps_every_tag_and_the_length(texts: list[str], tag: str) -> None:
    html = "".join(f'<{tag} id="头" class="发">{text}</{tag}>' for text in texts)

    converted = convert_html(html, TO_TRADITIONAL)

    assert len(converted) == len(html)
    assert re.findall(r"<[^>]*>", converted) == re.findall(r"<[^>]*>", html)


def test_a_build_converts_nothing_twice(make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: set[str] = set()
    made: set[str] = set()
    real = engine.Engine.__call__

    def watched(self: engine.Engine, text: str) -> str:
        result = real(self, text)
        if result != text:
            taken.add(text)
            made.add(result)
        return result

    monkeypatch.setattr(engine.Engine, "__call__", watched)
    conversion._of_short.cache_clear()  # noqa: SLF001  # so that every text comes by
    site = make_site(
        {
            "content/articles/a.md": article_file("晒干的面条", "头发与面条。", tags="面食", date="2024-03-05"),
            "content/articles/b.md": article_file("後院的乾草", "瞭望臺後頭。", tags="鄉村", date="2024-03-06"),
        }
    )

    build_site(site)

    assert {"晒干的面条", "後院的乾草"} <= taken
    assert taken.isdisjoint(made)
    assert "頭髮與麵條。" in page(site, "/zh-hant/articles/2024/03/a/")
    assert "瞭望台后头。" in page(site, "/articles/2024/03/b/")


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def test_hostile_words_stay_words_in_every_page(make_site: SiteMaker) -> None:
    fields = dict.fromkeys(["title", "subtitle", "summary", "rights"], f"'{HOSTILE}'")
    lists = dict.fromkeys(["tags", "series", "places", "authors", "sources"], f"['{HOSTILE}']")
    cover = f"{{src: a.svg, alt: '{HOSTILE}', caption: '{HOSTILE}', credit: '{HOSTILE}'}}"
    site = make_site(
        {
            "content/articles/2024-03-05-a.md": article_file(
                **{**fields, **lists, "cover": cover, "aliases": "/old.html"},
                body=HOSTILE + "\n\n[a](javascript:alert(1))",
            ),
            "content/articles/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
            "content/pages/b.md": article_file(title=f"'{HOSTILE}'", body=HOSTILE),
        },
        title=f"'{HOSTILE}'",
        description=f"'{HOSTILE}'",
    )

    build_site(site)

    for path, content in files_in(site / "public").items():
        if path.endswith(".html"):
            assert acting(content.decode()) == [], path


def acting(html: str) -> list[str]:
    """Every script but ours, event handler and javascript: address of a page, as a browser would read it."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            is_data = dict(attrs).get("type") == "application/ld+json"
            is_ours = is_data or re.fullmatch(r"/(?:reader|ways|search)[.\w]*\.js", dict(attrs).get("src") or "")
            found.extend([tag] if tag == "script" and not is_ours else [])
            found.extend(name for name, value in attrs if name.startswith("on") or "javascript:" in (value or ""))

    Reader().feed(html)
    return found


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:x()">a</a>', '<a href=" java\nscript:x()">a</a>', '<img src="data:text/html,x">', "<iframe src=x>",
        '<p style="position:fixed">a</p>', "<svg><script>x()</script></svg>", "<math><mtext><style><img onerror=x()>", "<form><input>",
        "<object data=x>", '<base href="//x">', "<meta http-equiv=refresh>", '<p onclick="x()">a', "<style>a{}</style>", "<!--<img onerror=x()>-->",
    ],
)  # fmt: skip
def test_html_that_could_act_is_taken_out(html: str) -> None:
    clean = sanitise(html)

    assert not re.search(
        r"javascript|script|data:|<(iframe|svg|math|form|input|object|base|meta|style)|style=|\son\w+=", clean
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("头一行\n第二行", "<p>头一行第二行</p>"),
        ("头一**行**\n*第*二行", "<p>头一<strong>行</strong><em>第</em>二行</p>"),
        ("他说——\n好", "<p>他说——好</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("用GB/T\n标准", "<p>用GB/T\n标准</p>"),
        ("　　一段\n　　又一段", "<p>一段</p>\n<p>又一段</p>"),
        ("**“重”**，轻", "<p><strong>“重”</strong>，轻</p>"),
        ("# 大\n\n### 小", '<h2 id="da">大</h2>\n<h4 id="xiao">小</h4>'),
        ('![树](a.svg "果子｜本站 摄")', '<figure><img alt="树" src="a.svg"><figcaption>果子<span class="credit">本站 摄</span></figcaption></figure>'),
        ("    头\n    发", "<pre><code>头\n发\n</code></pre>"),
    ],
)  # fmt: skip
def test_markdown_becomes_what_chinese_text_wants(text: str, html: str) -> None:
    assert markdown_to_html(text, HANS).replace("</figcaption>\n", "</figcaption>") == html


def test_heading_ids_are_the_same_from_either_script() -> None:
    assert (
        re.findall(r'id="([^"]*)"', markdown_to_html("## 乡村振兴", HANS) + markdown_to_html("## 鄉村振興", HANT))
        == ["xiang-cun-zhen-xing"] * 2
    )


def test_a_table_is_aligned_by_class_and_scrolls_in_itself() -> None:
    html = sanitise(markdown_to_html("|a|b|\n|:-|-:|\n|1|2|", HANS))

    assert 'style="' not in html
    assert '<td class="right">2</td>' in html
    assert html.startswith('<div aria-label="表格" class="table" role="group" tabindex="0">')


def test_a_site_s_template_stands_before_sitegen_s_and_its_words_are_converted(make_site: SiteMaker) -> None:
    template = '{% set label = "发展" %}<p title="头发" data-x="头发">头{{ "<b>" | safe }}发{{ label }}</p>'
    site = make_site({"templates/404.html": template})

    build_site(site)

    html = (site / "public/zh-hant/404.html").read_text("utf-8")
    assert html == '<p title="頭髮" data-x="头发">頭<b>發發展</p>'


def test_a_body_nested_beyond_all_measure_is_a_problem_with_a_place(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(body="* " * 3000 + "x")})

    with pytest.raises(ExceptionGroup) as problems:
        build_site(site)

    assert [str(problem) for problem in problems.value.exceptions] == [
        "content/articles/a.md:4: lists or quotations are nested too deeply"
    ]


def test_the_words_of_the_site_and_of_its_templates_follow_the_glossary_too(make_site: SiteMaker) -> None:
    site = make_site(
        {
            "content/articles/a.md": article_file(tags="面条"),
            "content/glossary.yaml": "归档: 檔案庫\n面条: 麵線\n示例: 範例\n",
        }
    )

    build_site(site)

    front = page(site, "/zh-hant/")
    assert "檔案庫" in front
    assert "麵線" in page(site, "/zh-hant/tags/")
    assert "<title>範例" in front
    assert "归档" in page(site, "/")


def test_the_dictionaries_and_the_quotation_marks_are_the_owners_to_choose(make_site: SiteMaker) -> None:
    site = make_site(
        {"content/articles/a.md": article_file(body="“峰会”，内存", date="2024-03-05")},
        conversion="{dictionaries: opencc-python-reimplemented, quotes: corner, recipes: {zh-Hant: s2twp}}",
    )

    report = build_site(site)

    assert "「峰會」，記憶體" in page(site, "/zh-hant/articles/2024/03/a/")
    assert [warning.code for warning in report.warnings] == ["regional-words"]


def test_a_page_in_taiwans_script_stands_beside_one_in_hong_kongs(make_site: SiteMaker) -> None:
    site = make_site(
        {"content/articles/a.md": article_file(body="村里说", date="2024-03-05")},
        scripts="[zh-Hant-TW, zh-Hant-HK, zh-Hans]",
    )

    build_site(site)

    assert "村裡說" in page(site, "/articles/2024/03/a/")
    assert "村裏説" in page(site, "/zh-hant-hk/articles/2024/03/a/")
    assert "村里说" in page(site, "/zh-hans/articles/2024/03/a/")
    assert 'lang="zh-Hant-TW"' in page(site, "/")


def test_a_body_that_is_nested_too_deeply_spoils_no_other(tmp_path: Path) -> None:
    deep = write_site(tmp_path / "deep", {"content/articles/a.md": article_file(body="* " * 3_000 + "深")})
    with pytest.raises(ExceptionGroup):
        build_site(deep)
    site = write_site(tmp_path / "good", {"content/articles/b.md": article_file(body="头<b>发</b>和`码`")})

    build_site(site)

    assert "</a>头<b>发</b>和<code>码</code></p>" in page(site, "/articles/undated/b/")
