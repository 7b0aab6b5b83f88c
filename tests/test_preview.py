"""`sitegen serve`, the real program on loopback."""

import contextlib
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SiteMaker
from tests.sites import article_file, signalled

ARTICLE = "content/articles/2024-03-05-spring.md"
TRIES = 150


class Preview:
    """A running preview, and what it printed so far."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process = process
        self.log = log
        self.address = self.wait_for(r"(http://\S+/) ")

    def wait_for(self, pattern: str) -> str:
        """Wait until the program has printed something; a bounded number of looks."""
        for _ in range(TRIES):
            if found := re.search(pattern, self.log.read_text("utf-8")):
                return found[1] if found.groups() else found[0]
            time.sleep(0.1)
        raise AssertionError(self.log.read_text("utf-8"))

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a path below the address; the status and the text of the answer."""
        url = re.sub(r"(://[^/]+)/.*", r"\1", self.address) + path
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  # loopback, our own server
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


@contextlib.contextmanager
def serving(site: Path, *arguments: str) -> Iterator[Preview]:
    log = site.parent / "log.txt"
    with log.open("w") as out:
        command = [sys.executable, "-u", "-m", "sitegen", "serve", "--port", "0", *arguments]
        process = subprocess.Popen(command, cwd=site, stdout=out, stderr=subprocess.STDOUT, text=True, env=signalled())
        try:
            yield Preview(process, log)
        finally:
            process.kill()
            process.wait(timeout=30)


def test_it_serves_the_site_below_its_sub_folder_and_follows_every_edit(make_site: SiteMaker) -> None:
    site = make_site(
        {ARTICLE: article_file(), "content/articles/b.md": article_file("草稿一篇", draft="true")},
        base_url="https://example.org/news/新闻/",
    )
    with serving(site) as preview:
        status, html = preview.get("/news/%E6%96%B0%E9%97%BB/articles/2024/03/spring/")
        assert (status, "春耕" in html) == (200, True)
        assert "草稿一篇" in preview.get("/news/%E6%96%B0%E9%97%BB/")[1]
        assert preview.get("/")[1] == preview.get("/news/%E6%96%B0%E9%97%BB/")[1]
        assert preview.get("/news/%E6%96%B0%E9%97%BB/nothing/")[0] == 404
        assert "找不到这一页" in preview.get("/news/%E6%96%B0%E9%97%BB/nothing/")[1]
        assert preview.get("/news/%E6%96%B0%E9%97%BB/../../etc/passwd")[0] == 404

        (site / ARTICLE).write_text(article_file("夏收"), "utf-8")
        preview.wait_for(r"changed: content/articles/2024-03-05-spring.md \(")
        assert "夏收" in preview.get("/news/%E6%96%B0%E9%97%BB/articles/2024/03/spring/")[1]

        (site / ARTICLE).write_text("没有头\n", "utf-8")
        preview.wait_for(r"2024-03-05-spring.md:1: there is no front matter\n")
        assert "夏收" in preview.get("/news/%E6%96%B0%E9%97%BB/articles/2024/03/spring/")[1]

    assert not (site / "public").exists()


def test_a_second_preview_shows_at_once_what_the_first_one_did_and_follows_edits(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file()})
    with serving(site) as preview:
        first = preview.get("/")[1]
        for _ in range(TRIES):
            if (site / ".sitegen/preview-all.kept").exists():
                break
            time.sleep(0.1)
    with serving(site) as preview:
        assert re.sub("data-edition=\\S+", "", preview.get("/")[1]) == re.sub("data-edition=\\S+", "", first)
        assert "夏收" not in preview.get("/articles/2024/03/spring/")[1]

        (site / ARTICLE).write_text(article_file("夏收"), "utf-8")
        preview.wait_for(r"changed: content/articles/2024-03-05-spring.md \(")
        assert "夏收" in preview.get("/")[1]


def test_what_answers_first_is_loaded_without_what_plans_and_renders() -> None:
    heavy = ("jinja2", "markdown", "msgspec", "opencc", "pydantic", "sitegen.builder", "sitegen.planner", "yaml")
    look = "import sys, sitegen.cli, sitegen.server; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()

    assert not {*heavy} & {*loaded}
    assert "sitegen.server.kept" in loaded


RENDERS = ("PIL", "jinja2", "markdown", "opencc", "pypinyin", "sitegen.renderer")
PLANS = ("sitegen.planner", "sitegen.search", "sitegen.dataset")
READS = ("pydantic", "yaml", "sitegen.chinese", "sitegen.loader")


@pytest.mark.parametrize(
    ("module", "unused"),
    [("sitegen.builder", (*RENDERS, *PLANS, *READS)), ("sitegen.builder.articles", (*RENDERS, *PLANS))],
    ids=["a build that finds nothing changed", "a list of articles"],
)
def test_what_is_not_needed_is_not_loaded(module: str, unused: tuple[str, ...]) -> None:
    look = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split()

    assert not {*unused} & {*loaded}


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_when_it_is_told_to_and_cleans_up(
    sent: signal.Signals, status: int, make_site: SiteMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site({ARTICLE: article_file()})
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with serving(site, "--no-drafts") as preview:
        assert preview.get("/")[0] == 200
        preview.process.send_signal(sent)

        assert preview.process.wait(timeout=30) == status
        assert list(temporary.iterdir()) == []


TOLD = (
    "网站在 ADDRESS （按 Ctrl-C 结束）",
    "改动：site.yaml（TIME 秒）",
    "content/articles/a.md:3: date：'明天' 不是日期（另有 1 处，请看浏览器）",
    "错误已改好",
)


def test_the_terminal_hears_each_thing_in_one_line_in_the_language_asked_for(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file()})
    ready, changed, wrong, mended = TOLD
    saves = {
        changed.partition("site.yaml")[0]: (
            "site.yaml",
            (site / "site.yaml").read_text("utf-8") + "description: 别的\n",
        ),
        wrong: ("content/articles/a.md", article_file(date="明天", draft="maybe")),
        mended: ("content/articles/a.md", article_file()),
    }
    with serving(site, "--lang", "zh") as preview:
        assert preview.get("/")[0] == 200
        for line, (file, text) in saves.items():
            (site.parent / "saved").write_text(text, "utf-8")
            (site.parent / "saved").replace(site / file)  # all of it at once
            preview.wait_for(re.escape(line))
        said = preview.log.read_text("utf-8").replace(preview.address, "ADDRESS")

    assert re.sub(r"\d+\.\d\d", "TIME", said).splitlines() == [ready, changed, wrong, mended]
