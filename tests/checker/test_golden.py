"""Small whole sites, and exactly what `sitegen check` says of each in English; tests/sentences/ has the Chinese beside it: `--update-golden` accepts a change."""

import re
import shutil
from pathlib import Path

import pytest

from sitegen.codes import CODES
from tests.sites import run

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir() if (folder / "site.yaml").is_file())
ASKED_ELSEWHERE = {"no-card-font", "no-robots", "dead-external", "moved-external", "not-as-published"}


@pytest.mark.parametrize("case", CASES)
def test_the_check_says_what_it_said(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    site, expected = tmp_path / "site", GOLDEN / case / "expected.txt"
    shutil.copytree(GOLDEN / case, site)

    result = run(site, "check", "-o", "out", "--clock", "2024-07-01T12:00")
    again = run(site, "check", "-o", "out", "--clock", "2024-07-01T12:00")

    if request.config.getoption("--update-golden"):
        expected.write_text(result.output, "utf-8")
    assert result.exit_code == int("error[" in result.output)
    assert result.output == expected.read_text("utf-8")
    assert again.output == result.output


def test_every_code_is_shown_by_a_golden_site() -> None:
    said = "".join((GOLDEN / case / "expected.txt").read_text("utf-8") for case in CASES)

    assert set(re.findall(r"(?:warning|error)\[([\w-]+)\]", said)) | ASKED_ELSEWHERE == set(CODES)
