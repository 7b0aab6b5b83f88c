"""Our own glossary: each entry with the sentence that shows why it is there."""

from importlib.resources import files

import pytest

from sitegen.chinese import convert
from sitegen.chinese.engine import engine
from sitegen.model import Script

LINES = (files("sitegen.chinese") / "glossary.tsv").read_text("utf-8").splitlines()
ENTRIES = [tuple(line.split("\t")) for line in LINES]
NEEDED_BY_ANOTHER = {"骨干饲料", "不准备", "不准确", "不准时", *(f"{before}不准" for before in "拿说看算吃摸")}
"""Right without the glossary, but for another entry that stands in it: 不准, 干饲料."""


@pytest.mark.parametrize(("words", "becomes", "sentence", "expected"), ENTRIES)
def test_an_entry_mends_its_sentence(words: str, becomes: str, sentence: str, expected: str) -> None:
    assert words in sentence
    assert len(words) == len(becomes)
    assert convert(sentence, Script.HANS, Script.HANT) == expected


@pytest.mark.parametrize(("words", "becomes", "sentence", "expected"), ENTRIES)
def test_an_entry_is_needed(words: str, becomes: str, sentence: str, expected: str) -> None:
    assert (engine("s2tw")(sentence) == expected) == (words in NEEDED_BY_ANOTHER), becomes


def test_the_glossary_makes_no_case_of_opencc_wrong() -> None:
    from tests.chinese.test_cases import cases

    for recipe in ("s2t", "s2tw", "s2hk"):
        alone, with_ours = engine(recipe), engine(recipe, glossary=True)
        spoilt = [text for _, text, expected in cases(recipe) if alone(text) == expected != with_ours(text)]
        assert spoilt == []
