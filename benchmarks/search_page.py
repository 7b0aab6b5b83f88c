"""Measure searching in a browser: `python -m benchmarks.search_page --articles 10000`, or `--site FOLDER` where one is built in FOLDER/public.

For a first visit with a query of one to four characters, of five to eight, of two and of three words, on a telephone's screen and on a wide one: how many files of the
index are asked for, and their bytes, packed. With `--counts` no more: counts are the same on a machine that is busy. On a page that has answered a query before: the time from the last key to the first hits. Of the hits shown: how many hold what was asked for.
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
LENGTHS = {"one to four characters": (1, 2, 3, 4), "five to eight characters": (5, 6, 7, 8)}
WORDS = {"two words": 2, "three words": 3}
EACH = 6
"""Queries of each length, and twice as many of several words."""

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
    parser.add_argument("--counts", action="store_true")
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
                for kind, of_it in queries.items():
                    first_visits(browser, address, width, kind, of_it)
            if not options.counts:
                typing(browser, address, next(iter(queries.values())), public)


def packed(file: Path) -> int:
    """The bytes of a file as hosts send it."""
    return len(gzip.compress(file.read_bytes(), 6))


def queries_from(public: Path) -> dict[str, list[str]]:
    """Runs of Han characters that stand in the text of some article, and several of two characters that stand in one."""
    rng = random.Random(1)
    pages = sorted(public.glob("articles/*/*/*/index.html"))
    bodies = [page.read_text("utf-8").partition('class="body"')[2] for page in rng.choices(pages, k=60)]
    texts = [text_of(body.partition("<footer>")[0]) for body in bodies]
    of_texts = [found for text in texts if len(found := re.findall(rf"[{HAN}]{{4,}}", text)) >= max(WORDS.values())]
    runs = [run for found in of_texts for run in found]
    queries = {
        kind: [
            cut(rng, rng.choice([run for run in runs if len(run) >= length]), length)
            for length in lengths
            for _ in range(EACH)
        ]
        for kind, lengths in LENGTHS.items()
    }
    for kind, count in WORDS.items():
        texts_of_it = (rng.choice(of_texts) for _ in range(2 * EACH))
        queries[kind] = [" ".join(cut(rng, run, 2) for run in rng.sample(found, count)) for found in texts_of_it]
    return queries


def cut(rng: random.Random, run: str, length: int) -> str:
    """A piece of a run."""
    at = rng.randrange(len(run) - length + 1)
    return run[at : at + length]


def first_visits(browser: Browser, address: str, width: int, kind: str, queries: Sequence[str]) -> None:
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
        f"{width} px, {kind}: {statistics.median(counts):.0f} files of the index, at most {max(counts)};"
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
