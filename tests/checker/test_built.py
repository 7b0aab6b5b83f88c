"""A built site is read as a visitor meets it; here its files are written by hand."""

from pathlib import Path

import pytest

from sitegen.cache import open_findings
from sitegen.checker.addresses import Addresses
from sitegen.checker.built import problems_of, read_page, read_site
from sitegen.checker.findings import Finding
from sitegen.checker.site import Expected
from sitegen.workers import Workers

ADDRESSES = Addresses("", "https://example.org")
BOTH = (("", "zh-Hans"), ("zh-hant", "zh-Hant"))


def html(body: str = "", head: str = "", lang: str = "zh-Hans") -> str:
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head><title>春</title>{head}</head>\n<body>{body}</body>\n</html>\n'
    )


def found_in(folder: Path, files: dict[str, str], **expected: object) -> list[Finding]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    with Workers(1) as workers:
        wanted = Expected(addresses=ADDRESSES, **expected)  # type: ignore[arg-type]  # the fields are the caller's
        with open_findings(None) as findings:
            return problems_of(read_site(folder, "public", wanted, workers, findings))


def codes(findings: list[Finding]) -> list[str]:
    return sorted(each.code for each in findings)


def page_codes(body: str, *, path: str = "index.html", lang: str = "zh-Hans", **expected: object) -> list[str]:
    wanted = Expected(addresses=ADDRESSES, **expected)  # type: ignore[arg-type]  # the fields are the caller's
    return codes(list(read_page(path, html(body, lang=lang), "public", wanted).findings))


ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.org/</id><title>春</title><updated>2024-03-05T00:00:00+08:00</updated>
<link rel="self" href="https://example.org/feed.xml"/><entry><id>a</id><title>甲 &amp; 乙</title><updated>2024-03-05T00:00:00Z</updated>
<link href="https://example.org/a/"/></entry></feed>"""
RSS = """<rss version="2.0"><channel><title>春</title><link>https://example.org/</link><description>夏</description>
<item><guid>a</guid><link>https://example.org/a/</link></item></channel></rss>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url>
<loc>https://example.org/a/</loc><lastmod>2024-03</lastmod><xhtml:link rel="alternate" hreflang="zh-Hans" href="https://example.org/a/"/></url></urlset>"""
JSON = '{"version": "https://jsonfeed.org/version/1.1", "title": "春", "items": [{"id": "a", "url": "https://example.org/a/"}]}'
GOOD = {
    "index.html": html('<a href="/a/">一</a>'),
    "a/index.html": html('<p id="p1"><a href="#p1">一</a> <a href="../">二</a></p>'),
    "feed.xml": ATOM,
    "rss.xml": RSS,
    "sitemap.xml": SITEMAP,
    "feed.json": JSON,
    "_redirects": "# old ones\n/b/ /a/ 301\n\n/c/ https://example.net/ 301\n",
    "robots.txt": "User-agent: *\nSitemap: https://example.org/sitemap.xml\n",
}


def test_a_site_that_is_as_it_should_be_has_no_finding(tmp_path: Path) -> None:
    assert found_in(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("file", "was", "is_", "problem"),
    [
        ("feed.xml", "</feed>", "</fed>", "this is no XML: mismatched tag"),
        ("feed.xml", "&amp;", "&nbsp;", "this is no XML: undefined entity"),
        ("feed.xml", "<id>a</id>", "", "entry has no id"),
        ("feed.xml", "example.org/a/", "example.org/b/", "https://example.org/b/ leads to nothing"),
        ("rss.xml", "<description>夏</description>", "", "channel has no description"),
        ("sitemap.xml", "2024-03<", "March<", "'March' is no date of a sitemap"),
        ("sitemap.xml", "<loc>https://example.org", "<loc>", "/a/ is no whole address"),
        ("feed.json", '"title"', '"titel"', "it has no title"),
        ("feed.json", "version/1.1", "v", "it does not say which version of JSON Feed it is"),
        ("feed.json", "}]}", "}]", "this is no JSON"),
        ("feed.json", '"春"', "1" * 5000, "this is no JSON: Exceeds the limit"),
        ("_redirects", "/b/ /a/", "/b/ /x/", "/x/ leads to nothing"),
        ("robots.txt", "sitemap.xml", "map.xml", "https://example.org/map.xml leads to nothing"),
    ],
)
def test_a_file_for_programs_that_is_spoilt_is_named(
    tmp_path: Path, file: str, was: str, is_: str, problem: str
) -> None:
    assert was in GOOD[file]

    found = found_in(tmp_path, {**GOOD, file: GOOD[file].replace(was, is_, 1)})

    assert {each.code for each in found} == {"broken-feed"}
    assert any(str(each.problem).startswith(problem) for each in found)


def test_a_page_that_only_unreachable_pages_lead_to_is_an_orphan(tmp_path: Path) -> None:
    island = {"b/index.html": html('<a href="/c/">一</a>'), "c/index.html": html('<a href="/b/">一</a>')}
    moved = {"old/index.html": html(head='<meta http-equiv="refresh" content="0; url=/a/">'), "404.html": html()}
    files = {**GOOD, **island, **moved}

    orphans = [each.place.file for each in found_in(tmp_path, files) if each.place]
    assert orphans == ["public/b/index.html", "public/c/index.html"]
    assert found_in(tmp_path, files, entrances=frozenset(["b/index.html"])) == []


def test_versions_lead_to_each_other(tmp_path: Path) -> None:
    def version(lang: str, *others: str) -> str:
        links = "".join(
            f'<link rel="alternate" hreflang="{tag}" href="https://example.org{path}">'
            for tag, path in (("zh-Hans", "/"), ("zh-Hant", "/zh-hant/"))
            if tag in others
        )
        return html(head=links, lang=lang)

    good = {
        "index.html": version("zh-Hans", "zh-Hans", "zh-Hant"),
        "zh-hant/index.html": version("zh-Hant", "zh-Hans", "zh-Hant"),
    }

    assert found_in(tmp_path, good, scripts=BOTH) == []
    bad = {**good, "zh-hant/index.html": version("zh-Hant", "zh-Hant")}
    assert codes(found_in(tmp_path, bad, scripts=BOTH)) == ["dead-alternate"]
    (tmp_path / "zh-hant/index.html").unlink()
    assert codes(found_in(tmp_path, {"index.html": good["index.html"]}, scripts=BOTH)) == [
        "dead-alternate",
        "missing-script",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>農民的果園，群峰，干部</p>",
        "<code>农民</code><pre>农民</pre>",
        '<p lang="zh-Hans">农民<b>农民</b></p>',
        '<p translate="no" title="农民">农民</p>',
        "<script>'农民'</script>",
    ],
)
def test_a_page_may_hold_what_conversion_leaves_alone(body: str) -> None:
    assert page_codes(body, path="zh-hant/index.html", lang="zh-Hant", scripts=BOTH) == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>农民</p>",
        '<img src="a" alt="农民">',
        '<p lang="zh-Hans">农</p><p>民农</p>',
        "<ul><li translate=no>农<li>农</ul>",
    ],
)
def test_a_character_of_the_other_script_is_named(body: str) -> None:
    assert page_codes(body, path="zh-hant/index.html", lang="zh-Hant", scripts=BOTH) == ["wrong-script"]


def test_what_an_author_wrote_so_is_not() -> None:
    assert (
        page_codes("<p>农民</p>", path="zh-hant/a.html", lang="zh-Hant", scripts=BOTH, as_written=frozenset(["农民"]))
        == []
    )
    assert page_codes("<p>春</p>", lang="zh-Hant", scripts=BOTH) == ["wrong-script"]


def test_names_of_the_machine_and_of_drafts_leak() -> None:
    assert page_codes('<a href="http://localhost:8000/">一</a>') == ["local-path"]
    assert page_codes("<p>/srv/archive/content/a.md</p>", folder="/srv/archive") == ["local-path"]
    assert page_codes("<p>http://localhost/ 是本机的地址</p>", folder="/srv/archive") == []
    assert page_codes("<p>还没写完的一篇稿子</p>", hidden=("还没写完的一篇稿子",)) == ["leaked"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_real_site_reads_the_same_in_any_number_of_processes(tmp_path: Path, jobs: int) -> None:
    pages = {f"{number}/index.html": html('<a href="/none/">一</a>') for number in range(200)}
    found_in(tmp_path, pages)
    with Workers(jobs) as workers, open_findings(None) as findings:
        found = problems_of(read_site(tmp_path, "public", Expected(ADDRESSES), workers, findings))

    assert codes(found) == ["dead-link"] * 200
