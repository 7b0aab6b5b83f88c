"""The example site of this repository keeps what it promises."""

from pathlib import Path

import pytest

from sitegen.builder import Options, build
from sitegen.checker import check_site
from sitegen.config import read_config
from sitegen.loader import Reading, load_content
from sitegen.model import Article, Script
from tests.sites import NOW

ROOT = Path(__file__).parent.parent


def articles() -> tuple[Article, ...]:
    config = read_config(ROOT)
    reading = Reading(site=ROOT, zone=config.timezone, language=config.language, taxonomies=config.facts().taxonomies)
    return load_content(reading).articles


def terms(taxonomy: str) -> set[tuple[str, ...]]:
    return {each.key for article in articles() for each in article.assigned(taxonomy)}


@pytest.mark.parametrize("base_url", ["https://example.org/", "https://example.org/a/新闻/"])
def test_every_link_leads_to_a_file_in_both_scripts_also_under_a_sub_folder(base_url: str, tmp_path: Path) -> None:
    config = read_config(ROOT, base_url=base_url)

    report = build(ROOT, tmp_path / "public", Options(base_url=base_url, clock=NOW, future=True))

    assert {each.code for each in report.warnings} <= {"no-robots"}  # under a sub-folder nobody looks for it
    assert check_site(tmp_path / "public", base_path=config.base_path, shown_as="public") == []
    pages = {path for path in report.written if path.endswith("index.html")}
    hant = {path for path in pages if path.startswith("zh-hant/")}
    assert pages - hant == {path.removeprefix("zh-hant/") for path in hant}


def test_it_shows_what_an_archive_holds() -> None:
    assert len(articles()) >= 24
    assert len(terms("series")) >= 4
    assert len(terms("tags")) >= 15
    assert len(terms("places")) >= 8
    assert sum(article.script is Script.HANT for article in articles()) >= 4


def test_every_piece_is_of_a_readable_length_and_nobody_is_invented() -> None:
    for article in articles():
        assert 600 <= article.characters <= 2000, article.file
        assert [str(each.path[-1].key) for each in article.assigned("authors")] == ["本站编辑"], article.file
