"""Measure a build in one process, and the audit: `python -m benchmarks.build --articles 1000 --runs 3`.

The archive is made up (benchmarks/corpus.py). Figures are medians of several runs, in seconds of wall time and of CPU, with the peak memory
of the process; the machine is shared, so compare within one run only. `make bench` compares with other generators.
"""

import argparse
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import corpus
from sitegen.auditor import audit
from sitegen.builder import Options, build
from sitegen.builder.loading import load_afresh
from sitegen.config import read_config
from sitegen.loader import read_body

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Build an archive cold, then again with nothing changed; then audit it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        site = Path(folder) / "site"
        write_archive(site, options.articles)
        cold = [measured(lambda: cold_build(site)) for _ in range(options.runs)]
        again = [measured(lambda: run(site)) for _ in range(options.runs)]
        audits = [measured(lambda: run_audit(site)) for _ in range(options.runs)]
    report("cold", cold, options.articles)
    report("nothing changed", again, options.articles)
    report("audit", audits, options.articles)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def write_archive(site: Path, count: int) -> None:
    """Write a site of `count` articles, with all that the example has besides its own."""
    shutil.copytree(ROOT / "content", site / "content", ignore=shutil.ignore_patterns("articles", "addresses.tsv"))
    shutil.copy(ROOT / "site.yaml", site)
    corpus.write(site / "content" / "articles", corpus.archive(count))


def cold_build(site: Path) -> None:
    """Build into an empty folder."""
    shutil.rmtree(site / "public", ignore_errors=True)
    run(site)


def run(site: Path) -> None:
    """Build as the command does."""
    build(site, site / "public", Options(jobs=1))


def run_audit(site: Path) -> None:
    """Look for guesses as the command does."""
    config = read_config(site)
    content, _ = load_afresh(config, site)
    audit(content, partial(read_body, site=site), config.scripts, config.orthography)


def measured(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds of wall time and of CPU that `work` takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def report(name: str, runs: list[tuple[float, float]], articles: int) -> None:
    """Print medians."""
    wall, cpu = (statistics.median(values) for values in zip(*runs, strict=True))
    print(f"{name}: {wall:.2f} s wall, {cpu:.2f} s CPU, {cpu / articles * 1000:.2f} ms CPU an article")


if __name__ == "__main__":
    main()
