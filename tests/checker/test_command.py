"""What `sitegen check` prints and returns, and that the documentation speaks of every code."""

import json
import re
from pathlib import Path

import pytest

from sitegen.checker.findings import Severity, error, of_warn, warning
from sitegen.codes import CODES
from sitegen.errors import Place, Warn
from tests.conftest import SiteMaker
from tests.sites import article_file, build_site, run

CHECKING = (Path(__file__).parents[2] / "docs" / "checking.md").read_text("utf-8")
A = "content/articles/a.md"


@pytest.fixture
def site(make_site: SiteMaker) -> Path:
    site = make_site({A: article_file(body="春,夏", summary="一句。")}, scripts="[zh-Hans]", search="false")
    build_site(site)
    return site


def test_a_warning_is_told_as_editors_understand_it(site: Path) -> None:
    result = run(site, "check")

    assert result.stderr == (
        f"{A}:5:2: warning[half-width]: half-width , stands in Chinese\n  hint: write ，; `sitegen check --fix` does\n"
    )
    assert (result.stdout, result.exit_code) == ("0 errors, 1 warning\n", 0)


def test_it_is_told_in_chinese_to_who_reads_chinese(site: Path) -> None:
    result = run(site, "check", language="zh")

    assert result.stderr == (
        f"{A}:5:2: warning[half-width]: 中文里用了半角的“,”\n  提示：写成“，”；`sitegen check --fix` 会改\n"
    )
    assert result.stdout == "0 处错误，1 处警告\n"


def test_programs_get_the_words_of_the_reader_and_know_a_finding_by_its_code(site: Path) -> None:
    (told,) = json.loads(run(site, "check", "--json", language="zh").stdout)

    assert (told["severity"], told["code"]) == ("warning", "half-width")
    assert (told["problem"], told["hint"]) == ("中文里用了半角的“,”", "写成“，”；`sitegen check --fix` 会改")
    assert run(site, "check", "--format", "github", language="zh").stdout.splitlines()[0] == (
        f"::warning file={A},line=5,col=2,title=half-width::中文里用了半角的“,”"
        "%0A提示：写成“，”；`sitegen check --fix` 会改"
    )


def test_a_warning_fails_a_strict_check_and_silence_stops_it(site: Path) -> None:
    assert run(site, "check", "--strict").exit_code == 1

    (site / "site.yaml").write_text((site / "site.yaml").read_text("utf-8") + "silence: [half-width]\n", "utf-8")

    assert run(site, "check", "--strict").exit_code == 0


def test_programs_get_all_of_it(site: Path) -> None:
    assert json.loads(run(site, "check", "--json").stdout) == [
        {
            "file": A,
            "line": 5,
            "column": 2,
            "severity": "warning",
            "code": "half-width",
            "problem": "half-width , stands in Chinese",
            "hint": "write ，; `sitegen check --fix` does",
        }
    ]


def test_annotations_hold_no_sign_that_ends_them(site: Path) -> None:
    assert run(site, "check", "--format", "github").stdout.splitlines()[0] == (
        f"::warning file={A},line=5,col=2,title=half-width::half-width , stands in Chinese"
        "%0Ahint: write ，; `sitegen check --fix` does"
    )


def test_what_the_build_refuses_is_told_in_the_same_words(make_site: SiteMaker) -> None:
    site = make_site({A: article_file(date="明天"), "content/articles/b.md": article_file(colour="red")})

    refused, checked = run(site, "build"), run(site, "check")

    assert refused.stderr
    assert checked.stderr == refused.stderr
    assert (checked.exit_code, json.loads(run(site, "check", "--json").stdout)[0]["severity"]) == (1, "error")


def test_the_same_on_every_page_is_said_a_few_times(make_site: SiteMaker) -> None:
    articles = {
        f"content/articles/{number}.md": article_file(title=f"篇{number}", summary="一。") for number in range(12)
    }
    site = make_site({**articles, "templates/article.html": '<!doctype html><html lang="zh-Hans"><title>一</title><a href="/x/">甲</a></html>'},
                     scripts="[zh-Hans]", silence="[duplicate, orphan]")  # fmt: skip
    build_site(site)

    lines = [line for line in run(site, "check").stderr.splitlines() if "/x/" in line]

    assert [line.partition(":")[0] for line in lines[:3]] == [
        f"public/articles/undated/{n}/index.html" for n in (0, 1, 10)
    ]
    assert lines[3:] == ["  and 9 times more: /x/ leads to nothing (--json names them all)"]
    assert run(site, "check", language="zh").stderr.count("  同样的还有 9 处：找不到 /x/（用 --json 全部列出）\n") == 1


def test_a_finding_reads_like_a_compilers() -> None:
    assert str(error("dead-link", "x", Place("a.html", 3, 4), "y")) == "a.html:3:4: error[dead-link]: x\n  hint: y"
    assert str(warning("orphan", "x", Place("a.html"))) == "a.html: warning[orphan]: x"
    assert of_warn(Warn(code="script", problem="x")).severity is Severity.WARNING


def test_every_code_has_a_section_that_says_why_and_how_to_mend() -> None:
    sections = dict(re.findall(r"^### `([\w-]+)`\n\n(.+?)(?=\n#|\Z)", CHECKING, re.MULTILINE | re.DOTALL))

    assert list(sections) == list(CODES)
    assert all("**Mend:**" in words for words in sections.values())
