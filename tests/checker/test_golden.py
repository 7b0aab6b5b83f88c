"""Small whole sites, and exactly what `sitegen check` says of each in both languages: `--update-golden` accepts a change."""

import re
import shutil
from pathlib import Path

import pytest

from sitegen.codes import CODES
from tests import messages as collected
from tests.sites import run

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir() if (folder / "site.yaml").is_file())
OF_THE_CHECK = ("sitegen/checker/", "sitegen/cli/check.py")
ASKED_ELSEWHERE = {"dead-external", "moved-external"}


def expected(case: str, language: str) -> Path:
    return GOLDEN / case / ("expected.txt" if language == "en" else f"expected.{language}.txt")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("case", CASES)
def test_the_check_says_what_it_said(case: str, language: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN / case, site)

    result = run(site, "check", "-o", "out", "--clock", "2024-07-01T12:00", language=language)
    again = run(site, "check", "-o", "out", "--clock", "2024-07-01T12:00", language=language)

    if request.config.getoption("--update-golden"):
        expected(case, language).write_text(result.output, "utf-8")
    assert result.exit_code == int("error[" in result.output)
    assert result.output == expected(case, language).read_text("utf-8")
    assert again.output == result.output


def test_every_sentence_of_the_check_stands_in_a_test_in_both_languages() -> None:
    tests = "\n".join(
        each.read_text("utf-8") for each in (*GOLDEN.glob("*/*.txt"), *Path(__file__).parent.glob("*.py"))
    )
    entries = [
        entry
        for entry in collected.catalogue()
        if entry.id and any(file.startswith(OF_THE_CHECK) for file, _ in entry.locations)
    ]

    sentences = [each for entry in entries for each in (*of(entry.id), *of(entry.string))]

    assert len(entries) > 100
    assert [each for each in sentences if not as_said(each).search(tests)] == []


def of(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (words or "",) if isinstance(words, str | None) else tuple(words)


def as_said(sentence: str) -> re.Pattern[str]:
    """The sentence with anything where its values stand."""
    parts = re.split(r"\{\w+(?:![rs])?\}", sentence) if "{{" not in sentence else [sentence]
    return re.compile(".+?".join(map(re.escape, parts)))


def test_every_code_is_shown_by_a_golden_site() -> None:
    said = "".join((GOLDEN / case / "expected.txt").read_text("utf-8") for case in CASES)

    assert set(re.findall(r"(?:warning|error)\[([\w-]+)\]", said)) | ASKED_ELSEWHERE == set(CODES)
