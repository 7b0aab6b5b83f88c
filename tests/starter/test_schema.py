"""The schemas for editors: whatever is read is right by them, and what is refused by its shape is wrong."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from sitegen.config import Config, read_config
from sitegen.errors import SitegenError
from sitegen.files import scan
from sitegen.loader import ARTICLES, Asked, answer
from sitegen.loader.frontmatter import WIDE_COLON
from sitegen.loader.schema import ArticleFields
from sitegen.loader.settings import Reading
from sitegen.starter import article_schema, site_schema
from sitegen.starter.about import ARTICLE, SITE
from tests.sites import article_file, write_site

ROOT = Path(__file__).parent.parent.parent
SITES = [ROOT, *sorted(path.parent for path in (ROOT / "tests" / "golden").glob("*/site.yaml"))]


class Yaml(yaml.SafeLoader):
    """YAML 1.2 as editors have it: a date is text, and so are yes and no."""


Yaml.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    Yaml.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


def parsed(text: str) -> Any:
    return yaml.load(text, Loader=Yaml)  # noqa: S506  # a safe one


def front(file: Path) -> Any:
    head = file.read_text("utf-8-sig").replace("\r", "").split("---\n", 2)[1]
    return parsed(WIDE_COLON.sub(r"\1: ", head))


def faults(schema: dict[str, Any], value: Any) -> list[str]:
    return [f"{list(each.path)}: {each.message[:200]}" for each in Draft7Validator(schema).iter_errors(value)]


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_every_article_of_a_good_site_is_right(site: Path) -> None:
    schema = article_schema(read_config(site))
    files = [each for each in (site / "content" / "articles").rglob("*") if each.suffix in {".md", ".markdown", ".txt"}]

    assert {file.name: found for file in files if (found := faults(schema, front(file)))} == {}


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_the_settings_of_a_good_site_are_right(site: Path) -> None:
    assert faults(site_schema(), parsed((site / "site.yaml").read_text("utf-8"))) == []


DATES = [
    "2023", "2023-06", "2023年6月", "2023-06-12", "2023/6/12", "2023.6.12", "2023年6月12日", "2023-06-12 08:00",
    "2023-06-12T08:00:00+08:00", "2023-06-12T08:00Z", "2023年6月12日 8时30分", "２０２３年６月１２日", "明天", "12-06-2023", "20230612",
    "2023-06-12 早上", "六月", "2023-6-12 08:00:00.5",
]  # fmt: skip
FIELDS = [
    *({"date": date} for date in DATES),
    {"titel": "春"}, {"tags": "[麦, 豆]"}, {"tags": "麦、豆"}, {"tags": "{name: 麦}"}, {"tags": "{nam: 麦}"}, {"tags": "[{name: 麦}, 豆]"},
    {"series": "{name: 果园, part: 3}"}, {"series": "{name: 果园, part: 三}"}, {"series": "{name: 果园, part: 0}"}, {"series": "{part: 1}"},
    {"draft": "true"}, {"draft": "yes"}, {"draft": "Off"}, {"draft": "falae"}, {"draft": "1"}, {"draft": ""}, {"draft": "[true]"},
    {"script": "zh-Hant"}, {"script": "zh-TW"}, {"cover": "a.jpg"}, {"cover": "{src: a.jpg, alt: 甲}"}, {"cover": "{alt: 甲}"},
    {"cover": "/a.jpg"}, {"cover": "{src: a.jpg, credits: 乙}"}, {"slug": "spring"}, {"slug": "../../etc"}, {"slug": "a/b"}, {"slug": "2024"},
    {"aliases": "/old/"}, {"aliases": "[/a, /b]"}, {"aliases": "old"}, {"aliases": '"/news.php?id=3"'}, {"subtitle": "[一, 二]"},
    {"subtitle": "2024"}, {"subtitle": "{zh-Hans: 一, zh-Hant: 壹}"}, {"subtitle": "true"}, {"summary": ""}, {"related": "b"},
    {"related": "[b, c]"}, {"corrections": "[{date: 2023-07-01, text: 更正}]"}, {"corrections": "{text: 更正}"}, {"corrections": "[{date: 2023}]"},
    {"withdrawn": "{date: 2024-01-01, reason: 误}"}, {"withdrawn": "true"}, {"edition": "{issue: 12, page: 3}"}, {"edition": "3"},
    {"glossary": "{乾县: 乾縣}"}, {"glossary": "{软件: {zh-Hant: 軟體}, topics: [戏曲]}"}, {"glossary": "[乾]"}, {"extra": "{a: [1, {b: 2}]}"},
    {"extra": "甲"}, {"author": "某"}, {"categories": "[甲, 乙]"}, {"published": "false"}, {"published": "明天"}, {"status": "draft"},
    {"status": "ready"}, {"lastmod": "2024-01-01"}, {"lastmod": "昨天"}, {"review": "看一看"}, {"expires": "2030-01-01"}, {"convert": "no"},
]  # fmt: skip


@pytest.mark.parametrize("fields", FIELDS, ids=lambda fields: " ".join(map(str, *fields.items())))
def test_an_editor_marks_what_the_loader_refuses(fields: dict[str, str], tmp_path: Path) -> None:
    text = article_file(**fields)
    site = write_site(tmp_path, {"content/articles/a.md": text})
    config = read_config(site)
    (found,) = scan(site / "content")
    reading = Reading(site=site, zone=config.timezone, language=config.language, taxonomies=config.facts().taxonomies)

    read = answer(Asked(ARTICLES, found), reading)
    is_refused = isinstance(read, tuple)

    assert not is_refused or isinstance(read[0], SitegenError)  # type: ignore[index]  # then it is a tuple
    topics = is_refused and "topics" in str(read[0])  # type: ignore[index]  # a glossary of the site is no matter of shape
    assert bool(faults(article_schema(), front(site / "content/articles/a.md"))) == (is_refused and not topics)


SETTINGS = [
    ("", True), ("scripts: [zh-Hans]", True), ("scripts: zh-Hans", False), ("timezone: 8", True), ("search: maybe", False),
    ("taxonomies: {tags: {paginate: 20}}", True), ("taxonomies: {tags: {pagination: 20}}", False), ("taxonomies: {tags: }", True),
    ("navigation: [{name: 首页, url: /}]", True), ("navigation: [首页]", False), ("raw_html: allow", True), ("raw_html: maybe", False),
    ("baseurl: x", False), ("articles: articles", False), ("publish: swap", True), ("conversion: {quotes: corner}", True),
    ("conversion: {recipes: {zh-Hant: s2hk}}", True), ("conversion: {recipes: {zh-Hant: s2x}}", False),
]  # fmt: skip


@pytest.mark.parametrize(("line", "is_right"), SETTINGS)
def test_a_setting_of_a_wrong_shape_is_marked(line: str, *, is_right: bool) -> None:
    text = f"title: 春\nbase_url: https://e.org\n{line}\n"

    assert (faults(site_schema(), parsed(text)) == []) is is_right


def test_a_site_without_an_address_is_marked() -> None:
    assert faults(site_schema(), {"title": "春", "base_url": "example.org"})
    assert faults(site_schema(), {"title": "春"})


def test_every_key_is_described() -> None:
    taxonomies = {"tags", "series", "places", "authors", "sources"}

    assert set(ARTICLE) == set(ArticleFields.model_fields)
    assert set(SITE) == set(Config.model_fields)
    assert taxonomies < set(article_schema()["properties"])
    assert all(each["description"] for each in article_schema()["properties"].values())
