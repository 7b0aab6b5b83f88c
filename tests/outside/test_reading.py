"""Programs from outside find nothing in the golden sites, and what is planted for them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.outside.__main__ import READERS
from tests.outside.data import expand_data, type_data
from tests.outside.feeds import hold_feeds, parse_feeds
from tests.outside.kept import cite_csl, read_package, read_ris
from tests.outside.maps import read_maps
from tests.outside.pages import read_pages
from tests.outside.reading import NotThereError, Reading
from tests.test_golden import IN_THE_THEME

GOLDEN = Path(__file__).parent.parent / "golden"
Reader = Callable[[Path], Reading]

FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>题</title><id>tag:a.org,2024:/</id><author><name>甲</name></author>
<updated>2024-05-01T00:00:00Z</updated><link rel="self" href="https://a.org/feed.xml"/>
<entry><title>文</title><id>tag:a.org,2024:/a/</id><link href="https://a.org/a/"/><updated>2024-05-01T00:00:00Z</updated>
<content type="html">&lt;p&gt;话&lt;/p&gt;</content></entry></feed>"""
MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.org/</loc></url></urlset>'
NEWS = (
    MAP.replace("<url>", '<url xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">')
    .replace("</url>", "<n:news><n:publication><n:name>报</n:name><n:language>zh-cn</n:language></n:publication></n:news></url>")
    .replace("</n:publication>", "</n:publication><n:publication_date>2024-05-01</n:publication_date><n:title>题</n:title>")
)  # fmt: skip
PAGE = """<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>题</title></head><body><h1>题</h1></body></html>
"""
DATA = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"NewsArticle","@id":"https://a.org/a/","headline":"题","author":[{"@type":"Person","name":"甲"}]}]}</script>"""


RIS = "TY  - NEWS\nTI  - 题\nUR  - https://a.org/\nER  - \n"
CSL = '[{"id":"https://a.org/a/","type":"webpage","title":"题","language":"zh-Hans","URL":"https://a.org/a/"}]'
PACKAGE = """{"name":"a","resources":[{"name":"b","data":[["年"],[2024]],
"schema":{"fields":[{"name":"年","type":"integer"}]}}]}"""
KEPT = {read_ris, cite_csl, read_package}
"""They read what a site publishes only where it is asked to, as `machines` is, which does not wear the theme."""

IN_EVERY = {parse_feeds, hold_feeds, read_maps}
"""They read files that are the theme's whatever pages wear."""

PLANTED: dict[Reader, tuple[tuple[str, str, str, str], ...]] = {
    parse_feeds: (("feed.xml", FEED, "</title>", "</titel>"),),
    hold_feeds: (
        ("feed.xml", FEED, "<author><name>甲</name></author>", ""),
        ("feed.xml", FEED, "01T00:00:00Z", "01"),
        ("feed.xml", FEED, "<entry>", "<entry><published>2024-06-01T00:00:00Z</published>"),
        ("feed.xml", FEED, '<link rel="self" href="https://a.org/feed.xml"/>', ""),
        ("feed.xml", FEED, "&lt;p&gt;", "&lt;p&gt;&lt;img src=/a.png&gt;"),
        ("feed.xml", FEED, "&lt;p&gt;", "&lt;p onclick='a()'&gt;"),
    ),
    read_maps: (
        ("sitemap.xml", MAP, "</loc>", "</loc><lastmod>2024-05</lastmod>"),
        ("sitemap.xml", MAP, "</loc>", '</loc><l xmlns="http://www.w3.org/1999/xhtml"/>'),
        ("sitemap.xml", NEWS, "zh-cn", "zh-Hans"),
        ("sitemap.xml", MAP.replace("urlset", "sitemapindex").replace("url>", "sitemap>"), "https://a.org/", ""),
    ),
    expand_data: (
        ("index.html", DATA, "https://a.org/a/", "/a/"),
        ("index.html", DATA, '"@type":"Person",', ""),
    ),
    type_data: (
        ("index.html", DATA, '"headline"', '"head"'),
        ("index.html", DATA, '"author":[{"@type":"Person"', '"author":[{"@type":"Place"'),
    ),
    read_pages: (
        ("index.html", PAGE, "<h1>题</h1>", "<p><div>题</div></p>"),
        ("index.html", PAGE, "<h1>题</h1>", "<h1>题</h1><img src=a.png>"),
    ),
    read_ris: (
        ("citation.ris", RIS, "TI  - 题\n", ""),
        ("citation.ris", RIS, "UR  -", "XX  -"),
        ("citation.ris", RIS, "ER  - ", ""),
    ),
    cite_csl: (("citation.json", CSL, '"title":"题"', '"title":""'), ("citation.json", CSL, '"URL"', '"url"')),
    read_package: (("datapackage.json", PACKAGE, "2024", '"去年"'), ("datapackage.json", PACKAGE, '"type":"integer"', '"type":"年"')),
}  # fmt: skip
"""For each program a file, and what makes another of it that is wrong."""


def reading(read: Reader, folder: Path) -> Reading:
    try:
        return read(folder)
    except NotThereError as error:
        pytest.skip(f"npm could not fetch {error}")


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden sites that wear the theme."""
    folder = tmp_path_factory.mktemp("golden")
    for case in sorted(IN_THE_THEME):
        shutil.copytree(GOLDEN / case / "expected", folder / case)
    return folder


@pytest.mark.filterwarnings(
    "ignore:unclosed file.*gz:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
@pytest.mark.parametrize("read", READERS, ids=lambda each: each.__name__)
def test_nothing_is_wrong_with_the_golden_sites(read: Reader, golden: Path) -> None:
    """Frictionless leaves files that it unpacked open, which is told when they are collected."""
    machines = GOLDEN / "machines" / "expected"
    for folder in (machines,) if read in KEPT else (golden, machines) if read in IN_EVERY else (golden,):
        done = reading(read, folder)

        assert done.faults == ()
        assert done.count


@pytest.mark.parametrize("read", READERS, ids=lambda each: each.__name__)
def test_what_is_planted_is_found_and_nothing_else(read: Reader, tmp_path: Path) -> None:
    for at, (name, text, right, wrong) in enumerate(PLANTED[read]):
        for folder, content in ((f"right-{at}", text), (f"wrong-{at}", text.replace(right, wrong))):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / name).write_text(content, "utf-8")

    faults = reading(read, tmp_path).faults

    assert {each.partition("/")[0] for each in faults} == {f"wrong-{at}" for at in range(len(PLANTED[read]))}
