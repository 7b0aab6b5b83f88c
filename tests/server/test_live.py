"""An editor at work, in a real browser: what is saved shows, mistakes show and go, and the place on the page is kept."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import find_chromium
from tests.sites import article_file, write_site
from tests.test_preview import Preview, serving

pytestmark = [pytest.mark.browser, pytest.mark.skipif(find_chromium() is None, reason="no Chromium was found")]

FOLDER = "content/articles/2024"
ARTICLE = f"{FOLDER}/2024-03-05-spring.md"
LONG = "\n\n".join(f"第{number}段，雨水过后，麦田返青。" for number in range(80))


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Preview]]:
    files: dict[str, str | bytes] = {
        ARTICLE: article_file(body=LONG),
        f"{FOLDER}/2024-02-01-draft.md": article_file("草稿一篇", draft="true"),
        "static/paper.css": ":root { --own: 1px }",
    }
    site = write_site(tmp_path_factory.mktemp("live") / "site", files)
    with serving(site) as started:
        yield site, started


@pytest.fixture
def page(browser: Browser, preview: tuple[Path, Preview]) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1000, "height": 700})
    opened.goto(f"{preview[1].address}articles/2024/03/spring/")
    opened.wait_for_function("document.readyState === 'complete'")
    yield opened
    opened.close()


def save_by_rename(file: Path, text: str) -> None:
    """Save as many editors do: another file takes the place of the old one."""
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text(text, "utf-8")
    beside.replace(file)


def test_an_edit_is_seen_and_the_place_on_the_page_kept(page: Page, preview: tuple[Path, Preview]) -> None:
    site, _ = preview
    page.evaluate("scrollTo(0, 1500)")

    save_by_rename(site / ARTICLE, article_file("夏收", body=LONG.replace("第70段", "第七十段")))

    expect(page.locator("h1")).to_contain_text("夏收")
    expect(page.locator("main")).to_contain_text("第七十段")
    page.wait_for_function("Math.abs(scrollY - 1500) < 2")


def test_a_style_sheet_is_seen_without_the_page_being_loaded_again(page: Page, preview: tuple[Path, Preview]) -> None:
    site, _ = preview
    page.evaluate("window.kept = 'kept'")

    for width in ("2px", "3px"):
        save_by_rename(site / "static/paper.css", f":root {{ --own: {width} }}")
        page.wait_for_function(
            "width => getComputedStyle(document.documentElement).getPropertyValue('--own') === width", arg=width
        )

    assert page.evaluate("window.kept") == "kept"
    assert page.locator('link[rel="stylesheet"]:not([data-sitegen])').count() == 2


def test_a_mistake_shows_above_the_page_and_goes_when_it_is_mended(page: Page, preview: tuple[Path, Preview]) -> None:
    site, told = preview
    good = (site / ARTICLE).read_text("utf-8")
    title = page.locator("h1").inner_text()

    (site / ARTICLE).write_text(good.replace("title:", "date: 明天\ntitle:"), "utf-8")

    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(f"{ARTICLE}:2")
    expect(alert).to_contain_text("'明天' is not a date")
    expect(alert).to_contain_text("write it as 2024-03-05")
    expect(page.locator("h1")).to_have_text(title)
    told.wait_for(rf"{ARTICLE}:2: date: '明天' is not a date\n")

    (site / ARTICLE).write_text(good, "utf-8")

    expect(alert).to_have_count(0)
    expect(page.locator("h1")).to_have_text(title)
    told.wait_for("mended\n")


def test_settings_saved_by_rename_and_a_template_that_comes_and_goes_are_seen(
    page: Page, preview: tuple[Path, Preview]
) -> None:
    site, _ = preview
    settings = (site / "site.yaml").read_text("utf-8")
    for title in ("甲报", "乙报"):  # the second shows that the file in the place of the first is followed too
        save_by_rename(site / "site.yaml", settings.replace("示例", title))
        expect(page.locator("header.masthead")).to_contain_text(title)

    write_site(site, {"site.yaml": settings, "templates/masthead.html": "<header class='masthead'>自己的</header>"})
    expect(page.locator("header.masthead")).to_contain_text("自己的")
    shutil.rmtree(site / "templates")
    expect(page.locator("header.masthead")).to_contain_text("示例")


def test_a_new_article_leads_to_it_a_renamed_folder_and_a_deleted_file_are_followed(
    page: Page, preview: tuple[Path, Preview]
) -> None:
    site, told = preview
    new = site / FOLDER / "2024-04-01-rain.md"

    new.write_text(article_file("谷雨"), "utf-8")
    page.wait_for_url("**/articles/2024/04/rain/")
    expect(page.locator("h1")).to_contain_text("谷雨")

    new.rename(new.with_name("2024-04-02-grain-rain.md"))
    page.wait_for_url("**/articles/2024/04/grain-rain/")

    (site / FOLDER).rename(site / "content/articles/moved")
    expect(page.locator("#sitegen-desk .line")).to_contain_text("content/articles/moved/2024-04-02-grain-rain.md")

    (site / "content/articles/moved/2024-04-02-grain-rain.md").unlink()
    expect(page.locator("h1")).to_contain_text("找不到这一页")
    (site / "content/articles/moved").rename(site / FOLDER)
    expect(page.locator("h1")).to_contain_text("找不到这一页")
    assert told.get("/articles/2024/03/spring/")[0] == 200


def test_many_files_at_once_settle_and_are_right(page: Page, preview: tuple[Path, Preview], tmp_path: Path) -> None:
    site, told = preview
    page.goto(f"{told.address}archive/2022/")
    expect(page.locator("h1")).to_contain_text("找不到这一页")

    write_site(  # elsewhere: a single one that came first would be led to
        tmp_path,
        {f"many/2022-01-{at % 28 + 1:02}-{at}.md": article_file(f"第{at}篇") for at in range(500)},
    )
    (tmp_path / "many").rename(site / "content/articles/many")
    expect(page.locator("main")).to_contain_text("500")

    shutil.rmtree(site / "content/articles/many")
    expect(page.locator("h1")).to_contain_text("找不到这一页")


def test_a_draft_carries_its_ribbon_and_the_way_to_its_file(page: Page, preview: tuple[Path, Preview]) -> None:
    page.goto(f"{preview[1].address}articles/2024/02/draft/")

    expect(page.locator("#sitegen-desk .line b")).to_have_text("draft")
    page.locator("#sitegen-desk .line a").click()
    expect(page.locator("main")).to_contain_text(f"{FOLDER}/2024-02-01-draft.md")
    page.get_by_role("link", name=re.compile("Why files")).click()
    expect(page.locator("main")).to_contain_text("it is new")
