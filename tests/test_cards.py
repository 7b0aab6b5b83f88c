"""Cards of links: made with the site, and made again with nothing but their words."""

import os
import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.builder import Report
from sitegen.model import Script
from sitegen.pictures.fonts import fonts_for
from tests.photos import encoded, photo
from tests.sites import article_file, build_site, files_in, page, write_site

Files = dict[str, str | bytes]
FILES: Files = {
    "content/articles/a.md": article_file("头发", date="2024-03-05", series="果园四季", sources="甘肃日报", tags="麦"),
    "content/articles/b.md": article_file("乙", date="2024-03-06", tags="麦", cover="{src: b.jpg, alt: 图}"),
    "content/articles/b.jpg": encoded(photo(640, 400)),
}
CARD = "articles/2024/03/a/card.png"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    if fonts_for(Script.HANS) is None:
        pytest.skip("no font for Chinese is here")
    site = write_site(
        tmp_path / "site", FILES, cards="true", taxonomies="{tags: {}, series: {}, sources: {name: 来源}}"
    )
    build_site(site)
    return site


SITE = {f"{prefix}{path}" for prefix in ("", "zh-hant/") for path in ("card.png", "tags/mai/card.png")} | {
    f"{prefix}{taxonomy}/card.png"
    for prefix in ("", "zh-hant/")
    for taxonomy in ("series/guo-yuan-si-ji", "sources/gan-su-ri-bao")
}


def cards(site: Path) -> dict[str, bytes]:
    return {path: content for path, content in files_in(site / "public").items() if path.endswith("card.png")}


def drawn(report: Report) -> list[str]:
    return [each for each in report.written if each.endswith("card.png")]


def put(site: Path, name: str, text: str) -> None:
    (site / f"content/articles/{name}.md").write_text(text, "utf-8")


def shown_at(site: Path, address: str) -> list[str]:
    """The pictures that a page names to those who preview links, each with how large they are to show it."""
    text = page(site, address)
    large = re.findall(r'<meta name="twitter:card" content="(\w+)">', text)
    return re.findall(r'<meta property="og:image" content="https://example.org/([^"]+)">', text) + large


def test_an_article_without_a_picture_a_term_and_the_site_have_a_card_in_each_script(site: Path) -> None:
    made = cards(site)

    assert set(made) == {CARD, f"zh-hant/{CARD}"} | SITE
    assert made[CARD] != made[f"zh-hant/{CARD}"]
    assert {Image.open(BytesIO(each)).size for each in made.values()} == {(1200, 630)}
    large = "summary_large_image"
    assert shown_at(site, "zh-hant/articles/2024/03/a/") == [f"zh-hant/{CARD}", large]
    assert shown_at(site, "tags/mai/") == ["tags/mai/card.png", large]
    assert [shown_at(site, each) for each in ("", "archive", "tags", "search")] == [["card.png", large]] * 4
    (photo_of_b, _) = shown_at(site, "articles/2024/03/b/")
    assert photo_of_b.startswith("media/")


def test_only_a_card_whose_words_changed_is_drawn_again(site: Path) -> None:
    put(site, "c", article_file("丙", date="2024-03-07", tags="麦"))
    added = build_site(site)
    put(site, "a", str(FILES["content/articles/a.md"]).replace("头发", "面条"))
    edited = build_site(site)

    assert drawn(added) == ["articles/2024/03/c/card.png", "zh-hant/articles/2024/03/c/card.png"]
    assert drawn(edited) == [CARD, f"zh-hant/{CARD}"]
    before = files_in(site / "public")
    build_site(site, clean=True)
    assert files_in(site / "public") == before


def kept(site: Path) -> set[str]:
    return {each.name for each in (site / ".sitegen/cards").glob("*/*")}


def test_a_drawing_that_nothing_needs_any_more_is_kept_for_a_month(site: Path) -> None:
    before = kept(site)
    put(site, "a", str(FILES["content/articles/a.md"]).replace("头发", "面条"))
    put(site, "c", article_file("丙", date="2024-03-07", tags="新词"))  # a new term: the whole site is planned
    build_site(site)
    after = kept(site)
    assert before < after

    for each in (site / ".sitegen/cards").glob("*/*"):
        os.utime(each, (0, 0))
    put(site, "d", article_file("丁", date="2024-03-08", tags="词"))
    build_site(site)

    pruned = kept(site)
    assert len(after - pruned) == 2
    shutil.rmtree(site / ".sitegen/cards")
    build_site(site, clean=True)
    assert kept(site) == pruned


def test_drawings_go_with_the_setting(site: Path) -> None:
    for each in (site / ".sitegen/cards").glob("*/*"):
        os.utime(each, (0, 0))
    (site / "site.yaml").write_text("title: 示例\nbase_url: https://example.org/\n", "utf-8")

    build_site(site)

    assert (kept(site), cards(site), shown_at(site, "")) == (set(), {}, [])


def test_a_card_goes_with_its_article(site: Path) -> None:
    put(
        site,
        "a",
        str(FILES["content/articles/a.md"]).replace("title", "withdrawn: {date: 2024-05-01, reason: 有误}\ntitle"),
    )
    build_site(site)
    assert not {CARD, f"zh-hant/{CARD}", "series/guo-yuan-si-ji/card.png"} & cards(site).keys()

    put(site, "a", str(FILES["content/articles/a.md"]))
    build_site(site)
    assert CARD in cards(site)


def test_a_picture_of_the_sites_own_stands_for_it(site: Path) -> None:
    (site / "static").mkdir()
    (site / "static/card.png").write_bytes(encoded(photo(1000, 500), "PNG"))

    build_site(site)

    assert cards(site)["card.png"] == (site / "static/card.png").read_bytes()
    assert "zh-hant/card.png" not in cards(site)
    assert shown_at(site, "zh-hant/archive") == ["card.png", "summary_large_image"]
