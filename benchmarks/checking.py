"""Measure `sitegen check`: `python -m benchmarks.checking --articles 10000 --runs 3`.

The archive is made up (benchmarks/corpus.py) and built once. Figures are medians, in seconds of wall time and of CPU of all processes; the machine is
shared, so compare within one run only.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks.build import write_archive
from sitegen.builder import Options, build
from sitegen.builder.loading import load_known, plan_afresh
from sitegen.cache import open_findings
from sitegen.checker.built import problems_of, read_site
from sitegen.checker.checking import expected_of
from sitegen.checker.content import check_content
from sitegen.config import read_config
from sitegen.folder import RECORD
from sitegen.workers import Workers


def main() -> None:
    """Build an archive, then check it step by step."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--site", type=Path, help="an archive that was written and built before")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        site = options.site or Path(folder) / "site"
        if not options.site:
            write_archive(site, options.articles)
            build(site, site / "public", Options())
        runs = [steps(site) for _ in range(options.runs)]
    for name in runs[0]:
        wall = statistics.median(run[name][0] for run in runs)
        cpu = statistics.median(run[name][1] for run in runs)
        print(f"{name:24} {wall:7.2f} s {cpu:7.2f} s of CPU")


def steps(site: Path) -> dict[str, tuple[float, float]]:
    """Check once; what each step took."""
    clock = Clock()
    config = read_config(site)
    now = Options().visibility(config.timezone)
    content, facts = load_known(config, site)
    plan = plan_afresh(content, facts, site, now)
    clock.note("reading and planning")
    with Workers() as workers, open_findings(site / RECORD) as known:
        checked = check_content(content, site, now.now, workers, known, facts.glossary)
        clock.note("rules about the content")
        expected = expected_of(config, content, plan, site, checked)
        built = read_site(site / "public", "public", expected, workers, known)
        clock.note(f"reading {len(built.pages)} pages")
        problems_of(built)
        clock.note("rules about the site")
    return clock.took


class Clock:
    """Notes what each step took."""

    def __init__(self) -> None:
        self.took: dict[str, tuple[float, float]] = {}
        self._last = self._now()

    def note(self, name: str) -> None:
        """Note the time since the step before."""
        now = self._now()
        self.took[name] = (now[0] - self._last[0], now[1] - self._last[1])
        self._last = now

    def _now(self) -> tuple[float, float]:
        own = psutil.Process()
        ended = own.cpu_times()
        processes = [own, *own.children(recursive=True)]
        running = sum(sum(each.cpu_times()[:2]) for each in processes)
        return time.perf_counter(), running + ended.children_user + ended.children_system


if __name__ == "__main__":
    main()
