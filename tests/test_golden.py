import shutil
from pathlib import Path

import pytest

from tests.sites import build_site, files_in

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir() if (folder / "site.yaml").is_file())
IN_THE_THEME = {"small", "both-scripts"}
OURS_UNCHANGED = {"style.css", "favicon.svg", "reader.js", "ways.js"}


@pytest.mark.parametrize("case", CASES)
def test_the_site_is_built_as_before(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN / case, site, ignore=shutil.ignore_patterns("expected"))
    if case not in IN_THE_THEME:
        shutil.copytree(GOLDEN / "templates", site / "templates")

    build_site(site)

    built = {path: content for path, content in files_in(site / "public").items() if path not in OURS_UNCHANGED}
    if request.config.getoption("--update-golden"):
        _accept(GOLDEN / case / "expected", built)
    assert built == files_in(GOLDEN / case / "expected")


def _accept(expected: Path, built: dict[str, bytes]) -> None:
    shutil.rmtree(expected, ignore_errors=True)
    for path, content in built.items():
        (expected / path).parent.mkdir(parents=True, exist_ok=True)
        (expected / path).write_bytes(content)
