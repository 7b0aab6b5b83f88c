"""Measure searching in a browser: `python -m benchmarks.search_page --articles 10000`, or `--site FOLDER` where one is built in FOLDER/public.

For a first visit with a query of one to four characters, on a telephone's screen and on a wide one: how many files of the index are asked for, and their bytes,
packed. On a page that has answered a query before: the time from the last key to the first hits. Of the hits shown: how many hold what was asked for.
"""

import argparse
import gzip
import random
import re
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, Response

from benchmarks.build import write_archive
from benchmarks.lighthouse import PackingHost
from sitegen.builder import Options, build
from sitegen.chinese import HAN, normalised
from sitegen.plaintext import text_of
from tests.browser import chromium, hosted

WIDTHS = {390: 844, 1280: 800}
LENGTHS = (1, 2, 3, 4)
EACH = 6
"""Queries of each length."""

TYPED = """query => new Promise(done => {
  const field = document.getElementById("q"), list = document.getElementById("hits");
  new MutationObserver((_, watch) => {
    if (!list.children.length) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  }).observe(list, {childList: true});
  const start = performance.now();
  field.value = query;
  field.dispatchEvent(new InputEvent("input", {bubbles: true}));
})"""


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--site", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        site = options.site or Path(folder) / "site"
        if not options.site:
            write_archive(site, options.articles)
            build(site, site / "public", Options())
        public = site / "public"
        script, characters = (next(iter(public.glob(each))) for each in ("search.*.js", "search/characters-*"))
        print(f"script {packed(script)} bytes packed, characters {packed(characters)}")
        with hosted(public, PackingHost) as address, chromium() as browser:
            queries = queries_from(public)
            for width in WIDTHS:
                first_visits(browser, address, width, queries)
            typing(browser, address, queries, public)


def packed(file: Path) -> int:
    """The bytes of a file as hosts send it."""
    return len(gzip.compress(file.read_bytes(), 6))


def queries_from(public: Path) -> list[str]:
    """Runs of Han characters that stand in the text of some article."""
    rng = random.Random(1)
    pages = sorted(public.glob("articles/*/*/*/index.html"))
    bodies = [page.read_text("utf-8").partition('class="body"')[2] for page in rng.choices(pages, k=60)]
    texts = [text_of(body.partition("<footer>")[0]) for body in bodies]
    runs = [run for text in texts for run in re.findall(rf"[{HAN}]{{4,}}", text)]
    return [cut(rng, rng.choice(runs), length) for length in LENGTHS for _ in range(EACH)]


def cut(rng: random.Random, run: str, length: int) -> str:
    """A piece of a run."""
    at = rng.randrange(len(run) - length + 1)
    return run[at : at + length]


def first_visits(browser: Browser, address: str, width: int, queries: Sequence[str]) -> None:
    """What the first query of a visit asks for."""
    counts, bytes_ = [], []
    for query in queries:
        page = browser.new_page(viewport={"width": width, "height": WIDTHS[width]})
        asked = answers_to(page)
        page.goto(f"{address}/search/?q={quote(query)}")
        settle(page)
        files = [each for each in asked if re.search(r"/search/.*\.(bin|json)$", each.url)]
        counts.append(len(files))
        bytes_.append(sum(int(each.header_value("content-length") or 0) for each in files))
        page.close()
    print(
        f"{width} px: {statistics.median(counts):.0f} files of the index, at most {max(counts)};"
        f" {statistics.median(bytes_) / 1000:.0f} kB, at most {max(bytes_) / 1000:.0f}"
    )


def answers_to(page: Page) -> list[Response]:
    """A list to which whatever the page is answered is added from now on."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # the library marks what it is given
    return answers


def settle(page: Page) -> None:
    """Wait until an answer stands there, with its excerpts."""
    page.locator("#hits[aria-busy=false]").wait_for(state="attached")
    page.wait_for_load_state("networkidle")


def typing(browser: Browser, address: str, queries: Sequence[str], public: Path) -> None:
    """The time from the last key to hits once a page is warm, and how many of the hits shown are right."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}/search/")
    times, right, shown = [], 0, 0
    for query in queries:
        page.evaluate(TYPED, query)
        settle(page)
        links = page.locator("#hits h2 a").evaluate_all("all => all.map(each => each.pathname)")
        shown += len(links)
        right += sum(normalised(query) in normalised(text(public, link)) for link in links)
        page.locator("#q").fill("")
        page.locator("#hits:empty").wait_for(state="attached")
        times.append(page.evaluate(TYPED, query))
        page.locator("#q").fill("")
        page.locator("#hits:empty").wait_for(state="attached")
    times.sort()
    print(
        f"from the last key to hits, warm: {statistics.median(times):.0f} ms, nine of ten within {times[len(times) * 9 // 10]:.0f},"
        f" at most {times[-1]:.0f}"
    )
    print(f"of {shown} hits shown {right} are right: {right / shown:.3f}")


def text(public: Path, link: str) -> str:
    """What a page says, in the one script and in the other."""
    file = public / link.strip("/") / "index.html"
    return text_of(file.read_text("utf-8").partition("<main")[2].partition('class="beside"')[0])


if __name__ == "__main__":
    main()
