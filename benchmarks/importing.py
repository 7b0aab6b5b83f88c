"""Measure an import of damaged articles: `python -m benchmarks.importing --articles 10000`.

The texts are the example's articles in Traditional, made character by character, each with other numbers in it, damaged as the mirror
did it with a list of a hundred characters. Wall time, on as many processes as there are processors; the machine is shared.
"""

import argparse
import os
import random
import re
import tempfile
import time
from collections import Counter
from pathlib import Path

from sitegen.chinese.dictionaries import read_candidates
from sitegen.chinese.mirror import annotated
from sitegen.chinese.readings import READING, converted_characters, readings_of
from sitegen.chinese.repair import repair
from sitegen.importer import Wishes, import_files

ROOT = Path(__file__).parent.parent
LIST = 100


def main() -> None:
    """Make an archive of damaged texts, import it, and say how long that took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1_000)
    options = parser.parse_args()
    print(exactness())
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        site, scraped = Path(folder) / "site", Path(folder) / "scraped"
        scraped.mkdir()
        files = write_damaged(scraped, options.articles)
        size = sum(file.stat().st_size for file in files)
        before = time.perf_counter()
        outcomes = list(import_files(files, Wishes(site=site, into=site / "content" / "articles")))
        seconds = time.perf_counter() - before
    statuses = Counter(outcome.status.value for outcome in outcomes)
    readings = sum(outcome.changes.get("readings", 0) for outcome in outcomes)
    doubtful = sum(any("wrongly" in str(note) or "□" in str(note) for note in outcome.review) for outcome in outcomes)
    print(
        f"{len(files):,} articles, {size / 1e6:.0f} MB, {readings:,} readings taken out: {seconds:.1f} s of wall time"
    )
    print(
        f"{seconds / len(files) * 1000:.1f} ms an article on {os.cpu_count()} processors; {dict(statuses)}; {doubtful} with a mark"
    )


def exactness() -> str:
    """Damage the example's articles, mend them, and count the lines that come out right, marked or wrong."""
    counts: Counter[str] = Counter()
    bodies = _bodies()
    readings = _list(bodies)
    for body in bodies:
        damaged = annotated(body, readings)
        mended = repair(damaged)
        marked = {*mended.lost, *mended.doubtful}
        lines = zip(body.split("\n"), damaged.split("\n"), mended.text.split("\n"), strict=True)
        for at, (before, spoilt, after) in enumerate(lines):
            if before != spoilt:
                counts["broken bytes in"] += bool(re.search(rf"\?{READING}\)", spoilt))
                counts["marked" if at in marked else "exact" if after == before else "wrong"] += 1
    shown = ", ".join(f"{counts[kind]:,} {kind}" for kind in ("exact", "marked", "wrong"))
    return f"{counts.total() - counts['broken bytes in']:,} damaged lines, {counts['broken bytes in']:,} with broken bytes: {shown}"


def _bodies() -> list[str]:
    """The example's articles in Traditional, character by character, as far as GBK has them."""
    table = {ord(key): forms[0] for key, forms in read_candidates("STCharacters.txt").items() if key not in forms}
    sources = sorted((ROOT / "content" / "articles").rglob("*.md"))
    return [_in_gbk(path.read_text("utf-8").split("---\n", 2)[2].translate(table)) for path in sources]


def write_damaged(folder: Path, count: int) -> list[Path]:
    """Write damaged texts."""
    bodies = _bodies()
    readings = _list(bodies)
    files = [folder / f"{number:05}.txt" for number in range(count)]
    for number, file in enumerate(files):
        body = f"第{number}篇\n" + bodies[number % len(bodies)].replace("。", f"（{number}）。")
        file.write_text(annotated(body, readings), "utf-8")
    return files


def _in_gbk(text: str) -> str:
    return text.encode("gbk", "ignore").decode("gbk")


def _list(bodies: list[str]) -> dict[str, str]:
    common = [each for each, _ in Counter("".join(bodies)).most_common() if each in converted_characters()]
    chosen = random.Random("mirror").sample(common[: 2 * LIST], LIST)  # examples guard no secret
    toned = {each: sorted(reading for reading in readings_of(each) if not reading.isascii()) for each in chosen}
    return {each: found[0] for each, found in toned.items() if found}


if __name__ == "__main__":
    main()
