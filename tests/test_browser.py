"""The example site as a reader meets it, in a real Chromium."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from sitegen.builder import Options, build
from tests.browser import ARGUMENTS, find_chromium, hosted
from tests.sites import NOW

ROOT = Path(__file__).parent.parent
CHROMIUM = find_chromium()
WIDTHS = [320, 360, 768, 1280, 1440]
ADDRESSES = ["/", "/archive/", "/tags/", "/series/", "/places/", "/404.html", "/about/"]

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium was found")]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example of this repository, built and served."""
    output = tmp_path_factory.mktemp("example") / "public"
    build(ROOT, output, Options(clock=NOW, future=True))
    with hosted(output) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def failure_of(request: Request) -> list[str]:
    """Name a failed request; leaving a page ends what is still under way, which is no failure."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]


def articles_of(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator(".cards h2 a").all()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways_fails_a_request_or_writes_to_the_console(
    browser: Browser, host: str, prefix: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.extend(failure_of(request)))
    page.on("response", lambda response: complaints.append(response.url) if response.status >= 400 else None)
    page.goto(f"{host}{prefix}/")
    addresses = [f"{prefix}{address}" for address in ADDRESSES] + articles_of(page)[:4]

    for address in addresses:
        page.goto(f"{host}{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address

    assert complaints == []
    context.close()


def test_every_page_says_which_script_it_is_in_and_leads_to_its_twin(browser: Browser, host: str) -> None:
    page = browser.new_page()
    page.goto(f"{host}/")
    for address in articles_of(page)[:3] + ADDRESSES:
        page.goto(f"{host}{address}")
        assert page.get_attribute("html", "lang") == "zh-Hans"

        page.get_by_role("link", name="繁體", exact=True).click()

        assert page.url == f"{host}/zh-hant{address}"
        assert page.get_attribute("html", "lang") == "zh-Hant"
        page.get_by_role("link", name="简体", exact=True).click()
        assert page.url == f"{host}{address}"
    page.close()


def test_an_article_has_one_h1_its_landmarks_and_no_skipped_heading(browser: Browser, host: str) -> None:
    page = browser.new_page()
    page.goto(f"{host}/")
    for address in articles_of(page):
        page.goto(f"{host}{address}")
        levels = [
            int(heading.evaluate("e => e.tagName[1]")) for heading in page.locator("h1, h2, h3, h4, h5, h6").all()
        ]
        assert levels.count(1) == 1, address
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), address
        assert page.locator("header.masthead, main, footer.colophon").count() == 3
    page.close()


def test_the_first_tab_leads_to_the_text_and_focus_shows(browser: Browser, host: str) -> None:
    page = browser.new_page()
    page.goto(f"{host}/")

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.close()


def test_without_javascript_every_way_in_works(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}/")

    page.get_by_role("link", name="归档").first.click()
    page.locator("main .terms a").first.click()
    page.locator(".cards h2 a").first.click()

    assert page.locator("article.article h1").count() == 1
    context.close()


def test_the_text_is_as_large_and_as_wide_as_promised(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{host}/")
    page.goto(f"{host}{articles_of(page)[0]}")

    size, height, width = page.evaluate(
        "() => { const e = document.querySelector('.body > p'), s = getComputedStyle(e);"
        " return [parseFloat(s.fontSize), parseFloat(s.lineHeight), e.getBoundingClientRect().width] }"
    )

    assert 17 <= size <= 18
    assert 1.75 <= height / size <= 1.9
    assert width / size <= 38.5
    page.close()
