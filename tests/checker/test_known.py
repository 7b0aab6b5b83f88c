"""A second check reads only pages that are not as they were, and finds what a check of all of them finds."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.cache import FoundRow, open_findings
from sitegen.cache.findings import TABLE
from sitegen.checker.addresses import Addresses
from sitegen.checker.built import problems_of, read_site
from sitegen.checker.findings import Finding, warning
from sitegen.checker.known import PAGES, packed, unpacked
from sitegen.checker.site import Expected
from sitegen.errors import Place
from sitegen.messages import message
from sitegen.workers import Workers
from tests.checker.test_built import html
from tests.sites import article_file, build_site, run, write_site

SITE = Expected(addresses=Addresses("", "https://example.org"), scripts=(("", "zh-Hans"),))
HIDDEN = SITE._replace(hidden=("还没有写完的一篇",))
FILES = {
    "index.html": html('<p id="a">一</p><p id="a">二</p><a href="/a/">甲</a><a href="/none/">乙</a>'),
    "a/index.html": html("<p>還沒有</p>"),
    "b/index.html": html("<p>还没有写完的一篇</p>"),
    "c/index.html": html("<p>/home/someone/site/</p><ul><p></ul>"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A built site with a mistake on every page, below the folder where it is known what was found."""
    for name, text in FILES.items():
        (tmp_path / "public" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "public" / name).write_text(text, "utf-8")
    return tmp_path


def found(folder: Path, expected: Expected, *, kept: Path | None) -> list[Finding]:
    with Workers(1) as workers, open_findings(kept) as findings:
        return problems_of(read_site(folder / "public", "public", expected, workers, findings))


def saves(name: str, text: str) -> Callable[[Path], Expected]:
    def save(folder: Path) -> Expected:
        (folder / "public" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "public" / name).write_text(text, "utf-8")
        return SITE

    return save


def removes(folder: Path) -> Expected:
    (folder / "public/a/index.html").unlink()
    return SITE


def damages(folder: Path) -> Expected:
    (folder / TABLE.name).write_bytes(b"nothing of the kind")
    return SITE


def damages_values(folder: Path) -> Expected:
    with sqlite3.connect(folder / TABLE.name) as database:
        database.execute("UPDATE found SET value = x'00'")
    return SITE


CHANGES: dict[str, Callable[[Path], Expected]] = {
    "nothing": lambda _folder: SITE,
    "a page that is mended": saves("index.html", html('<a href="/a/">甲</a><a href="/b/">乙</a><a href="/c/">丙</a>')),
    "a new page": saves("d/index.html", html("<p>新<b></p>")),
    "a page that is gone": removes,
    "an article that is hidden": lambda _folder: HIDDEN,
    "what authors wrote": lambda _folder: SITE._replace(as_written=frozenset(("還沒", "沒有"))),
    "the other script": lambda _folder: SITE._replace(scripts=(("", "zh-Hant"),)),
    "no scripts": lambda _folder: SITE._replace(scripts=()),
    "a copy": lambda _folder: SITE._replace(copies=frozenset(("a/index.html",))),
    "the folder of the site": lambda _folder: SITE._replace(folder="/home/someone/site"),
    "the address of the site": lambda _folder: SITE._replace(addresses=Addresses("/news", "https://example.org")),
    "a damaged file": damages,
    "damaged values": damages_values,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("before", [SITE, HIDDEN], ids=["", "hidden before"])
def test_a_second_check_finds_what_one_of_all_pages_finds(before: Expected, change: str, folder: Path) -> None:
    assert found(folder, before, kept=folder) == found(folder, before, kept=None)

    expected = CHANGES[change](folder)

    for _ in range(2):
        assert found(folder, expected, kept=folder) == found(folder, expected, kept=None)


def test_a_page_that_is_as_it_was_is_not_read_again(folder: Path) -> None:
    found(folder, SITE, kept=folder)
    say = warning("told", message("this was known"), Place("public/c/index.html"))
    with open_findings(folder) as findings:
        row = findings.known(PAGES)["c/index.html"]
        findings.keep(PAGES, [FoundRow(row.file, row.key, packed(unpacked(row.value)._replace(findings=(say,))))], ())

    assert say in found(folder, SITE, kept=folder)
    saves("c/index.html", html())(folder)
    assert say not in found(folder, SITE, kept=folder)


def test_nothing_is_known_of_pages_that_are_gone(folder: Path) -> None:
    found(folder, SITE, kept=folder)
    removes(folder)
    found(folder, SITE, kept=folder)

    with open_findings(folder) as findings:
        assert findings.known(PAGES).keys() == FILES.keys() - {"a/index.html"}


EDITS = {
    "content/articles/a.md": article_file(
        "春耕", "雨水过後，麦田返青,春耕开始。[^1]", date="2024-03-05", tags="[苹果]"
    ),
    "content/glossary.yaml": "麦田: {zh-Hant: 麥地}\n",
    "site.yaml": "title: 别的\nbase_url: https://example.org/\nsilence: [no-summary]\nscripts: [zh-Hans]\n",
}


def test_after_any_edit_a_check_says_what_one_says_that_knows_nothing(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {f"content/articles/{name}.md": article_file() for name in "ab"})
    build_site(site)
    said = [run(site, "check").output]

    for file, text in EDITS.items():
        write_site(site, {"site.yaml": (site / "site.yaml").read_bytes(), file: text})
        said.append(run(site, "check").output)
        (site / ".sitegen").rename(tmp_path / "known")
        assert run(site, "check").output == said[-1], file
        shutil.rmtree(site / ".sitegen")
        (tmp_path / "known").rename(site / ".sitegen")

    assert "[broken-footnote]" in said[1]
    assert "[no-summary]" in said[2]
    assert "[no-summary]" not in said[3]
