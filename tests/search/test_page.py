"""The search page as a reader meets it, on the built example below a folder of its host."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route

from sitegen.builder import Options, build
from sitegen.plaintext import text_of
from sitegen.search import Wording, entry_of
from sitegen.search.names import digests_in
from sitegen.search.reader import Reader
from sitegen.search.whole import write_index
from tests.browser import axe, barriers_on, complaints_of, find_chromium, hosted
from tests.sites import NOW

ROOT = Path(__file__).parent.parent.parent
JUDGED: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "judged.yaml").read_text("utf-8"))

pytestmark = [pytest.mark.browser, pytest.mark.skipif(find_chromium() is None, reason="no Chromium was found")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example of this repository, built to be served below /news/."""
    folder = tmp_path_factory.mktemp("host") / "news"
    build(ROOT, folder, Options(clock=NOW, future=True, base_url="https://example.org/news/"))
    return folder


@pytest.fixture(scope="module")
def host(built: Path) -> Iterator[str]:
    with hosted(built.parent) as address:
        yield f"{address}/news"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def settled(page: Page) -> None:
    """Wait until an answer stands there."""
    page.wait_for_timeout(60)
    page.locator("#hits[aria-busy=false]").wait_for(state="attached")


def ask(page: Page, query: str) -> None:
    page.locator("#q").fill(query)
    settled(page)


def slugs(page: Page) -> list[str]:
    links = page.locator("#hits h2 a").evaluate_all("all => all.map(each => each.pathname)")
    return [str(link).rstrip("/").rpartition("/")[2] for link in links]


def status(page: Page) -> str:
    return page.locator("#status").inner_text()


def texts(page: Page, selector: str) -> list[str]:
    return page.locator(selector).all_inner_texts()


def test_an_editor_finds_the_order_natural(page: Page, host: str) -> None:
    faults = {}
    for script, prefix in (("zh-Hans", ""), ("zh-Hant", "/zh-hant")):
        page.goto(f"{host}{prefix}/search/")
        for each in JUDGED:
            if each.get("page", "zh-Hans") == script:
                ask(page, str(each["query"]))
                if fault := fault_of(each, slugs(page)):
                    faults[each["query"]] = fault, slugs(page)

    assert faults == {}
    assert len(JUDGED) >= 40


def fault_of(judged: dict[str, Any], found: list[str]) -> str:
    if judged.get("none") and found:
        return "hits"
    if "first" in judged and found[:1] != [judged["first"]]:
        return "first"
    if not set(judged.get("leading", ())) <= set(found[:3]):
        return "leading"
    return "not" if set(judged.get("not", ())) & set(found) else ""


def test_results_come_as_one_types_and_the_address_and_the_history_know_them(page: Page, host: str) -> None:
    complaints = complaints_of(page)
    page.goto(f"{host}/")
    page.keyboard.press("/")
    page.keyboard.type("苹果")
    page.keyboard.press("Enter")
    page.wait_for_url("**/news/search/?q=*")
    settled(page)
    assert status(page) == "找到16篇"
    assert set(texts(page, "#hits mark")) == {"苹果"}

    page.locator("#q").press("End")
    page.keyboard.type(" 修剪", delay=60)
    settled(page)
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "苹果 修剪"
    assert slugs(page)[0] == "dong-ji-xiu-jian-de-ci-xu"
    both = status(page)

    page.get_by_text("筛选").click()
    page.get_by_label("年份").select_option("2026")
    settled(page)
    assert slugs(page) == ["fulanbing"]
    assert "year=2026" in page.url
    page.get_by_role("button", name="最新").click()
    settled(page)
    assert page.get_by_role("button", name="最新").get_attribute("aria-pressed") == "true"

    page.go_back()
    page.go_back()
    settled(page)
    assert status(page) == both
    page.go_back()
    settled(page)
    assert (page.input_value("#q"), status(page)) == ("苹果", "找到16篇")
    page.go_forward()
    settled(page)
    assert (page.input_value("#q"), status(page)) == ("苹果 修剪", both)
    assert complaints == []


def test_filters_say_how_many_they_leave_and_may_be_changed_or_taken_back(page: Page, host: str) -> None:
    page.goto(f"{host}/search/?q=苹果&tags=果园")
    settled(page)
    assert "贮藏（5）" in texts(page, "select[name=tags] option")
    of_year = {each.partition("（")[0]: each for each in texts(page, "select[name=year] option")}

    page.get_by_label("年份").select_option("2025")
    settled(page)

    assert of_year["2025"] == f"2025（{len(slugs(page))}）"
    assert texts(page, "select[name=places] option")[1].startswith("甘肃省（")
    page.get_by_label("标签").select_option("")
    page.get_by_label("年份").select_option("")
    settled(page)
    assert page.url.endswith("?q=%E8%8B%B9%E6%9E%9C")
    assert status(page) == "找到16篇"
    page.get_by_role("button", name="再看").click()
    settled(page)
    page.locator("#hits li:nth-child(14)").wait_for()


def test_a_page_shows_its_own_script_whatever_the_query_is_written_in(page: Page, host: str) -> None:
    page.goto(f"{host}/zh-hant/search/?q=安全间隔期")
    settled(page)
    page.locator(".excerpt mark").first.wait_for()
    assert set(texts(page, "#hits mark")) == {"安全間隔期"}
    assert texts(page, "#hits h2 a")[0] == "怎樣讀懂一張農藥標籤"

    page.locator("#hits h2 a").first.click()

    page.wait_for_url("**/news/zh-hant/articles/**")
    page.goto(f"{host}/search/?q=臺帳")
    settled(page)
    assert slugs(page) == ["liangzhong-xiefa"], "an author wrote other words for Traditional pages"


def test_one_character_finds_every_article_that_shows_it(page: Page, host: str, built: Path) -> None:
    pages = {file.parent.name: file.read_text("utf-8") for file in built.glob("articles/*/*/*/index.html")}
    showing = {
        slug
        for slug, html in pages.items()
        if "麦" in text_of(html.partition("<main")[2].partition('class="beside"')[0])
    }
    for prefix, typed, shown in (("", "麦", "麦"), ("", "麥", "麦"), ("/zh-hant", "麦", "麥")):
        page.goto(f"{host}{prefix}/search/?q={typed}")
        settled(page)
        assert status(page) == f"找到{len(showing)}篇"
        page.get_by_role("button", name="再看").click()
        page.locator(f"#hits li:nth-child({len(showing)}) .excerpt").wait_for()
        assert set(slugs(page)) == showing
        assert set(texts(page, "#hits mark")) == {shown}

    assert len(showing) > 5, "most of them say it in the text alone"


def test_an_input_method_is_waited_for(page: Page, host: str) -> None:
    page.goto(f"{host}/search/")
    page.locator("#q").focus()
    keys = page.context.new_cdp_session(page)

    keys.send("Input.imeSetComposition", {"text": "ping'guo", "selectionStart": 8, "selectionEnd": 8})
    page.wait_for_timeout(200)
    assert page.input_value("#q") == "ping'guo"
    assert not page.url.endswith("guo")
    assert slugs(page) == []
    keys.send("Input.insertText", {"text": "苹果"})

    settled(page)
    assert status(page) == "找到16篇"


def test_the_keyboard_goes_from_the_field_through_the_hits_and_back(page: Page, host: str) -> None:
    page.goto(f"{host}/search/?q=mls")
    settled(page)
    assert texts(page, "#suggested a")[0] == "马铃薯"
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settled(page)
    assert page.input_value("#q") == "马铃薯"
    assert {"potato-cellar", "malingshu-cuiya"} <= set(slugs(page)[:3])

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == texts(page, "#hits h2 a")[1]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")


def test_a_phrase_that_is_not_wanted_takes_away_what_holds_it_and_nothing_else(
    page: Page, host: str, built: Path
) -> None:
    found = {
        each.parent.name: text_of(each.read_text("utf-8").partition("<main")[2].partition('class="beside"')[0])
        for each in built.glob("articles/*/*/*/index.html")
    }
    of_apples = {slug for slug, text in found.items() if "苹果" in text}
    wanted = {slug for slug in of_apples if "苹果树" not in found[slug]}
    has_the_characters = {slug for slug in wanted if "果树" in found[slug]}
    page.goto(f"{host}/zh-hant/search/?q=苹果 -苹果树")
    page.get_by_text(f"約{len(wanted - has_the_characters)}篇", exact=True).wait_for()

    while not page.locator("#further").evaluate("further => further.hidden || further.click()"):
        settled(page)  # a page that comes late may take the button away, so that it is looked at and used at once

    page.get_by_text(f"找到{len(wanted)}篇", exact=True).wait_for()
    assert (len(of_apples - wanted), len(has_the_characters)) == (2, 1)
    assert set(slugs(page)) == wanted


def test_without_hits_the_nearest_words_are_offered_and_how_to_ask_is_told(page: Page, host: str) -> None:
    page.goto(f"{host}/search/?q=苹果怎么修剪")
    settled(page)
    assert status(page) == "没有找到“苹果怎么修剪”"
    page.get_by_role("heading", name="怎样搜得准").wait_for()

    page.locator("#nearest a").first.click()
    settled(page)

    assert page.input_value("#q") == "苹果 修剪"
    assert slugs(page)[0] == "dong-ji-xiu-jian-de-ci-xu"
    assert page.locator("#manual").is_hidden()


def test_a_slow_line_is_told_and_a_broken_one_may_be_tried_again(page: Page, host: str) -> None:
    held: list[Route] = []
    page.route("**/search/shard-*", lambda route: held.append(route))  # noqa: PLW0108  # it counts what it is given
    page.goto(f"{host}/search/?q=腐烂病")
    page.get_by_text("正在找").wait_for()
    while not held:  # the entry may take as long
        page.wait_for_timeout(50)
    for each in held:
        each.abort()
    page.get_by_text("网络不通").wait_for()
    assert slugs(page) == []

    page.unroute("**/search/shard-*")
    page.route("**/articles/**", lambda route: route.abort())
    page.get_by_role("button", name="再试一次").click()

    settled(page)
    assert slugs(page)[0] == "fulanbing"
    assert not page.get_by_text("网络不通").is_visible()


def test_older_articles_come_below_what_stands_there(page: Page, host: str, tmp_path: Path) -> None:
    words = {7: Wording("苹果的预冷", "", ""), 598: Wording("甲", "", "先预冷"), 599: Wording("乙", "", "再预冷")}
    write_index(
        [entry_of(f"/articles/{at}/", "2024", [words.get(at, Wording("别的", "", ""))]) for at in range(600)], tmp_path
    )
    reader = Reader(lambda name: (tmp_path / name).read_bytes())
    older = digests_in(reader.entry.segments[1].shards)
    held: list[Route] = []

    def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if any(digest in name for digest in older) and not is_quick:
            held.append(route)
        else:
            route.fulfill(path=tmp_path / "search" / name)

    is_quick = False
    page.route("**/search/*.bin", answer)
    page.route("**/search/*.json", answer)
    page.route("**/articles/**", lambda route: route.fulfill(body="<article class=article><p>预冷</p></article>"))
    page.goto(f"{host}/search/?q=预冷")
    page.get_by_text("找到2篇，更早的还在找").wait_for()
    page.wait_for_timeout(300)
    assert status(page).startswith("找到2篇"), "it is not told again that it looks"
    assert slugs(page) == ["599", "598"]

    for each in held:
        each.fulfill(path=tmp_path / "search" / each.request.url.rpartition("/")[2])
    settled(page)
    assert slugs(page) == ["599", "598", "7"]
    assert status(page) == "找到3篇"

    is_quick = True
    page.reload()
    settled(page)
    assert slugs(page) == ["7", "599", "598"], "of what comes at once the best stands first"

    slow: list[Route] = []
    page.unroute("**/articles/**")
    page.route("**/articles/598/**", lambda route: slow.append(route))  # noqa: PLW0108  # it counts what it is given
    page.goto(f"{host}/search/?q=先预冷")
    settled(page)
    assert slugs(page) == ["598"], "a page that takes long is believed"
    page.route(
        "**/zh-hant/articles/**", lambda route: route.fulfill(body="<article class=article><p>预冷</p></article>")
    )
    for each in slow:
        each.fulfill(body="<article class=article><p>预冷</p></article>")
    page.get_by_text("没有找到").wait_for()
    page.locator("#nearest a", has_text="预冷").first.wait_for()


def test_without_javascript_the_lists_are_offered(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}/")
    page.locator("input[name=q]").fill("苹果")
    page.get_by_role("button", name="搜索").click()

    assert "/news/search/?q=" in page.url
    assert page.locator("noscript .manual").is_visible()
    assert not page.locator("#q").is_visible()
    page.locator("noscript a", has_text="归档").click()
    assert page.url == f"{host}/archive/"
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_everyone_can_use_it_and_nothing_moves(browser: Browser, host: str, width: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.add_init_script(
        "new PerformanceObserver(all => window.moved = (window.moved ?? 0) + all.getEntries().reduce((sum, each) => sum + each.value, 0))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(f"{host}/search/?q=苹果")
    settled(page)
    page.locator(".excerpt mark").first.wait_for()
    assert page.evaluate("window.moved ?? 0") < 0.1
    page.get_by_text("筛选").click()
    page.locator("select").first.wait_for()
    page.evaluate(axe())
    assert barriers_on(page) == []
    ask(page, "hgq")
    assert barriers_on(page) == []
    ask(page, "")
    assert barriers_on(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
