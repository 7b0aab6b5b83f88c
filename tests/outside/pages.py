"""Have html-validate read every page."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.npm import MODULES, fetched, run_node
from tests.outside.reading import NotThereError, Reading

VERSION = "11.21.1"
COMMAND = MODULES / "html-validate" / "bin" / "html-validate.mjs"
RULES: dict[str, object] = {
    "doctype-style": ["error", {"style": "lowercase"}],
    "require-sri": ["error", {"target": "crossorigin"}],  # our own are named by what they hold
    "valid-id": ["error", {"relaxed": True}],  # the ids of Python-Markdown's footnotes hold a colon, as HTML allows
    "no-trailing-whitespace": "off",  # empty lines of templates, which no reader gets to see
    "long-title": "off",  # titles are the author's: `sitegen check` speaks of them
}
"""Where we differ from what it recommends, and why."""

CONFIG = {"root": True, "extends": ["html-validate:recommended", "html-validate:document"], "rules": RULES}


def read_pages(folder: Path) -> Reading:
    """Let it read all pages below a folder."""
    if not fetched(f"html-validate@{VERSION}"):
        raise NotThereError("html-validate")
    with tempfile.TemporaryDirectory() as kept:
        config = Path(kept) / "config.json"
        config.write_text(json.dumps(CONFIG), "utf-8")
        options = ("--config", str(config), "--formatter", "json", "--ext", "html")
        done = run_node(str(COMMAND), *options, str(folder), capture=True)
    if not done.stdout.startswith("["):
        raise RuntimeError(done.stderr)
    count = sum(1 for _ in folder.rglob("*.html"))
    return Reading(
        reader=f"html-validate {VERSION}",
        what="pages",
        count=count,
        faults=tuple(_faults(json.loads(done.stdout), folder)),
    )


def _faults(told: list[dict[str, object]], folder: Path) -> Iterator[str]:
    for of_file in told:
        name = Path(str(of_file["filePath"])).relative_to(folder.resolve())
        messages = of_file["messages"]
        assert isinstance(messages, list)
        for each in messages:
            yield f"{name}:{each['line']}: {each['ruleId']}: {each['message']}"
