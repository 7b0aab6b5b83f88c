"""Style sheets and scripts: small, and named by what they hold."""

import re
from pathlib import Path

import pytest

from sitegen.builder import Options, verified
from sitegen.checker import check_site
from tests.conftest import SiteMaker
from tests.sites import NOW, article_file, build_site, run

STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
BASE = (
    '<link rel="stylesheet" href="{{ \'style.css\'|asset }}"><script src="{{ \'js/more.js\'|asset }}" defer></script>'
)


def style_of(site: Path, path: str = "index.html") -> str:
    found = STYLE.search((site / "public" / path).read_text("utf-8"))
    assert found
    return found[1]


def published(site: Path, url: str) -> str:
    return (site / "public" / url.lstrip("/")).read_text("utf-8")


def test_the_style_sheet_is_small_and_its_name_is_its_content_s(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file()})
    build_site(site)

    url = style_of(site)

    assert re.fullmatch(r"/style\.[0-9a-f]{10}\.css", url)
    assert all(style_of(site, path) == url for path in ("zh-hant/index.html", "404.html", "archive/index.html"))
    assert len(published(site, url)) < 0.85 * len(published(site, "style.css"))
    assert "text-autospace:normal" in published(site, url)
    assert "/*" not in published(site, url)


def test_a_changed_style_sheet_has_another_name_on_every_page_and_the_old_one_goes(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(), "static/style.css": "a { color: red; }"})
    build_site(site)
    before = style_of(site)
    (site / "static" / "style.css").write_text("a { color: blue; }", "utf-8")

    report = build_site(site)

    assert style_of(site) != before
    assert published(site, style_of(site)) == "a{color:blue}"
    assert before.lstrip("/") in report.removed
    assert str(dict(report.made)["404.html"]) == "a style sheet or script changed"
    verified(site, site / "public", Options(clock=NOW))


def test_a_comment_in_a_style_sheet_changes_no_page(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(), "static/style.css": "a { color: red; }"})
    build_site(site)
    (site / "static" / "style.css").write_text("/* red */ a { color: red; }", "utf-8")

    assert build_site(site).written == ("style.css",)


@pytest.mark.parametrize("base_url", ["https://example.org/", "https://example.org/报/a/"])
def test_what_a_style_sheet_refers_to_is_found_under_any_folder(base_url: str, make_site: SiteMaker) -> None:
    css = '.a { background: url("img/mark.svg") } @import "more.css";'
    site = make_site(
        {
            "static/css/own.css": css,
            "static/css/more.css": "b { color: red }",
            "static/css/img/mark.svg": "<svg/>",
            "static/js/more.js": "// a note\nlet a = `b  c`; // another\n",
            "templates/404.html": BASE.replace("style.css", "css/own.css"),
        },
        base_url=base_url,
    )
    build_site(site)

    html = published(site, "404.html")
    style, script = re.findall(r'(?:href|src)="([^"]*)"', html)
    folder = base_url.removeprefix("https://example.org").replace("报", "%E6%8A%A5")
    assert re.fullmatch(rf"{folder}css/own\.\w{{10}}\.css", style)
    assert 'url("img/mark.svg")' in published(site, style.removeprefix(folder))
    assert (site / "public/css/img/mark.svg").is_file()
    assert (site / "public/css/more.css").is_file()
    assert published(site, script.removeprefix(folder)) == "let a=`b  c`;"
    base_path = "" if folder == "/" else folder.rstrip("/")
    found = check_site(site / "public", base_path=base_path, shown_as="public")
    assert [str(each) for each in found if each.code.startswith("dead")] == []


def test_templates_that_are_kept_compiled_bring_no_name_of_another_site(make_site: SiteMaker) -> None:
    first = make_site({"static/style.css": "a { color: red }"})
    build_site(first)
    before = style_of(first)
    (first / "static" / "style.css").write_text("a { color: green }", "utf-8")
    (first / "site.yaml").write_text("title: 另\nbase_url: https://example.org/b/\n", "utf-8")

    build_site(first)

    assert style_of(first).startswith("/b/style.")
    assert style_of(first) != f"/b{before}"


def test_a_template_that_asks_for_a_style_sheet_that_is_not_there_is_told(make_site: SiteMaker) -> None:
    site = make_site({"templates/404.html": "<p>\n{{ 'stile.css'|asset }}"})

    result = run(site, "build", "-q")

    assert result.exit_code == 1
    assert result.stderr == "templates/404.html:2: there is no static/stile.css; did you mean 'style.css'?\n"


def test_other_files_keep_their_names(make_site: SiteMaker) -> None:
    site = make_site(
        {"templates/404.html": "{{ 'favicon.svg'|asset }} {{ 'a b.pdf'|asset }}"}, base_url="https://e.org/x/"
    )
    build_site(site)

    assert published(site, "404.html") == "/x/favicon.svg /x/a%20b.pdf"


def test_a_style_sheet_that_is_no_utf8_stays_as_it_is(make_site: SiteMaker) -> None:
    site = make_site({"static/style.css": b"/* \xff */ a{}"})
    build_site(site)

    assert (site / "public" / style_of(site).lstrip("/")).read_bytes() == b"/* \xff */ a{}"


def test_a_page_that_wants_the_place_of_a_style_sheet_is_told(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(), "static/style.css": "a{}"})
    build_site(site)
    name = style_of(site).strip("/")
    (site / "content/articles/a.md").write_text(article_file(aliases=f"/{name}"), "utf-8")

    result = run(site, "build", "-q")

    assert result.exit_code == 1
    assert f"/{name} is also wanted by static/style.css" in result.stderr
