"""Our engine gives the same bytes as opencc-python-reimplemented, on that package's own dictionaries."""

import os
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, reduce
from typing import Any

import pytest
from opencc import OpenCC

from sitegen.chinese import Dictionaries
from sitegen.chinese.dictionaries import read_stages
from sitegen.chinese.finding import find_by_automaton, find_by_prefixes
from sitegen.chinese.matcher import converter
from sitegen.chinese.stages import SEPARATORS, compile_stage, join_stages

RECIPES = ["s2t", "s2tw", "s2twp", "s2hk", "t2s", "t2tw", "t2hk", "tw2s", "tw2sp", "hk2s"]
FINDERS = {"automaton": find_by_automaton, "prefixes": find_by_prefixes}
EACH = 2_100 if os.environ.get("SITEGEN_LONG") else 60
"""Random strings for each recipe: 21,000 in the long run."""

ODD = ["𠮷野家", "𪚥", "😀", "<b>头</b>发", "&nbsp;", "ABC", "3,000", "10:30", "ｶﾅ", " ", "\n", "\t", "é", "٣"]


@cache
def ours(recipe: str, finder: str) -> Callable[[str], str]:
    joined = join_stages(read_stages(recipe, Dictionaries.REIMPLEMENTED))
    stages = [converter(compile_stage(stage), FINDERS[finder]) for stage in joined]
    return lambda text: reduce(lambda so_far, stage: stage(so_far), stages, text)


@cache
def theirs(recipe: str) -> Callable[[str], str]:
    convert: Callable[[str], str] = OpenCC(recipe).convert
    return convert


@cache
def keys(recipe: str) -> list[str]:
    found = {key for stage in read_stages(recipe, Dictionaries.REIMPLEMENTED) for pairs in stage for key in pairs}
    return sorted(found)


def random_text(rng: random.Random, recipe: str) -> str:
    """Join entries and parts of entries, so that keys overlap and compete, with odd things between."""
    pieces = []
    for _ in range(rng.randint(1, 14)):
        key = rng.choice(keys(recipe))
        start = rng.randrange(len(key))
        part = key[start : start + rng.randint(1, len(key))]
        pieces.append(rng.choice([key, part, part, rng.choice(SEPARATORS), rng.choice(ODD)]))
    return "".join(pieces)


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("recipe", RECIPES)
def test_random_text_is_converted_as_the_package_does(recipe: str, finder: str) -> None:
    rng = random.Random(f"{recipe} 1")
    texts = [random_text(rng, recipe) for _ in range(EACH)]

    differing = [text for text in texts if ours(recipe, finder)(text) != theirs(recipe)(text)]

    assert differing == []


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("recipe", RECIPES)
def test_entries_alone_and_in_a_row_are_converted_as_the_package_does(recipe: str, finder: str) -> None:
    step = max(1, len(keys(recipe)) // (20 * EACH))
    entries = keys(recipe)[::step]
    rows = ["".join(entries[at : at + 5]) for at in range(0, len(entries), 5)]

    differing = [text for text in entries + rows if ours(recipe, finder)(text) != theirs(recipe)(text)]

    assert differing == []


@pytest.mark.parametrize("finder", FINDERS)
def test_a_long_run_without_a_separator_is_converted_as_the_package_does(finder: str) -> None:
    rng = random.Random("long")
    text = "".join(rng.choice(keys("s2tw")) for _ in range(40))

    assert ours("s2tw", finder)(text) == theirs("s2tw")(text)


class Counting(dict[str, Sequence[int]]):
    """Look-ups of keys, which no clock can disturb."""

    looked_up = 0

    def get(self, key: str, default: Any = None) -> Any:
        Counting.looked_up += 1
        return super().get(key, default)


@pytest.mark.parametrize("finder", FINDERS)
def test_the_work_grows_with_the_length_only(finder: str) -> None:
    compiled = compile_stage(read_stages("s2tw", Dictionaries.REIMPLEMENTED)[0])
    convert = converter(replace(compiled, lengths=Counting(compiled.lengths)), FINDERS[finder])
    counts = []
    for times in (200, 400):
        Counting.looked_up = 0
        convert("晒干的面条和头发发展后面里干了" * times)
        counts.append(Counting.looked_up)

    assert 0 < counts[1] <= 2.1 * counts[0]
