"""The site as a reader meets it, in a real Chromium: every kind of page, in both scripts, on every screen."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from sitegen.builder import Options, build
from tests.browser import axe, barriers_on, complaints_of, find_chromium, hosted
from tests.oddities import UNDATED, WHOLE, WITHDRAWN, write_oddities
from tests.sites import NOW

ROOT = Path(__file__).parent.parent
WIDTHS = [320, 768, 1440]
KINDS = [
    "/", "/archive/", "/archive/2024/", "/archive/2024/03/", "/archive/days/", "/archive/days/03-12/", "/random/", "/tags/", "/tags/ping-guo/", "/series/", "/series/guo-yuan-si-ji/",
    "/places/", "/places/gan-su-sheng/", "/authors/", "/sources/", "/about/", "/404.html",
    "/articles/2026/10/potato-cellar/", "/articles/2024/08/shougou-hetong/",
]  # fmt: skip
"""Each kind of page of the example; an article with a picture, and one with footnotes."""

ODDITIES = [WHOLE, UNDATED, WITHDRAWN]
ARTICLE = "/articles/2024/08/shougou-hetong/"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
BY_WIDTH = ("target-size", "scrollable-region-focusable")
RULES: dict[tuple[str, int], tuple[str, ...]] = {
    ("light", 320): (),
    ("light", 768): BY_WIDTH,
    ("dark", 1440): ("color-contrast", *BY_WIDTH),
}
"""Rules of axe-core by screen: all of them once, contrast by night too, and at each width what depends on it."""

pytestmark = [pytest.mark.browser, pytest.mark.skipif(find_chromium() is None, reason="no Chromium was found")]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example of this repository, built and served."""
    output = tmp_path_factory.mktemp("example") / "public"
    build(ROOT, output, Options(clock=NOW, future=True))
    with hosted(output) as address:
        yield address


@pytest.fixture(scope="module")
def odd_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What the example has not, built and served."""
    site = write_oddities(tmp_path_factory.mktemp("odd"))
    build(site, site / "public", Options(clock=NOW))
    with hosted(site / "public") as address:
        yield address


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_kind_of_page_is_for_everyone_on_every_screen(
    browser: Browser, host: str, odd_host: str, prefix: str
) -> None:
    context = browser.new_context()
    context.add_init_script(axe())
    page = context.new_page()
    complaints = complaints_of(page)

    found = [f"{prefix}{each}: {fault}" for each in KINDS for fault in faults_of(page, host, prefix, each)]
    found += [f"{prefix}{each}: {fault}" for each in ODDITIES for fault in faults_of(page, odd_host, prefix, each)]

    assert found == []
    assert complaints == []
    context.close()


def faults_of(page: Page, host: str, prefix: str, address: str) -> Iterator[str]:
    page.goto(f"{host}{prefix}{address}")
    yield from structure_faults(page)
    twins = page.eval_on_selector_all(".scripts a", "all => all.map(each => each.getAttribute('href'))")
    if twins != [address, f"/zh-hant{address}"]:
        yield f"its twins are {twins}"
    for scheme, width in itertools.product(SCHEMES, WIDTHS):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        if (scheme, width) in RULES:
            yield from (f"{scheme} {width}: {each}" for each in barriers_on(page, *RULES[scheme, width]))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"{width}: scrolls sideways"


def structure_faults(page: Page) -> Iterator[str]:
    levels = page.eval_on_selector_all("h1, h2, h3, h4, h5, h6", "all => all.map(each => +each.tagName[1])")
    if (
        levels[0] != 1
        or levels.count(1) != 1
        or any(after - before > 1 for before, after in itertools.pairwise(levels))
    ):
        yield f"its headings are {levels}"
    if page.locator("header.masthead, main, footer.colophon").count() != 3:
        yield "it lacks a landmark"


@pytest.mark.parametrize("address", ["/", ARTICLE, "/tags/ping-guo/", "/places/"])
def test_text_twice_as_large_moves_nothing_out_of_sight(page: Page, host: str, address: str) -> None:
    page.set_viewport_size({"width": 640, "height": 800})
    page.goto(f"{host}{address}")

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_the_switch_of_scripts_keeps_the_page(page: Page, host: str) -> None:
    for address in ("/", ARTICLE, "/404.html"):
        page.goto(f"{host}{address}")
        assert page.get_attribute("html", "lang") == "zh-Hans"

        page.get_by_role("link", name="繁體", exact=True).click()

        assert page.url == f"{host}/zh-hant{address}"
        assert page.get_attribute("html", "lang") == "zh-Hant"
        page.get_by_role("link", name="简体", exact=True).click()
        assert page.url == f"{host}{address}"


def test_the_first_tab_leads_to_the_text_and_focus_shows(page: Page, host: str) -> None:
    page.goto(f"{host}/")

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


@pytest.mark.parametrize("address", ["/", "/places/", ARTICLE])
def test_the_keyboard_alone_reaches_everything_and_shows_where_it_is(page: Page, host: str, address: str) -> None:
    page.goto(f"{host}{address}")
    every = page.evaluate(
        "() => [...document.querySelectorAll('a[href], button, summary, input, select, [tabindex=\"0\"]')]"
        ".filter(each => each.checkVisibility()).map((each, at) => { each.dataset.at = at; return at })"
    )
    reached = []
    for _ in every:
        page.keyboard.press("Tab")
        at, outline = page.evaluate(
            "() => { const here = document.activeElement;"
            " return [here.dataset.at, getComputedStyle(here).outlineStyle] }"
        )
        assert outline == "solid", at
        reached.append(int(at))

    assert sorted(reached) == every


def test_without_javascript_every_way_in_works_and_no_control_is_dead(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}/")
    assert page.get_by_role("button").all_inner_texts() == ["搜索"], "it leads to a page of lists"

    page.get_by_role("link", name="归档").first.click()
    page.locator(".bars a").first.click()
    page.locator(".calendar a").first.click()
    page.locator(".day:target h3 a").first.click()

    assert page.locator("article.article h1").count() == 1
    assert page.get_by_role("button").all_inner_texts() == ["搜索"], "it leads to a page of lists"
    assert page.locator("#citation").is_visible()
    context.close()


def test_the_text_is_as_large_and_as_wide_as_promised(page: Page, host: str) -> None:
    page.goto(f"{host}{ARTICLE}")

    size, height, width = page.evaluate(
        "() => { const e = document.querySelector('.body > p'), s = getComputedStyle(e);"
        " return [parseFloat(s.fontSize), parseFloat(s.lineHeight), e.getBoundingClientRect().width] }"
    )

    assert 17 <= size <= 18
    assert 1.75 <= height / size <= 1.9
    assert width / size <= 38.5


def test_the_size_of_the_text_and_the_night_are_remembered_from_page_to_page(page: Page, host: str) -> None:
    page.goto(f"{host}/")
    by_day = ground_of(page)

    page.get_by_role("button", name="特大字号").click()
    page.get_by_role("button", name="夜读").click()
    page.goto(f"{host}{ARTICLE}")

    assert page.get_by_role("button", name="夜读").get_attribute("aria-pressed") == "true"
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == pytest.approx(18 * 1.375)
    assert ground_of(page) != by_day
    page.get_by_role("button", name="标准字号").click()
    page.get_by_role("button", name="夜读").click()
    page.reload()
    assert ground_of(page) == by_day
    assert page.evaluate("localStorage.length") == 0


def ground_of(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_where_nothing_can_be_kept_the_choice_holds_for_the_page(page: Page, host: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})")
    complaints = complaints_of(page)
    page.goto(f"{host}/")

    page.get_by_role("button", name="大字号", exact=True).click()

    assert page.get_attribute("html", "data-size") == "large"
    assert complaints == []


def test_the_line_that_cites_an_article_is_copied_with_the_day_of_the_visit(browser: Browser, host: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.goto(f"{host}{ARTICLE}")

    page.get_by_role("button", name="复制引文").click()

    page.get_by_text("已复制").wait_for()
    day = page.evaluate("new Date().toLocaleDateString('sv')")
    assert page.evaluate("navigator.clipboard.readText()") == (
        f"陇上乡村手册. 收购合同里要写清的八件事[EB/OL]. (2024-08-06)[{day}]. https://example.org{ARTICLE}."
    )
    context.close()


def test_the_address_of_an_article_is_handed_to_the_machine_or_else_copied(browser: Browser, host: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{host}{ARTICLE}")
    page.evaluate("() => { navigator.share = undefined }")

    page.get_by_role("button", name="发给别人").click()

    page.get_by_text("已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"https://example.org{ARTICLE}"
    page.evaluate("() => { navigator.share = async given => { window.given = given.url } }")
    page.get_by_role("button", name="发给别人").click()
    assert page.evaluate("given") == f"https://example.org{ARTICLE}"
    context.close()


@pytest.mark.parametrize("address", ["/", ARTICLE, "/about/", "/tags/"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_moves_while_a_page_comes_in(page: Page, host: str, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{host}{address}")

    moved = page.evaluate(
        "() => new Promise(done => { new PerformanceObserver(all => done(all.getEntries().map(e => e.value)))"
        ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done([]), 150) })"
    )

    assert sum(moved) < 0.001


def test_a_paragraph_has_an_address_that_a_link_in_its_indent_leads_to(page: Page, odd_host: str) -> None:
    page.goto(f"{odd_host}{WHOLE}")

    page.get_by_role("link", name="第2段").focus()
    page.keyboard.press("Enter")

    assert page.url == f"{odd_host}{WHOLE}#p2"
    assert page.locator(":target").get_attribute("id") == "p2"


def test_a_lost_character_and_a_conversion_say_what_they_are(page: Page, odd_host: str) -> None:
    page.goto(f"{odd_host}{WHOLE}")
    assert page.get_by_role("img", name="原文此处缺一字").count() == 1
    assert page.locator(".converted").count() == 0

    page.get_by_role("link", name="繁體", exact=True).click()

    assert page.get_by_role("img", name="原文此處缺一字").count() == 1
    page.get_by_role("link", name="看原文").click()
    assert page.url == f"{odd_host}{WHOLE}"
    page.goto(f"{odd_host}{UNDATED}")
    assert page.get_by_text("日期不详").count() >= 1
    assert page.get_by_text("本页文字由程序转换").count() == 1


def test_on_paper_an_article_is_a_clipping(page: Page, odd_host: str) -> None:
    page.goto(f"{odd_host}{WHOLE}")
    page.get_by_role("button", name="夜读").click()

    page.emulate_media(media="print", color_scheme="dark")

    shown = page.locator("body").inner_text()
    assert all(words in shown for words in ("示例", "甘肃日报", "原载", f"https://example.org{WHOLE}"))
    assert not any(words in shown for words in ("繁體", "跳到正文", "上一篇", "复制引文", "搜索", "首页"))
    assert ground_of(page) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", [320, 1440])
def test_what_a_finger_must_hit_is_large_enough(page: Page, host: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{host}{ARTICLE}")

    small = page.eval_on_selector_all(
        ".settings a, button, .sections a, .breadcrumbs a, .tags a, .beside li a",
        "all => all.filter(each => each.checkVisibility()).filter(each => { const box = each.getBoundingClientRect();"
        " return box.width < 44 || box.height < 44 }).map(each => each.outerHTML)",
    )

    assert small == []


def test_emphasis_is_dots_below_in_either_script_and_slant_in_other_languages(page: Page, odd_host: str) -> None:
    for prefix in ("", "/zh-hant"):
        page.goto(f"{odd_host}{prefix}{WHOLE}")
        chinese, english = page.eval_on_selector_all(
            ".body em", "all => all.map(each => { const s = getComputedStyle(each);"
            " return [s.fontStyle, s.textEmphasisStyle, s.textEmphasisPosition] })",
        )  # fmt: skip

        assert chinese == ["normal", "dot", "under"]
        assert english[:2] == ["italic", "none"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_who_asks_for_more_contrast_gets_it_by_day_and_by_night(
    page: Page, host: str, scheme: Literal["light", "dark"]
) -> None:
    page.goto(f"{host}{ARTICLE}")

    page.emulate_media(contrast="more", color_scheme=scheme)

    assert page.evaluate(
        "getComputedStyle(document.querySelector('.byline')).color === getComputedStyle(document.body).color"
    )
