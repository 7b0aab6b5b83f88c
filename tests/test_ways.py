"""The ways in as a reader goes them: with the keyboard, with and without scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitegen.builder import Options, build
from tests.browser import complaints_of, find_chromium, hosted
from tests.sites import NOW, article_file, write_site

ROOT = Path(__file__).parent.parent

pytestmark = [pytest.mark.browser, pytest.mark.skipif(find_chromium() is None, reason="no Chromium was found")]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example of this repository, built and served."""
    output = tmp_path_factory.mktemp("example") / "public"
    build(ROOT, output, Options(clock=NOW, future=True))
    with hosted(output) as address:
        yield address


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with lists of several parts, built and served."""
    days = [(month, day) for month in range(1, 7) for day in range(1, 21)]
    files: dict[str, str | bytes] = {
        f"content/articles/{month:02}-{day:02}.md": article_file(
            f"{month}月{day}日记", date=f"2024-{month:02}-{day:02}", tags="日记", series="一年的日记"
        )
        for month, day in days
    }
    site = write_site(tmp_path_factory.mktemp("large"), files)
    build(site, site / "public", Options(clock=NOW))
    with hosted(site / "public") as address:
        yield address


def focus(page: Page) -> str:
    """The address that Enter would lead to."""
    return str(page.evaluate("document.activeElement.getAttribute('href')"))


def test_the_keyboard_goes_over_the_tiles_that_lead_somewhere_and_enters_one(page: Page, host: str) -> None:
    page.goto(f"{host}/places/gan-su-sheng/")
    tiles = page.locator(".map a")
    tiles.first.focus()

    reached = [focus(page)]
    for _ in range(tiles.count() - 1):
        page.keyboard.press("Tab")
        reached.append(focus(page))

    assert reached == [each.get_attribute("href") for each in tiles.all()]
    assert page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth") == "4px"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{host}{reached[-1]}")


def test_whoever_hears_the_map_hears_each_place_with_its_count_and_no_empty_one(page: Page, host: str) -> None:
    page.goto(f"{host}/zh-hant/places/")

    links = page.get_by_role("group", name="地區").get_by_role("link")

    assert links.count() == page.locator(".map a").count() == 4
    assert page.get_by_role("link", name="甘肅，23篇").get_attribute("href") == "/zh-hant/places/gan-su-sheng/"


def test_the_tiles_are_large_enough_for_a_finger_on_a_telephone(page: Page, host: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{host}/places/")

    boxes = [each.bounding_box() for each in page.locator(".map a rect").all()]

    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes)


def test_a_bar_is_as_high_as_its_count_and_leads_to_its_month(page: Page, host: str) -> None:
    page.goto(f"{host}/archive/")
    bars = page.locator(".bars a")

    heights = {int(bar.locator(".count").inner_text()): bar.locator("rect").bounding_box() for bar in bars.all()}

    one, three = heights[1], heights[3]
    assert one
    assert three
    assert three["height"] == pytest.approx(3 * one["height"], rel=0.05)
    page.get_by_role("link", name="10月，3篇").click()
    assert page.url == f"{host}/archive/2024/10/"


def test_a_day_of_the_calendar_leads_to_its_articles_by_keyboard(page: Page, host: str) -> None:
    page.goto(f"{host}/archive/2024/10/")
    assert page.locator(".calendar th").all_inner_texts() == list("一二三四五六日")

    page.get_by_role("link", name="18日，1篇").focus()
    page.keyboard.press("Enter")

    assert page.url == f"{host}/archive/2024/10/#d18"
    assert page.locator(":target h2").inner_text().startswith("10月18日")
    page.get_by_role("link", name="10月18日，历年今日").click()
    assert page.url == f"{host}/archive/days/10-18/"


def test_a_letter_leads_to_the_tags_that_begin_with_it(page: Page, host: str) -> None:
    page.goto(f"{host}/tags/")

    page.get_by_role("navigation", name="音序").get_by_role("link", name="P").click()

    assert page.url == f"{host}/tags/#P"
    assert page.locator("section:has(#P) .listed a").first.inner_text().startswith("苹果")


def test_batches_follow_each_other_in_a_ring_without_scripts(browser: Browser, large: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{large}/random/")
    assert page.locator("main").get_by_role("button").count() == 0
    seen: list[str] = []

    while page.url not in seen:
        seen.append(page.url)
        page.get_by_role("link", name="换一批", exact=True).click()

    assert len(seen) == 8
    assert page.url == seen[0]
    context.close()


def test_an_article_is_drawn_from_the_whole_archive_where_there_are_scripts(page: Page, large: str) -> None:
    complaints = complaints_of(page)
    page.goto(f"{large}/random/")
    page.evaluate("Math.random = () => 0.999")

    page.get_by_role("button", name="随机读一篇").press("Enter")

    page.wait_for_url("**/articles/2024/06/06-01/")
    assert complaints == []


def test_the_day_that_today_is_is_marked_and_entered(page: Page, host: str) -> None:
    page.clock.set_fixed_time("2030-10-18T12:00:00+08:00")
    page.goto(f"{host}/zh-hant/archive/days/")

    assert page.locator("[aria-current=date]").get_attribute("href") == "/zh-hant/archive/days/10-18/"
    page.get_by_role("button", name="今天").click()

    page.wait_for_url(f"{host}/zh-hant/archive/days/10-18/")


def test_a_day_without_articles_has_no_dead_button(page: Page, host: str) -> None:
    page.clock.set_fixed_time("2030-02-02T12:00:00+08:00")
    page.goto(f"{host}/archive/days/")

    assert page.locator("main").get_by_role("button").count() == 0


def test_the_parts_of_a_long_list_lead_from_the_newest_to_the_oldest(page: Page, large: str) -> None:
    page.goto(f"{large}/tags/ri-ji/")
    way = [page.url.removeprefix(large)]

    while (older := page.get_by_role("link", name="较早 →")).count():
        older.click()
        way.append(page.url.removeprefix(large))

    assert way == ["/tags/ri-ji/", "/tags/ri-ji/page/2/", "/tags/ri-ji/page/1/"]
    page.get_by_role("link", name="最新", exact=True).click()
    assert page.url == f"{large}/tags/ri-ji/"


def test_a_series_is_read_from_its_first_part_on(page: Page, large: str) -> None:
    page.goto(f"{large}/series/yi-nian-de-ri-ji/")
    assert page.locator(".cards .number").first.inner_text() == "1"

    page.get_by_role("link", name="下一页 →").click()

    assert page.locator(".cards .number").first.inner_text() == "51"
    page.get_by_role("link", name="← 上一页").click()
    assert page.url == f"{large}/series/yi-nian-de-ri-ji/"


@pytest.mark.parametrize("address", ["/tags/ri-ji/", "/tags/ri-ji/page/1/", "/archive/2024/", "/random/"])
def test_every_way_on_is_large_enough_for_a_finger(page: Page, large: str, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{large}{address}")

    ways = page.locator("main :is(.pager, .neighbours, .doors, .bars) a").all()

    assert ways
    assert all((box := way.bounding_box()) and min(box["width"], box["height"]) >= 43.9 for way in ways)


@pytest.mark.parametrize(("count", "is_there"), [(6, False), (7, True)])
def test_an_archive_of_many_years_begins_with_a_short_way_to_each(count: int, is_there: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a column of the table
    files: dict[str, str | bytes] = {
        f"content/articles/{year}.md": article_file(f"{year}年记", date=f"{year}-03-01")
        for year in range(2010, 2010 + count)
    }
    site = write_site(tmp_path, files)

    build(site, site / "public", Options(clock=NOW))

    shown = (site / "public" / "archive" / "index.html").read_text("utf-8")
    assert ('aria-label="年份"' in shown) is is_there
    assert shown.count('href="/archive/2010/"') == 1 + is_there
