"""What programs read, read by programs that are not ours."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest

from sitegen.builder import Options, build
from tests.outside.data import expand_data
from tests.outside.feeds import hold_feeds, parse_feeds
from tests.outside.maps import read_maps
from tests.outside.reading import NotThereError, Reading
from tests.sites import NOW, article_file, build_site, files_in, write_site

SITE = Path(__file__).parent / "golden" / "machines"
BASE = "https://example.org/news/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("machines") / "site"
    shutil.copytree(SITE, site, ignore=shutil.ignore_patterns("expected"))
    for day in range(60):  # enough for an archive
        path = site / f"content/articles/2022/a{day}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f"---\ntitle: 第{day}日 & <记>\ndate: 2022-{1 + day // 28:02}-{1 + day % 28:02}\n---\n“记”一笔。\n", "utf-8"
        )
    build_site(site)
    return site / "public"


def file_at(public: Path, url: str) -> Path:
    path = unquote(urlsplit(url).path.removeprefix(urlsplit(BASE).path))
    return public / (f"{path}index.html" if path.endswith("/") or not path else path)


def feeds(public: Path) -> Iterator[tuple[Path, feedparser.FeedParserDict]]:
    for path in sorted(public.rglob("feed.xml")) + sorted(public.rglob("feed/*.xml")):
        yield path, feedparser.parse(path.read_bytes(), response_headers={"content-type": "application/atom+xml"})


def test_a_feed_reader_finds_no_fault_in_any_feed(public: Path) -> None:
    faults = {path: feed.get("bozo_exception") for path, feed in feeds(public) if feed.bozo}

    assert faults == {}
    assert len(list(feeds(public))) == 2 * (2 + 4)


def test_a_feed_reader_gets_whole_articles_with_whole_addresses(public: Path) -> None:
    feed = feedparser.parse(public / "feed.xml")

    first = next(each for each in feed.entries if each.id.endswith("/spring/"))
    assert (first.title, first.author) == ("春分前后看墒情——抓一把土就知道", "本站编辑")
    assert (feed.feed.language, feed.feed.title) == ("zh-Hans", "给机器看的站")
    assert [each.term for each in first.tags] == ["土壤", "春耕"]
    assert first.updated_parsed > first.published_parsed
    assert f'href="{BASE}articles/2023/10/harvest/"' in first.content[0].value
    assert "更正（2024年3月9日）" in first.content[0].value


def test_every_address_in_a_feed_leads_to_a_file_and_no_name_is_used_twice(public: Path) -> None:
    for path, feed in feeds(public):
        names = [each.id for each in feed.entries]
        links = [link.href for each in feed.entries for link in each.links] + [feed.feed.link]
        assert len(set(names)) == len(names), path
        assert [link for link in links if not file_at(public, link).is_file()] == []


def test_a_reader_that_goes_back_finds_every_article_once_or_more(public: Path) -> None:
    found: set[str] = set()
    url: str | None = f"{BASE}feed.xml"
    while url:
        feed = feedparser.parse(file_at(public, url).read_bytes())
        found |= {each.link for each in feed.entries}
        url = next((link.href for link in feed.feed.links if link.rel == "prev-archive"), None)

    assert len(found) == 64


def test_both_forms_of_a_feed_tell_the_same(public: Path) -> None:
    for path in public.rglob("feed.json"):
        told = json.loads(path.read_text("utf-8"))
        atom = feedparser.parse(path.with_suffix(".xml"))
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert [each["id"] for each in told["items"]] == [each.id for each in atom.entries]
        assert [each["title"] for each in told["items"]] == [each.title for each in atom.entries]
        assert all(each["content_html"] for each in told["items"])


def test_a_correction_is_told_in_both_forms_of_every_feed_in_both_scripts(tmp_path: Path) -> None:
    fields = {"tags": "麦", "summary": "''", "corrections": "[{date: 2024-03-09, text: 头发写错了}]"}
    article = article_file("正误", "", date="2024-03-05", **fields)
    settings = {"taxonomies": "{tags: {feed: true}}", "feeds": "{content: full, terms: summary}"}
    site = write_site(tmp_path, {"content/articles/a.md": article}, **settings)

    build_site(site)

    for prefix, words in (("", "更正（2024年3月9日）：头发写错了"), ("zh-hant/", "更正（2024年3月9日）：頭髮寫錯了")):
        for home in ("", "tags/mai/"):
            feed = site / "public" / prefix / home / "feed.xml"
            (entry,) = feedparser.parse(feed).entries
            (item,) = json.loads(feed.with_suffix(".json").read_text("utf-8"))["items"]
            assert words in (entry.content[0].value if "content" in entry else entry.summary)
            assert f"<p>{words}</p>" in item["content_html"]


def test_every_page_says_where_the_feed_of_its_script_is(public: Path) -> None:
    page = (public / "zh-hant/tags/tu-rang/index.html").read_text("utf-8")

    assert (
        '<link rel="alternate" type="application/atom+xml" title="給機器看的站" href="/news/zh-hant/feed.xml">' in page
    )
    assert 'title="土壤 · 給機器看的站" href="/news/zh-hant/tags/tu-rang/feed.xml">' in page


def test_the_map_names_every_page_by_an_address_that_is_there(public: Path) -> None:
    index = ET.parse(public / "sitemap.xml")
    parts = [each.text or "" for each in index.iter(f"{SITEMAP}loc")]
    maps = [ET.parse(file_at(public, part)) for part in parts if not part.endswith("/news.xml")]
    named = [each.text or "" for part in maps for each in part.iter(f"{SITEMAP}loc")]
    others = [each.get("href", "") for part in maps for each in part.iter(f"{XHTML}link")]

    assert (len(parts), len(set(parts)), len(maps)) == (5, 5, 3)
    assert len(named) == len(set(named))
    assert [url for url in {*named, *others} if not file_at(public, url).is_file()] == []


def test_time_alone_takes_articles_off_the_map_of_news_and_the_map_with_the_last(tmp_path: Path) -> None:
    articles: dict[str, str | bytes] = {
        "content/articles/a.md": article_file("头条", date="2024-07-01 08:00"),
        "content/articles/b.md": article_file("昨天", date="2024-06-30 08:00"),
        "content/articles/c.md": article_file("旧闻", date="2024-06-20"),
    }
    site = write_site(tmp_path / "site", articles, sitemap="{news: true, publication: 乡村日报}")

    first = build(site, site / "public", Options(clock=NOW))
    news = ET.parse(site / "public" / "zh-hant" / "sitemap" / "news.xml")
    second = build(site, site / "public", Options(clock=first.valid_until))
    third = build(site, site / "public", Options(clock=second.valid_until))
    build(site, tmp_path / "afresh", Options(clock=second.valid_until))

    assert [each.text for each in news.iter(f"{NEWS}title")] == ["頭條", "昨天"]
    assert [each.text for each in news.iter(f"{NEWS}name")] == ["鄉村日報", "鄉村日報"]
    assert {each.text for each in news.iter(f"{NEWS}language")} == {"zh-tw"}
    assert first.valid_until == NOW - timedelta(hours=28) + timedelta(days=2)
    assert second.written == ("sitemap/news.xml", "zh-hant/sitemap/news.xml")
    assert (third.written, third.removed, third.valid_until) == (("sitemap.xml",), second.written, None)
    assert files_in(site / "public") == files_in(tmp_path / "afresh")


def test_an_edit_brings_a_map_of_news_and_takes_it_away(tmp_path: Path) -> None:
    file = "content/articles/a.md"
    site = write_site(tmp_path / "site", {file: article_file(date="2024-06-20")}, sitemap="{news: true}")
    for date, there in (("2024-06-20", False), ("2024-07-01", True), ("2024-06-19", False)):
        (site / file).write_text(article_file(date=date), "utf-8")
        build_site(site)
        build(site, tmp_path / date, Options(clock=NOW))

        assert (site / "public/sitemap/news.xml").exists() is there
        assert files_in(site / "public") == files_in(tmp_path / date)


@pytest.mark.parametrize("read", [parse_feeds, hold_feeds, read_maps, expand_data], ids=lambda each: each.__name__)
def test_programs_from_outside_find_no_fault_in_the_files_of_a_site_in_a_sub_folder(
    read: Callable[[Path], Reading], public: Path
) -> None:
    try:
        done = read(public)
    except NotThereError as error:
        pytest.skip(f"npm could not fetch {error}")

    assert done.faults == ()
    assert done.count


def test_what_the_law_asks_for_stands_at_the_foot_of_every_page_as_it_was_given(tmp_path: Path) -> None:
    footer = "{icp: 京ICP备12345678号, copyright: 版权归作者所有}"
    site = write_site(tmp_path / "site", {"content/articles/a.md": article_file()}, footer=footer)

    build_site(site)

    page = (site / "public/zh-hant/index.html").read_text("utf-8")
    assert (
        '<a href="https://beian.miit.gov.cn/" rel="nofollow"><span lang="zh-Hans">京ICP备12345678号</span></a>' in page
    )
    assert "版權歸作者所有" in page
