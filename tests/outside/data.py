"""Have a JSON-LD processor and the types of schema.org read what pages say in JSON-LD."""

import json
import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyld import jsonld

from tests.npm import KEPT, MODULES, fetched, run_node
from tests.outside.reading import NotThereError, Reading

TYPES = "2.1.0"
COMPILER = "5.9.3"
ELEMENT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SCHEMA = "https://schema.org"
NOWHERE = "http://nowhere.invalid"
"""Where addresses lead that are not whole."""

CONTEXT = json.loads((Path(__file__).parent / "schemas" / "context.json").read_bytes())
"""As much of schema.org's context as our pages use: which words stand for addresses. It is ours, since tests fetch nothing."""

CONSTRAINT = "-input"
"""Ends what says how a program fills in an action: schema.org derives such names from properties, and its types leave them out."""


def statements(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each page says, by its path."""
    for page in sorted(folder.rglob("*.html")):
        for each in ELEMENT.findall(page.read_text("utf-8")):
            yield page.relative_to(folder).as_posix(), json.loads(each)


def expand_data(folder: Path) -> Reading:
    """Let a processor expand all statements: every word must become one of schema.org, every address be whole."""
    faults: list[str] = []
    count = 0
    for page, said in statements(folder):
        count += 1
        expanded = jsonld.expand(said, {"documentLoader": _context, "base": NOWHERE})
        things = expanded[0]["@graph"] if len(expanded) == 1 and "@graph" in expanded[0] else expanded
        if len(things) != len(said["@graph"]):
            faults.append(f"{page}: something was left out")
        faults += [f"{page}: {each}" for each in _faults(things)]
    return Reading(reader=f"PyLD {version('pyld')}", what="statements in JSON-LD", count=count, faults=tuple(faults))


def _context(url: str, _options: Mapping[str, object]) -> dict[str, object]:
    if url != SCHEMA:
        raise LookupError(url)
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def _faults(node: object) -> Iterator[str]:
    """What no processor could make sense of, however deep."""
    if isinstance(node, list):
        for each in node:
            yield from _faults(each)
    elif isinstance(node, dict) and "@value" not in node:
        if "@id" in node and (node["@id"].startswith(NOWHERE) or not re.match(r"https?://[^\s/]+/", node["@id"])):
            yield f"{node['@id'].removeprefix(NOWHERE)!r} is no whole address"
        if set(node) - {"@id"} and not node.get("@type"):
            yield f"a thing without a type: {sorted(node)}"
        for name, value in node.items():
            if not name.startswith("@"):
                yield from _faults(value)


def type_data(folder: Path) -> Reading:
    """Let the TypeScript compiler hold all statements against the types of schema.org: its things, their properties, their values."""
    if not fetched(f"schema-dts@{TYPES}", f"typescript@{COMPILER}"):
        raise NotThereError("schema-dts")
    shapes: dict[str, list[str]] = {}
    for page, said in statements(folder):
        shapes.setdefault(json.dumps(_shape(said), sort_keys=True), []).append(page)
    lines = [f"export const shape{at}: Graph = {shape};" for at, shape in enumerate(shapes)]
    said_wrong = _compiled("\n".join(['import type { Graph } from "schema-dts";', *lines]))
    names = list(shapes.values())
    found = re.findall(r"statements\.ts\((\d+),\d+\): (.*)", said_wrong)
    return Reading(
        reader=f"schema-dts {TYPES}",
        what=f"statements ({len(shapes)} shapes)",
        count=sum(map(len, names)),
        faults=tuple(f"{names[int(line) - 2][0]}: {words}" for line, words in found),
    )


def _compiled(text: str) -> str:
    """What the compiler says of a module, which has to stand beside the types that it imports."""
    compiler = MODULES / "typescript" / "bin" / "tsc"
    options = ("--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--pretty", "false")
    with TemporaryDirectory(dir=KEPT) as folder:
        file = Path(folder) / "statements.ts"
        file.write_text(text, "utf-8")
        return run_node(str(compiler), *options, str(file), capture=True).stdout


def _shape(value: object, name: str = "") -> object:
    """A statement without what differs from page to page: texts, numbers, all but the first of things that are alike."""
    if isinstance(value, dict):
        return {key: _shape(each, key) for key, each in value.items() if not key.endswith(CONSTRAINT)}
    if isinstance(value, list):
        shapes = {json.dumps(_shape(each), sort_keys=True): _shape(each) for each in value}
        return list(shapes.values())
    if isinstance(value, str):
        return value if name.startswith("@") and name != "@id" else "…"
    return 1 if isinstance(value, int) else value
