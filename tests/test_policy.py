"""Every kind of page holds under the policy that docs/hosting.md gives: nothing inline, nothing of others."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

import pytest

from sitegen.builder import Options
from sitegen.builder.ground import ground_of
from sitegen.builder.hosting import POLICY, headers_of
from sitegen.builder.loading import plan_afresh
from sitegen.loader import load_content
from sitegen.model import AnySheet
from sitegen.planner import scripts_of, views_of
from tests.browser import chromium, find_chromium, hosted
from tests.oddities import write_oddities
from tests.sites import NOW, article_file, build_site, write_site

KEPT = "beside: [ris, csl, text]\ndata: true\nmanifest: true\nheaders: true\ncards: true\nsitemap: {news: true}\n"
MORE = """\
| 左 | 中 | 右 |
|:---|:--:|---:|
| 一 | 二 | 三 |

<p style="color: red" onclick="alert(1)">涂色</p><script>alert(2)</script>
"""
HOSTING = Path(__file__).parent.parent / "docs" / "hosting.md"
PASSED_OVER = ("citation.ris", "sitemap.xml", "sitemap/news.xml", "card.png")
"""What a browser saves and does not show, and what it shows by itself, with inline styles of its own."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with every kind of page."""
    site = write_oddities(tmp_path_factory.mktemp("policy"))
    settings = (site / "site.yaml").read_text("utf-8")
    fields = {"tags": "[事业, 失业]", "series": "果园四季", "places": "[甘肃省/定西市]", "aliases": "[/old/]"}
    more = {
        "site.yaml": settings + KEPT,
        "content/articles/more.md": article_file("表", MORE, date="2024-03-05", **fields),
        "content/articles/gone.md": article_file("撤", date="2024-03-06", withdrawn="{date: 2024-04-01}"),
        "content/articles/news.md": article_file("新", date="2024-07-01"),
        "content/pages/about.md": article_file("关于"),
        "content/addresses.tsv": "/articles/2023/biao/\tarticles/more.md\n",
    }
    write_site(site, {**more})
    build_site(site)
    return site


def kinds(site: Path) -> dict[str, set[str]]:
    """The paths of a page in each script, by the kind of its sheet and the ending of its file."""
    ground = ground_of(site, Options(clock=NOW))
    plan = plan_afresh(load_content(ground.reading), ground.facts, site, ground.visibility)
    views = views_of(plan.facts)
    found: dict[str, set[str]] = {}
    for sheet in plan.sheets:
        paths = {views[script].urls.file(sheet.route) for script in scripts_of(sheet, plan.facts.scripts)}
        found.setdefault(f"{type(sheet).__name__} {Path(sheet.route).suffix}".strip(), paths)
    return found


def test_no_page_holds_what_the_policy_forbids(site: Path) -> None:
    inline = re.compile(r"""<[^>]*\s(?:style|on\w+)\s*=|<style|<script(?![^>]*\ssrc=)(?![^>]*ld\+json)|javascript:""")
    pages = {path: path.read_text("utf-8") for path in (site / "public").rglob("*.html")}

    assert {str(path): found[0] for path, text in pages.items() if (found := inline.search(text))} == {}
    assert "涂色" in (site / "public/articles/2024/03/more/index.html").read_text("utf-8")


@pytest.mark.browser
@pytest.mark.skipif(find_chromium() is None, reason="no Chromium was found")
def test_a_browser_finds_no_violation_on_any_kind_of_page(site: Path) -> None:
    paths = kinds(site)
    assert {name.partition(" ")[0] for name in paths} == {kind.__name__ for kind in get_args(AnySheet)}

    assert list(violations(site / "public", sorted(path for of_kind in paths.values() for path in of_kind))) == []


@pytest.mark.browser
@pytest.mark.skipif(find_chromium() is None, reason="no Chromium was found")
def test_what_is_inline_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<!doctype html><title>一</title><p style="color: red">红</p>', "utf-8")

    assert len(list(violations(tmp_path, ["index.html"]))) == 1


def violations(folder: Path, paths: list[str]) -> Iterator[str]:
    with hosted(folder) as address, chromium() as browser:
        page = browser.new_page()
        told: list[str] = []
        page.on("console", lambda message: told.append(f"{page.url}: {message.text}"))
        for path in paths:
            if not path.endswith(PASSED_OVER) and not path.startswith("sitemap/"):
                page.goto(f"{address}/{path}")
            if b'http-equiv="refresh"' in (folder / path).read_bytes():
                page.wait_for_url(is_not(f"{address}/{path}"))  # it has led on
                page.wait_for_load_state()
        page.goto("about:blank")
        page.evaluate("1")  # whatever the console was told until now is told here
        yield from (each for each in told if "Content Security Policy" in each)


def is_not(address: str) -> Callable[[str], bool]:
    return lambda url: unquote(url) != address


def test_the_policy_of_the_documentation_is_that_of_the_tests_and_of_the_list_for_hosts() -> None:
    text = HOSTING.read_text("utf-8")

    assert text.count(POLICY) >= 4
    assert POLICY in headers_of("", []).decode()


def test_hosts_are_told_below_the_folder_of_the_site_and_by_content(tmp_path: Path) -> None:
    site = write_site(tmp_path, {}, base_url="https://example.org/news/", headers="true", scripts="[zh-Hans]")
    build_site(site)

    rules = (site / "public/_headers").read_text("utf-8").split("\n\n")

    assert rules[0].startswith("/news/*\n  Content-Security-Policy: ")
    named = [each.partition("\n")[0].removeprefix("/news/") for each in rules[1:-1]]
    assert named
    assert all((site / "public" / each).is_file() for each in named)
    assert rules[-1] == "/news/media/*\n  Cache-Control: public, max-age=31536000, immutable\n"


def test_a_list_for_hosts_of_the_owners_own_stands_in_its_place(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"static/_headers": "/*\n  X-Mine: 1\n"}, headers="true")
    build_site(site)

    assert (site / "public/_headers").read_text("utf-8") == "/*\n  X-Mine: 1\n"
