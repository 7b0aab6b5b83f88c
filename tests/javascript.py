"""Make static/search.js of scripts/, by tools that come by npm: `python -m tests.javascript [--write]`. Without --write: 1 where types are wrong
or it is not what scripts/ makes."""

import os
import subprocess
import sys

from tests.npm import MODULES, ROOT, fetched, run_node

SOURCE = ROOT / "scripts" / "search" / "page.js"
MADE = ROOT / "static" / "search.js"
BANNER = "// The search page. Made of scripts/search/ by `make scripts`: change it there."
TOOLS = ("typescript@5.9.3", "esbuild@0.25.12")
OPTIONS = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", f"--banner:js={BANNER}")


def main() -> int:
    """Check the scripts, or write what they make; where npm fetches nothing, say that they were not checked."""
    if not fetched(*TOOLS):
        _say("NOT CHECKED: scripts/, for npm could not fetch TypeScript and esbuild")
        return 1 if os.environ.get("SITEGEN_NO_SKIPS") else 0
    if "--write" in sys.argv:
        MADE.write_text(_bundle(), "utf-8")
    if run_node(str(MODULES / "typescript" / "bin" / "tsc"), "--project", str(ROOT)).returncode:
        return 1
    if MADE.read_text("utf-8") != _bundle():
        _say("static/search.js is not what scripts/ makes: run `make scripts`")
        return 1
    return 0


def _bundle() -> str:
    command = [str(MODULES / "esbuild" / "bin" / "esbuild"), str(SOURCE), *OPTIONS]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def _say(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201  # it is a command


if __name__ == "__main__":
    sys.exit(main())
