"""The scripts of the search page, by themselves in Node.js: the query language, the reading of an index, the order of hits."""

import json
import os
import subprocess
from pathlib import Path

from sitegen.search import VERSION
from sitegen.search.entry import Term, Wording, entry_of
from sitegen.search.keys import key_of, shard_of
from sitegen.search.reader import Reader
from sitegen.search.whole import write_index
from tests.npm import NODE, ROOT

SCRIPTS = "tests/search/scripts/*.test.mjs"
COUNT = 600
FOUND = {
    "苹果预冷": [300, 7],  # the pairs stand there; only a page tells whether side by side
    "预冷": [300, 7],
    "預冷 -先": [300],
    "預冷 -第7号": [300, 7],  # whether the words themselves stand in the last, only its page tells
    "预冷 年:2024": [7],
    "年:2025 预冷": [300],
    "地区:静宁": [599],
    "地區：靜寧縣 蘋果": [599],
    "gb/t 10.7": [512, 511],
    "果树 腐烂": [40, 510, 20],
    "冷": [300, 7],
    "怕 果": [510, 20],
    "树 -怕": [40],
    "靜": [599],
    "合作社年终分红方案": [9],
}


def wordings(number: int) -> tuple[Wording, Wording]:
    """An article in both scripts: a few have words that no other has."""
    text = {7: "先预冷。", 300: "预冷，预冷，再预冷。", 511: "GB/T 10.73", 512: "按GB/T，10.7公斤。"}.get(
        number, "平常的话。"
    )
    text = {20: "果树怕腐烂", 510: "果树，果树，果树，果树，果树怕腐烂"}.get(number, text)
    text = {1: "\U00020bb7野。", 9: "合作社年终分红方案。"}.get(number, text)
    title = "果树的腐烂病" if number == 40 else f"苹果第{number}号"
    places = (Term("places", ("静宁县",)),) if number == 599 else ()
    hant = (Term("places", ("靜寧縣",)),) if number == 599 else ()
    return Wording(title, "", text, places), Wording(title.replace("苹", "蘋").replace("号", "號"), "", text, hant)


def test_they_read_an_index_and_find_what_they_should(tmp_path: Path) -> None:
    dates = ["2024-01-05"] * 200 + ["2025-01-05"] * 300 + ["2026-01-05"] * 100
    write_index([entry_of(f"/articles/{at}/", date, wordings(at)) for at, date in enumerate(dates)], tmp_path)
    reader = Reader(lambda name: (tmp_path / name).read_bytes())
    terms = ["苹果", "预冷", "第7", "果树", "静宁", "号", "平", "\U00020bb7野", "places:静宁县", "没有"]
    wanted = {
        "postings": [
            {term: sorted(reader.postings(segment, term).items()) for term in terms}
            for segment in reader.entry.segments
        ],
        "shards": {term: shard_of(key_of(term), 97) for term in [*terms, "gb/t", "a", "𠮷野", "tags:𠮷"]},
        "found": FOUND,
    }
    (tmp_path / "wanted.json").write_text(json.dumps(wanted), "utf-8")

    done = subprocess.run(
        [NODE / "node", "--test", "--test-reporter=dot", SCRIPTS],
        cwd=ROOT,
        env={**os.environ, "INDEX": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_the_script_understands_the_form_that_is_written() -> None:
    assert f"const VERSION = {VERSION};" in (ROOT / "scripts/search/index.js").read_text("utf-8")
