"""The same content, templates and settings give the same bytes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import files_in

GOLDEN = Path(__file__).parent / "golden"


def built(case: str, folder: Path, **environment: str) -> dict[str, bytes]:
    site = folder / "site"
    shutil.copytree(GOLDEN / case, site, ignore=shutil.ignore_patterns("expected"))
    command = [sys.executable, "-m", "sitegen", "build", "--clock", "2024-07-01T12:00"]
    subprocess.run(command, cwd=site, env={**os.environ, **environment}, check=True, capture_output=True)
    return files_in(site / "public")


@pytest.mark.parametrize("case", ["small", "both-scripts", "strange-names"])
def test_another_hash_seed_zone_and_locale_give_the_same_bytes(case: str, tmp_path: Path) -> None:
    one = built(case, tmp_path / "one", PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    two = built(case, tmp_path / "two", PYTHONHASHSEED="4242", TZ="America/Los_Angeles", LC_ALL="C")

    assert one == two


def test_another_day_with_the_same_clock_gives_the_same_bytes(tmp_path: Path) -> None:
    one = built("undated", tmp_path / "one")
    for file in (tmp_path / "one").rglob("*"):
        os.utime(file, (0, 0))
    two = built("undated", tmp_path / "two")

    assert one == two


def test_building_again_writes_nothing(tmp_path: Path) -> None:
    built("small", tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site" / "public").rglob("*")}

    command = [sys.executable, "-m", "sitegen", "build", "--clock", "2024-07-01T12:00"]
    subprocess.run(command, cwd=tmp_path / "site", check=True, capture_output=True)

    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "site" / "public").rglob("*")} == before
