"""Cards of links: made with the site, and made again with nothing but their words."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

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


def cards(site: Path) -> dict[str, bytes]:
    return {path: content for path, content in files_in(site / "public").items() if path.endswith("card.png")}


def test_an_article_without_a_picture_has_a_card_in_each_script(site: Path) -> None:
    made = cards(site)

    assert set(made) == {CARD, f"zh-hant/{CARD}"}
    assert made[CARD] != made[f"zh-hant/{CARD}"]
    assert Image.open(BytesIO(made[CARD])).size == (1200, 630)
    shown = page(site, "zh-hant/articles/2024/03/a/")
    assert f'<meta property="og:image" content="https://example.org/zh-hant/{CARD}">' in shown
    assert "card.png" not in page(site, "articles/2024/03/b/")


def test_only_a_card_whose_words_changed_is_drawn_again(site: Path) -> None:
    (site / "content/articles/c.md").write_text(article_file("丙", date="2024-03-07", tags="麦"), "utf-8")
    added = build_site(site)
    (site / "content/articles/a.md").write_text(str(FILES["content/articles/a.md"]).replace("头发", "面条"), "utf-8")
    edited = build_site(site)

    assert [each for each in added.written if each.endswith("card.png")] == [
        "articles/2024/03/c/card.png",
        "zh-hant/articles/2024/03/c/card.png",
    ]
    assert [each for each in edited.written if each.endswith("card.png")] == [CARD, f"zh-hant/{CARD}"]
    before = files_in(site / "public")
    build_site(site, clean=True)
    assert files_in(site / "public") == before


def test_a_card_goes_with_its_article_and_with_the_setting(site: Path) -> None:
    other = str(FILES["content/articles/a.md"]).replace("title", "withdrawn: {date: 2024-05-01, reason: 有误}\ntitle")
    (site / "content/articles/a.md").write_text(other, "utf-8")
    build_site(site)
    assert cards(site) == {}

    (site / "content/articles/a.md").write_text(str(FILES["content/articles/a.md"]), "utf-8")
    build_site(site)
    assert len(cards(site)) == 2
    (site / "site.yaml").write_text("title: 示例\nbase_url: https://example.org/\n", "utf-8")
    build_site(site)
    assert cards(site) == {}
