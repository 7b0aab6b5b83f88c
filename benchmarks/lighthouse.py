"""Ask Lighthouse, by npm, what it thinks of five pages of the example: `make lighthouse`."""

import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median_low
from urllib.parse import quote

from sitegen.builder import Options, build
from tests.browser import Host, find_chromium, hosted
from tests.sites import NOW

ROOT = Path(__file__).parent.parent
PACKAGE = "lighthouse@12"
PAGES = {
    "front page": "/",
    "an article": "/articles/2026/10/potato-cellar/",
    "a tag": "/tags/ping-guo/",
    "a series": "/series/guo-yuan-si-ji/",
    "search": f"/search/?q={quote('苹果')}",
}
UNASKED = {"search": ["--skip-audits=is-crawlable"]}
"""What a page is not asked: search engines should list articles, not what somebody looked for among them."""

RUNS = 3
"""Looks at each page: a busy machine takes a point now and then, and the middle one counts."""

KINDS = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking"


class PackingHost(Host):
    """A host that packs what it sends, as they all do."""

    def do_GET(self) -> None:  # noqa: N802  # the library's own name
        """Answer with a packed file, where there is one."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        packed = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed)


def main() -> int:
    """Print a table of scores; 1 where one of them is no 100."""
    scores = {}
    with tempfile.TemporaryDirectory() as folder:
        build(ROOT, Path(folder) / "public", Options(clock=NOW, future=True))
        with hosted(Path(folder) / "public", PackingHost) as address:
            for name, path in PAGES.items():
                runs = [_scores(f"{address}{path}", Path(folder), UNASKED.get(name, [])) for _ in range(RUNS)]
                scores[name] = [median_low(of_kind) for of_kind in zip(*runs, strict=True)]
    print("| page |", " | ".join(KINDS), "|")
    print("|---" * (len(KINDS) + 1) + "|")
    for name, of_page in scores.items():
        print(f"| {name} |", " | ".join(map(str, of_page)), "|")
    return 0 if all(score == 100 for of_page in scores.values() for score in of_page) else 1  # noqa: PLR2004  # the best


def _scores(url: str, folder: Path, flags: list[str]) -> list[int]:
    command = ["npx", "--yes", PACKAGE, url, "--quiet", "--output=json", *flags, f"--only-categories={','.join(KINDS)}"]
    done = subprocess.run(
        [*command, f"--chrome-flags={FLAGS}"],
        check=True,
        capture_output=True,
        cwd=folder,
        env={**os.environ, "CHROME_PATH": find_chromium() or ""},
    )
    report = json.loads(done.stdout)
    for audit in report["audits"].values():
        if audit["score"] is not None and audit["score"] < 1 and audit["scoreDisplayMode"] == "binary":
            print(f"{url}: {audit['title']}", file=sys.stderr)
    return [round(100 * report["categories"][kind]["score"]) for kind in KINDS]


if __name__ == "__main__":
    sys.exit(main())
