"""Whoever kills a build, and whenever: every published file is whole, and the next build mends the rest."""

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sitegen.builder import Options, build, verified
from sitegen.cache import held
from sitegen.cache.lock import HOLDER
from sitegen.errors import OutputError, SitegenError
from sitegen.model import Plan
from sitegen.planner import plan_site
from tests.sites import NOW, article_file, build_site, files_in, signalled, write_site

LONG = bool(os.environ.get("SITEGEN_LONG"))
KILLS = 100 if LONG else 8
ARTICLES = 30
COMMAND = [sys.executable, "-m", "sitegen", "build", "-q", "--clock", NOW.isoformat()]


def a_site(folder: Path, mark: str, **settings: str) -> Path:
    files: dict[str, str | bytes] = {
        f"content/articles/a{number}.md": article_file(
            title=f"第{number}篇{mark}", date="2024-03-05", tags="[麦, 水]", body=f"正文{mark}。"
        )
        for number in range(ARTICLES)
    }
    return write_site(folder, files, **settings)


def whole_files(folder: Path) -> dict[str, bytes]:
    """The files of the site, without what is ours alone."""
    return {path: data for path, data in files_in(folder).items() if not path.startswith(".sitegen")}


@pytest.mark.parametrize("publish", ["in-place", "swap"])
def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_mends_the_rest(
    publish: str, tmp_path: Path
) -> None:
    rng = random.Random(publish)
    site = tmp_path / "site"
    versions: dict[str, dict[str, bytes]] = {}
    for mark in "旧新":
        shutil.rmtree(site / "content", ignore_errors=True)
        a_site(site, mark, publish=publish)
        started = time.monotonic()
        subprocess.run([*COMMAND, "-s", str(site), "-o", str(tmp_path / mark), "--clean"], check=True)
        took = time.monotonic() - started
        versions[mark] = whole_files(tmp_path / mark)
    build_site(site)
    for _ in range(KILLS // 2):
        mark = rng.choice("旧新")  # the same again, or edits that are taken back
        a_site(site, mark, publish=publish)
        process = subprocess.Popen([*COMMAND, "-s", str(site)])
        time.sleep(rng.uniform(0.3, 1.0) * took)
        process.kill()
        process.wait()
        for path, data in whole_files(site / "public").items():
            assert data in {version.get(path) for version in versions.values()}, path
        if rng.random() < 0.3:  # the record is lost with it
            (site / ".sitegen" / "record.sqlite").unlink(missing_ok=True)
        if rng.random() < 0.4:
            build_site(site)
            assert whole_files(site / "public") == versions[mark]
    build_site(site)
    assert whole_files(site / "public") == versions[mark]
    assert not [path for path in files_in(site / "public") if path.startswith(".sitegen-new")]


def wait_until_it_works(process: subprocess.Popen[bytes], site: Path) -> None:
    """Wait until a build holds the lock of its site: before that, Python itself answers a signal."""
    signed = f'"process": {process.pid},'
    while process.poll() is None and signed not in (site / ".sitegen" / HOLDER).read_text("utf-8"):
        time.sleep(0.01)


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_asked_to_stop_leaves_the_site_and_no_stage(wish: signal.Signals, tmp_path: Path) -> None:
    site = a_site(tmp_path, "旧")
    build_site(site)
    before = files_in(site / "public")
    a_site(tmp_path, "新")
    process = subprocess.Popen([*COMMAND, "-s", str(site)], stderr=subprocess.PIPE, env=signalled())
    wait_until_it_works(process, site)
    process.send_signal(wish)
    process.communicate(timeout=60)

    after = files_in(site / "public")
    assert process.returncode in {0, 130, 128 + signal.SIGTERM, -wish}
    assert {path for path in after if ".sitegen-new" in path} == set()
    if process.returncode:
        assert after.keys() == before.keys()


def test_the_second_build_waits_and_says_for_whom(tmp_path: Path) -> None:
    site = a_site(tmp_path, "旧")
    build_site(site)
    with held(site / ".sitegen", waiting=lambda _: None):
        process = subprocess.Popen([*COMMAND, "-s", str(site)], stderr=subprocess.PIPE, text=True)
        assert process.stderr
        told = process.stderr.readline()
        assert process.poll() is None
    process.communicate(timeout=60)

    assert process.returncode == 0
    assert told.startswith(f"waiting for process {os.getpid()} on ")


def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = a_site(tmp_path, "旧")
    real = os.mkdir

    def refuse(path: str | Path, *rest: int, **named: int) -> None:
        if "public" in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        real(path, *rest, **named)

    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(ExceptionGroup) as problems:
        build_site(site, jobs=1)

    assert all(isinstance(each, OutputError) for each in problems.value.exceptions)
    assert "cannot be written: Permission denied" in str(problems.value.exceptions[0])


def test_a_site_whose_folder_cannot_be_written_is_built_without_a_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = a_site(tmp_path / "site", "旧")
    real = os.mkdir

    def refuse(path: str | Path, *rest: int, **named: int) -> None:
        if str(path).endswith(".sitegen"):
            raise PermissionError(13, "Permission denied", str(path))
        real(path, *rest, **named)

    monkeypatch.setattr(os, "mkdir", refuse)
    report = build(site, tmp_path / "out", Options(clock=NOW))

    assert len(report.written) > ARTICLES
    assert not (site / ".sitegen").exists()


def test_an_article_that_vanishes_while_the_site_is_built_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = a_site(tmp_path, "旧")
    build_site(site)
    before = whole_files(site / "public")
    file = site / "content/articles/a1.md"
    file.write_text(article_file(title="又改"), "utf-8")

    def vanishing(*given: Any, **named: Any) -> Plan:
        file.unlink()
        return plan_site(*given, **named)

    monkeypatch.setattr("sitegen.builder.planning.plan_site", vanishing)
    with pytest.raises(ExceptionGroup) as problems:
        build_site(site, jobs=1)

    assert [str(each) for each in problems.value.exceptions] == [
        "content/articles/a1.md: cannot be read: No such file or directory"
    ]
    assert whole_files(site / "public") == before


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_any_number_of_processes_writes_the_same_and_names_every_fault(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.workers.FEW", 1)
    site = a_site(tmp_path, "旧")
    report = build_site(site, jobs=jobs)
    verified(site, site / "public", Options(clock=NOW, jobs=1))
    assert list(report.written) == [path for path, _ in report.made if path in set(report.written)]
    for number in (3, 7):
        (site / f"content/articles/a{number}.md").write_text(
            article_file(body="* " * 3000 + "x", date="2024-03-05"), "utf-8"
        )

    with pytest.raises(ExceptionGroup) as problems:
        build_site(site, jobs=jobs)

    assert [str(each).partition(":")[0] for each in problems.value.exceptions] == [
        "content/articles/a3.md",
        "content/articles/a7.md",
    ]


def test_a_worker_that_is_ended_from_outside_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.workers.FEW", 1)
    site = a_site(tmp_path, "旧")
    build_site(site)
    before = whole_files(site / "public")
    a_site(tmp_path, "新")
    monkeypatch.setattr("sitegen.builder.staging.cook", end_this_process)

    with pytest.raises(SitegenError, match="a process that worked on the site was ended from outside"):
        build_site(site, jobs=2)

    assert whole_files(site / "public") == before


def end_this_process(*_given: object, **_named: object) -> None:
    assert multiprocessing.parent_process(), "this is the process of the tests"
    os._exit(1)
