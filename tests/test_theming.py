"""Another paper's look takes one file each, as docs/theming.md shows."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import find_chromium, hosted
from tests.conftest import SiteMaker
from tests.sites import article_file, build_site, page

GUIDE = (Path(__file__).parent.parent / "docs" / "theming.md").read_text("utf-8")
SHOWN = re.findall(r"```\w+ ((?:static|templates)/\S+)\n(.*?)```", GUIDE, re.DOTALL)
ARTICLE: dict[str, str | bytes] = {"content/articles/a.md": article_file(date="2024-03-05")}


def shown(file: str) -> str:
    return "\n".join(text for name, text in SHOWN if name == file)


def test_the_guide_shows_both_files() -> None:
    assert {name for name, _ in SHOWN} == {"static/paper.css", "templates/masthead.html"}


def test_a_style_sheet_of_its_own_is_linked_after_ours_where_it_is_there(make_site: SiteMaker) -> None:
    site = make_site(ARTICLE)
    build_site(site)
    assert "paper.css" not in page(site, "/")
    (site / "static").mkdir()
    (site / "static" / "paper.css").write_text(shown("static/paper.css"), "utf-8")

    build_site(site)

    for address in ("/", "/zh-hant/articles/2024/03/a/"):
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page(site, address))
        assert len(sheets) == 2
        assert re.fullmatch(r"/paper[.\w]*\.css", sheets[1])


def test_a_masthead_of_its_own_stands_on_every_page_in_its_script(make_site: SiteMaker) -> None:
    site = make_site({**ARTICLE, "templates/masthead.html": shown("templates/masthead.html")})

    build_site(site)

    assert "县委机关报，创刊于一九五六年" in page(site, "/")
    assert "縣委機關報，創刊於一九五六年" in page(site, "/zh-hant/articles/2024/03/a/")


@pytest.mark.browser
@pytest.mark.skipif(find_chromium() is None, reason="no Chromium was found")
def test_its_colours_and_type_are_what_a_reader_sees(make_site: SiteMaker, browser: Browser) -> None:
    site = make_site({**ARTICLE, "static/paper.css": shown("static/paper.css")})
    build_site(site)
    with hosted(site / "public") as host:
        opened = browser.new_page(color_scheme="light")
        opened.goto(f"{host}/zh-hant/articles/2024/03/a/")

        ground, font, size = opened.evaluate(
            "() => { const s = getComputedStyle(document.body); return [s.backgroundColor, s.fontFamily, s.fontSize] }"
        )

        assert (ground, size) == ("rgb(253, 253, 247)", "19px")
        assert "Songti SC" in font
        opened.context.close()
