"""Measure the conversion beside the package whose rule it follows: `python -m benchmarks.conversion`.

The text is the example's articles, each repeated with other numbers in it so that nothing is met twice; all three engines use
the package's own dictionaries and give the same bytes, which is checked. Figures are medians of CPU time of runs taken in turns.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from functools import reduce
from pathlib import Path

from opencc import OpenCC

from sitegen.chinese import Dictionaries
from sitegen.chinese.dictionaries import read_stages
from sitegen.chinese.finding import Find, find_by_automaton, find_by_prefixes
from sitegen.chinese.matcher import converter
from sitegen.chinese.stages import Compiled, compile_stage, join_stages

ROOT = Path(__file__).parent.parent
Convert = Callable[[str], str]


def main() -> None:
    """Print millions of characters a second, and how many times the package's."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--recipes", nargs="+", default=["s2t", "s2tw", "s2hk", "t2s", "tw2s"])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--repeat", type=int, default=2)
    options = parser.parse_args()
    text = news(options.repeat)
    print(
        f"{len(text):,} characters; millions of characters a second of CPU time, medians of {options.runs} runs in turns"
    )
    print("| recipe | package | prefixes | automaton | prefixes / package | automaton / package |")
    print("|---|--:|--:|--:|--:|--:|")
    for recipe in options.recipes:
        print(row(recipe, text, options.runs))


def news(repeat: int) -> str:
    """The bodies of the example's articles."""
    bodies = [path.read_text("utf-8") for path in sorted((ROOT / "content" / "articles").rglob("*.md"))]
    return "\n".join(body.replace("。", f"{number}。") for number in range(repeat) for body in bodies)


def row(recipe: str, text: str, runs: int) -> str:
    """Measure one recipe, the three engines in turns."""
    engines = [OpenCC(recipe).convert, ours(recipe, find_by_prefixes), ours(recipe, find_by_automaton)]
    outputs = {engine(text) for engine in engines}
    assert len(outputs) == 1, "the engines differ"  # noqa: S101  # a figure for wrong work is none
    times = [[seconds(engine, text) for engine in engines] for _ in range(runs)]
    package, prefixes, automaton = (statistics.median(each) for each in zip(*times, strict=True))
    speeds = " | ".join(f"{len(text) / each / 1e6:.2f}" for each in (package, prefixes, automaton))
    return f"| {recipe} | {speeds} | {package / prefixes:.1f} | {package / automaton:.1f} |"


def ours(recipe: str, find: Callable[[Compiled], Find]) -> Convert:
    """Our engine on the package's dictionaries."""
    stages = [
        converter(compile_stage(stage), find) for stage in join_stages(read_stages(recipe, Dictionaries.REIMPLEMENTED))
    ]
    return lambda text: reduce(lambda so_far, stage: stage(so_far), stages, text)


def seconds(engine: Convert, text: str) -> float:
    """CPU seconds of one conversion."""
    before = time.process_time()
    engine(text)
    return time.process_time() - before


if __name__ == "__main__":
    main()
