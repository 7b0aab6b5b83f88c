"""Measure sitegen beside its peers: `python -m benchmarks.peers --articles 1000 10000 --runs 3`.

In each round every generator has its turn, so that a noisy machine is noisy for all; the ratio to Hugo is taken within a round, and the
median over the rounds is told. Sites and output stand in memory where there is a /dev/shm. Machines differ: compare within one run only.
"""

import argparse
import platform
import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import corpus
from benchmarks.peers.generators import GENERATORS, Generator, Hugo, hugo_program
from benchmarks.peers.measure import Took, floor, took
from benchmarks.peers.plot import plot
from benchmarks.peers.table import table

MEMORY = Path("/dev/shm")  # noqa: S108  # a folder of our own is made below it
CASES = ("cold", "nothing changed", "one article added", "one body edited", "base template changed")

Results = dict[str, dict[str, list[Took]]]


def main() -> None:
    """Measure, print a table, and write it with a plot where it is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="generators to measure")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="put the tables into docs/performance.md, and a plot beside it"
    )
    options = parser.parse_args()
    chosen = [each for each in GENERATORS if each.is_there() and (not options.only or each.name in options.only)]
    pieces = []
    for count in options.articles:
        with TemporaryDirectory(prefix="sitegen-peers-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
            results, written, lowest = compare(chosen, count, options.runs, Path(folder))
        piece = table(count, options.runs, results, written, lowest)
        print(piece)
        pieces.append((count, results, piece))
    if options.report:
        report(options.report, pieces)


def compare(
    chosen: list[type[Generator]], count: int, runs: int, folder: Path
) -> tuple[Results, dict[str, tuple[int, int]], float]:
    """Build the same archive with each generator, again and again."""
    sites = [each(folder / each.name / "site", folder / each.name / "output") for each in chosen]
    for site in sites:
        site.set_up()
        for path, text in corpus.archive(count):
            site.write(path, text)
    results: Results = {site.name: {case: [] for case in CASES} for site in sites}
    written: dict[str, tuple[int, int]] = {}
    lowest: list[float] = []
    for run in range(runs):
        for site in sites:
            for case, took_now in rounds(site, count + run):
                results[site.name][case].append(took_now)
                if case == "cold":
                    files = [file.stat().st_size for file in site.output.rglob("*") if file.is_file()]
                    written[site.name] = len(files), sum(files)
                    if site.name == "sitegen":
                        lowest.append(_floor(files, folder / "floor"))
    return results, written, statistics.median(lowest or [0])


def rounds(site: Generator, number: int) -> Iterator[tuple[str, Took]]:
    """Build a site in each of the cases."""
    path, text = corpus.newer(number)
    changes: dict[str, Callable[[], None]] = {
        "cold": site.clear,
        "nothing changed": lambda: None,
        "one article added": lambda: site.write(path, text),
        "one body edited": lambda: site.write(path, text + "\n又一段。\n"),
        "base template changed": site.edit_template,
    }
    for case, change in changes.items():
        change()
        yield case, took(site.commands(), site.site)


def _floor(sizes: list[int], folder: Path) -> float:
    try:
        return floor(sizes, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def report(file: Path, pieces: list[tuple[int, Results, str]]) -> None:
    """Put the tables and their plots into a page, in place of those measured last of archives of the same size."""
    text = file.read_text("utf-8")
    for count, results, piece in pieces:
        picture = f"images/performance-{count}.svg"
        plot(count, results, file.parent / picture)
        start, end = f"<!-- {count} -->", "<!-- end -->"
        before, _, rest = text.partition(start)
        told = f"{start}\n{piece}\n{machine()}\n\n![Seconds, {count:,} articles]({picture})\n{end}"
        text = before + told + (rest.partition(end)[2] or "\n")
    file.write_text(text, "utf-8")


def machine() -> str:
    """Name the machine and the versions."""
    model = "a processor that does not say its name"
    if (info := Path("/proc/cpuinfo")).exists():
        lines = [line for line in info.read_text("utf-8").splitlines() if line.startswith("model name")]
        model = f"{len(lines)} × {lines[0].partition(':')[2].strip()}" if lines else model
    hugo = (
        subprocess.run([str(hugo_program()), "version"], capture_output=True, text=True, check=False).stdout
        if Hugo.is_there()
        else ""
    )
    version = hugo.split("-")[0].split(" v")[-1]
    return f"Measured on {model}, Python {platform.python_version()}, Hugo {version}; sites and output in memory."


if __name__ == "__main__":
    main()
