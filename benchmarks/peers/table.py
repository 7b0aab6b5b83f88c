"""The table of a comparison."""

import statistics
from collections.abc import Iterator

from benchmarks.peers.measure import Took

REFERENCE = "Hugo"


def table(
    count: int, runs: int, results: dict[str, dict[str, list[Took]]], written: dict[str, tuple[int, int]], lowest: float
) -> str:
    """Medians of wall and CPU seconds and of megabytes, and the median of the ratios to Hugo within each round."""
    lines = [
        f"### {count:,} articles, two scripts",
        "",
        f"Medians of {runs} rounds: seconds / seconds of CPU / megabytes at the worst moment (× Hugo's seconds in the same round).",
        "",
        f"| | files, MB | {' | '.join(next(iter(results.values())))} |",
        f"|---|---|{'---|' * len(next(iter(results.values())))}",
    ]
    lines += [f"| {name} | {_written(written.get(name))} | {' | '.join(_cells(name, results))} |" for name in results]
    if lowest:
        lines += ["", f"The floor: {lowest:.2f} s to write as many bytes to as many files as sitegen does."]
    return "\n".join([*lines, ""])


def _written(files: tuple[int, int] | None) -> str:
    return f"{files[0]:,}, {files[1] / 1e6:.0f}" if files else ""


def _cells(name: str, results: dict[str, dict[str, list[Took]]]) -> Iterator[str]:
    for case, rounds in results[name].items():
        wall, cpu, memory = (statistics.median(values) for values in zip(*rounds, strict=True))
        ratio = ""
        if name != REFERENCE and REFERENCE in results:
            pairs = zip(rounds, results[REFERENCE][case], strict=True)
            ratio = f" (× {statistics.median(one.wall / other.wall for one, other in pairs):.2f})"
        yield f"{wall:.2f} / {cpu:.1f} / {memory:.0f}{ratio}"
