"""A build on a Dask cluster: a real scheduler and two worker processes, on loopback."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.builder import Options, verified
from sitegen.errors import SitegenError
from tests.sites import NOW, article_file, build_site, write_site

HERE = ["--host", "127.0.0.1", "--no-dashboard"]


def start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{name}", *HERE, *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("dask")
    file = folder / "scheduler.json"
    local = ["--local-directory", str(folder), "--nthreads", "1", "--no-nanny", "--scheduler-file", str(file)]
    processes = [start("scheduler", "--port", "0", "--scheduler-file", str(file))]
    try:
        until = time.monotonic() + 60
        while (
            not (file.exists() and file.read_bytes().endswith(b"}")) and time.monotonic() < until
        ):  # it is being written
            time.sleep(0.1)
        address: str = json.loads(file.read_text("utf-8"))["address"]
        processes += [start("worker", *local), start("worker", *local)]
        yield address
    finally:
        for process in reversed(processes):  # a worker first: it would look for its scheduler
            process.kill()
            process.wait()


def a_site(folder: Path) -> Path:
    return write_site(
        folder,
        {f"content/articles/a{number}.md": article_file(title=f"第{number}篇", tags="麦") for number in range(40)},
    )


def test_a_cluster_writes_what_one_process_writes(scheduler: str, tmp_path: Path) -> None:
    site = a_site(tmp_path)

    report = build_site(site, scheduler=scheduler)

    assert len(report.written) > 80
    verified(site, site / "public", Options(clock=NOW, jobs=1))


def test_a_fault_on_a_worker_names_its_article(scheduler: str, tmp_path: Path) -> None:
    site = a_site(tmp_path)
    (site / "content/articles/a7.md").write_text(article_file(body="* " * 3000 + "x"), "utf-8")
    (site / "content/articles/a8.md").write_text(article_file(body="* " * 3000 + "x"), "utf-8")

    with pytest.raises(ExceptionGroup) as problems:
        build_site(site, scheduler=scheduler)

    assert [str(each) for each in problems.value.exceptions] == [
        f"content/articles/a{number}.md:4: lists or quotations are nested too deeply" for number in (7, 8)
    ]
    assert all(isinstance(each, SitegenError) for each in problems.value.exceptions)
