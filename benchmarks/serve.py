"""Measure the preview: `python -m benchmarks.serve --articles 10000 --runs 5`.

A made-up archive (benchmarks/corpus.py) is served by the real program. *First page*: from the start of the command to the last byte of the
front page, with an empty cache and with what a preview left behind. *Edits*: from the moment a file is saved to the event that browsers
hear, and to the last byte of a page that shows the edit. Medians in seconds of wall time / of CPU; the machine is shared, so compare within
one run only.
"""

import argparse
import contextlib
import http.client
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.build import write_archive

TICKS = os.sysconf("SC_CLK_TCK")
FOUND = 200
PATIENCE = 60.0
"""Seconds after which an edit that is not seen will not be."""

LEFT = 8.0
"""Seconds after which a preview that nobody disturbs has left what the next one begins with."""


class Taken(NamedTuple):
    """Seconds of wall time and of CPU."""

    wall: float
    cpu: float


class Served:
    """A running preview."""

    def __init__(self, site: Path) -> None:
        self.began = time.perf_counter()
        self.log = (site.parent / "log.txt").open("w+")
        command = [sys.executable, "-u", "-m", "sitegen", "serve", "--port", "0"]
        self.process = subprocess.Popen(command, cwd=site, stdout=self.log, stderr=subprocess.STDOUT)
        self.port = self._port()

    def _port(self) -> int:
        while True:
            if found := re.search(r"http://127.0.0.1:(\d+)/", Path(self.log.name).read_text("utf-8")):
                return int(found[1])
            if self.process.poll() is not None:
                raise SystemExit(Path(self.log.name).read_text("utf-8"))
            time.sleep(0.002)

    def get(self, path: str) -> tuple[int, str]:
        """The status and the text of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    @property
    def cpu(self) -> float:
        """Seconds of CPU so far, of ended helpers too."""
        told = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return sum(map(int, told[11:15])) / TICKS

    def end(self) -> None:
        """End it as a user does."""
        self.process.terminate()
        self.process.wait(timeout=60)


class Listener:
    """A browser that hears of every edition, and when."""

    def __init__(self, port: int) -> None:
        self._heard: list[float] = []
        self._is_new = threading.Condition()
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._connection.request("GET", "/~sitegen/events")
        self._stream = self._connection.getresponse()
        threading.Thread(target=self._listen, daemon=True).start()
        self.wait_for(1)

    def _listen(self) -> None:
        with contextlib.suppress(OSError, ValueError, http.client.HTTPException):
            while line := self._stream.readline():
                if line.startswith(b"data:"):
                    with self._is_new:
                        self._heard.append(time.perf_counter())
                        self._is_new.notify_all()

    @property
    def count(self) -> int:
        """Editions heard of."""
        return len(self._heard)

    def wait_for(self, number: int) -> float:
        """When an edition was heard of."""
        with self._is_new:
            self._is_new.wait_for(lambda: len(self._heard) >= number, timeout=PATIENCE)
            return self._heard[number - 1]


@contextlib.contextmanager
def served(site: Path) -> Iterator[Served]:
    """Serve a site for a while."""
    running = Served(site)
    try:
        yield running
    finally:
        running.end()


def first_page(running: Served) -> Taken:
    """From the start of the command to the front page."""
    status, _ = running.get("/")
    if status != FOUND:
        raise SystemExit(f"the front page answered {status}")
    return Taken(time.perf_counter() - running.began, running.cpu)


def whole(running: Served, path: str) -> Taken:
    """From the start of the command to a page that only all articles together give."""
    while running.get(path)[0] != FOUND:
        time.sleep(0.05)
    return Taken(time.perf_counter() - running.began, running.cpu)


def edit(running: Served, listener: Listener, save: Callable[[], None], path: str, shows: str) -> tuple[Taken, Taken]:
    """Save something; when the event is heard, and when a page shows it."""
    heard, cpu = listener.count, running.cpu
    save()
    began = time.perf_counter()
    event = Taken(listener.wait_for(heard + 1) - began, running.cpu - cpu)
    text = ""
    while shows not in text:
        text = running.get(path)[1]
        if time.perf_counter() - began > PATIENCE:
            raise SystemExit(f"{path} never shows {shows!r}:\n{Path(running.log.name).read_text('utf-8')}")
    seen = Taken(time.perf_counter() - began, running.cpu - cpu)
    time.sleep(2.5)  # what is planned behind an edition is not what an editor waits for
    return event, seen


def edits_of(site: Path, number: int) -> dict[str, tuple[Callable[[], None], str, str]]:
    """What is saved, the page that shows it, and how, by name."""
    file = sorted((site / "content/articles").glob("*/*/*.md"))[-2 - number]
    slug, (year, month) = file.stem, file.parts[-3:-1]
    old, page = file.read_text("utf-8"), f"/articles/{year}/{month}/{slug}/"
    settings = re.sub(r"^description:.*\n", "", (site / "site.yaml").read_text("utf-8"), flags=re.MULTILINE)
    new = f"{year}-{month}-28-new-{number}"
    say = f"记号{number}"

    def put(name: str, text: str) -> Callable[[], None]:
        def save() -> None:
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

        return save

    inside = file.relative_to(site).as_posix()
    return {
        "a body": (put(inside, f"{old}\n{say}正文。\n"), page, f"{say}正文"),
        "a title": (put(inside, re.sub("title: ", f"title: {say}题", old, count=1)), page, f"{say}题"),
        "a draft made of it": (put(inside, old.replace("\n---", "\ndraft: true\n---", 1)), page, "草稿"),
        "a new article": (
            put(f"content/articles/{new}.md", f"---\ntitle: {say}新\n---\n新。\n"), f"/articles/{year}/{month}/new-{number}/", f"{say}新",
        ),
        "a style sheet": (put("static/paper.css", f":root {{ --a: {number}px }}"), page, "paper."),
        "a template": (put("templates/masthead.html", f"<header class='masthead'>{say}头</header>"), page, f"{say}头"),
        "a setting": (put("site.yaml", f"{settings}description: {say}述\n"), "/", f"{say}述"),
    }  # fmt: skip


def median(taken: list[Taken]) -> str:
    """Medians of wall time and CPU."""
    walls, cpus = zip(*taken, strict=True)
    return f"{statistics.median(walls):.2f} / {statistics.median(cpus):.2f}"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-edits", action="store_true", help="measure only how it starts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        site = Path(folder) / "site"
        write_archive(site, options.articles)
        cold, read, warm = starts(site, options.runs)
        print(
            f"first page, empty cache | {median(cold)} |\nall is read | {median(read)} |\nfirst page, warm cache | {median(warm)} |"
        )
        if not options.no_edits:
            for name, (events, pages) in measured_edits(site, options.runs).items():
                print(f"{name} | event {median(events)} | page {median(pages)} |")


def starts(site: Path, runs: int) -> tuple[list[Taken], list[Taken], list[Taken]]:
    """Start with nothing known, and with what was left."""
    cold, read, warm = [], [], []
    for number in range(runs):
        shutil.rmtree(site / ".sitegen", ignore_errors=True)
        with served(site) as running:
            cold.append(first_page(running))
            read.append(whole(running, "/random/"))
            if number == runs - 1:
                time.sleep(LEFT)
    for _ in range(runs):
        with served(site) as running:
            warm.append(first_page(running))
    return cold, read, warm


def measured_edits(site: Path, runs: int) -> dict[str, tuple[list[Taken], list[Taken]]]:
    """Make every edit several times."""
    taken: dict[str, tuple[list[Taken], list[Taken]]] = {}
    with served(site) as running:
        whole(running, "/random/")
        time.sleep(2)
        listener = Listener(running.port)
        for number in range(runs):
            for name, (save, path, shows) in edits_of(site, number).items():
                running.get(path)
                event, seen = edit(running, listener, save, path, shows)
                events, pages = taken.setdefault(name, ([], []))
                events.append(event)
                pages.append(seen)
    return taken


if __name__ == "__main__":
    main()
