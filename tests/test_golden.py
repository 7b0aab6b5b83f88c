import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.model.archived import MANIFEST
from tests.sites import build_site, files_in

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(folder.name for folder in GOLDEN.iterdir() if (folder / "site.yaml").is_file())
IN_THE_THEME = {"small", "both-scripts"}
OURS_UNCHANGED = {"style.css", "feed.css", "favicon.svg", "reader.js", "search.js", "ways.js"}
NAMED_BY_CONTENT = re.compile(rb"\b([\w-]+)\.[0-9a-f]{10}(?=\.(?:css|js)\b)")
LIST = ".sitegen-files"


@pytest.mark.parametrize("case", CASES)
def test_the_site_is_built_as_before(case: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN / case, site, ignore=shutil.ignore_patterns("expected"))
    if case not in IN_THE_THEME:
        shutil.copytree(GOLDEN / "templates", site / "templates")

    build_site(site)

    built = dict(_stable(files_in(site / "public")))
    if request.config.getoption("--update-golden"):
        _accept(GOLDEN / case / "expected", built)
    assert built == files_in(GOLDEN / case / "expected")


def _stable(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What does not change with every line of our style sheets and scripts."""
    for path, content in files.items():
        if path == MANIFEST:
            yield path, b"".join(_listed(content))
        elif NAMED_BY_CONTENT.sub(rb"\1", path.encode()).decode() not in OURS_UNCHANGED:
            stable = NAMED_BY_CONTENT.sub(rb"\1", content)
            yield path, b"\n".join(dict.fromkeys(stable.split(b"\n"))) if path == LIST else stable


def _listed(manifest: bytes) -> Iterator[bytes]:
    """The lines of a manifest, but for the digests: pages name our style sheets and scripts by their content."""
    for line in manifest.splitlines(keepends=True):
        stable = NAMED_BY_CONTENT.sub(rb"\1", line.partition(b"  ")[2])
        if stable.decode().strip() not in OURS_UNCHANGED:
            yield stable


def _accept(expected: Path, built: dict[str, bytes]) -> None:
    shutil.rmtree(expected, ignore_errors=True)
    for path, content in built.items():
        (expected / path).parent.mkdir(parents=True, exist_ok=True)
        (expected / path).write_bytes(content)
