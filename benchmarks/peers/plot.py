"""Draw the seconds of each generator as bars, on a scale of powers of ten."""

import math
import statistics
from pathlib import Path

from benchmarks.peers.measure import Took

COLOURS = {
    "sitegen": "#b3402a",
    "sitegen, its theme": "#d98b79",
    "Hugo": "#33658a",
    "Pelican": "#8a7a4f",
    "Eleventy": "#6d6d6d",
    "Hexo": "#9aa5ad",
}
LEFT, WIDTH, BAR, GAP = 150, 720, 14, 18
LOWEST, HIGHEST = 0.1, 1000.0


def plot(count: int, results: dict[str, dict[str, list[Took]]], file: Path) -> None:
    """Write the plot of one archive as SVG."""
    cases = list(next(iter(results.values())))
    height = 60 + len(cases) * (len(results) * BAR + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 70} {height}" font-family="sans-serif" font-size="12">',
        f"<title>Seconds to build {count:,} articles in two scripts</title>",
        f'<rect width="100%" height="100%" fill="#fff"/><text x="{LEFT}" y="20">seconds, {count:,} articles in two scripts</text>',
    ]
    for power in range(-1, 4):
        x = _x(10.0**power)
        parts.append(
            f'<path d="M{x:.0f} 30V{height - 20}" stroke="#ddd"/><text x="{x:.0f}" y="{height - 6}" text-anchor="middle">{10.0**power:g}</text>'
        )
    y = 36
    for case in cases:
        parts.append(f'<text x="{LEFT - 8}" y="{y + len(results) * BAR / 2 + 4:.0f}" text-anchor="end">{case}</text>')
        for name, of_it in results.items():
            wall = statistics.median(each.wall for each in of_it[case])
            end = _x(wall)
            parts.append(
                f'<rect x="{LEFT}" y="{y}" width="{end - LEFT:.0f}" height="{BAR - 2}" fill="{COLOURS[name]}"/>'
            )
            parts.append(f'<text x="{end + 4:.0f}" y="{y + BAR - 4}" fill="#222">{name} {wall:.2f}</text>')
            y += BAR
        y += GAP
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([*parts, "</svg>", ""]), "utf-8")


def _x(seconds: float) -> float:
    share = math.log(max(seconds, LOWEST) / LOWEST) / math.log(HIGHEST / LOWEST)
    return LEFT + WIDTH * min(1.0, share)
