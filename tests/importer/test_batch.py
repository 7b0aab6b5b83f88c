"""Whole imports: what is written, what is known already, what goes wrong."""

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.chinese.mirror import annotated
from sitegen.importer import Change, Outcome, Status, Wishes, import_files
from sitegen.model import Script
from tests.conftest import SiteMaker
from tests.sites import build_site, files_in, page, run

READINGS = {"農": "nóng", "業": "yè", "報": "bào", "請": "qǐng", "發": "fā", "記": "jì", "實": "shí"}
TRADITIONAL = """您好,歡迎來到示例農民網!
【實干興村】
——訪示例村的老把式
示例農業日報記者 張三
今年的雨水好,農業合作社的社員干勁足,發了三回通知,一回比一回急。
第二段說的是秋后的打算,社員在家里商量了一夜。"""
SIMPLIFIED = """---
title: 访示例村的老把式
subtitle: 访示例村的老把式
series: 实干兴村
authors:
  - {name: 张三, role: 记者}
sources: [示例农业日报]
summary: 今年的雨水好，农业合作社的社员干劲足，发了三回通知，一回比一回急。
title_inferred: true
review:
  - 'the title was made up from the text: write the one that it had'
  - 'no date was found: add it'
"""


@pytest.fixture
def site(make_site: SiteMaker) -> Path:
    return make_site({})


@pytest.fixture
def scraped(tmp_path: Path) -> Path:
    folder = tmp_path / "scraped"
    folder.mkdir()
    return folder


def imported(site: Path, *files: Path, **wishes: object) -> list[Outcome]:
    return list(import_files(files, Wishes(site=site, into=site / "content" / "articles", **wishes)))  # type: ignore[arg-type]


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_damaged_page_becomes_an_article_that_an_editor_would_sign(site: Path, scraped: Path) -> None:
    file = write(scraped, "a.txt", annotated(TRADITIONAL, READINGS))

    (outcome,) = imported(site, file)

    assert outcome.status is Status.IMPORTED
    written = (site / outcome.article).read_text("utf-8")
    assert written.startswith(SIMPLIFIED)
    assert written.endswith(
        "---\n今年的雨水好，农业合作社的社员干劲足，发了三回通知，一回比一回急。\n"
        "第二段说的是秋后的打算，社员在家里商量了一夜。\n"
    )
    build_site(site)
    assert "實幹興村" in page(site, f"/zh-hant/{_address(outcome)}")
    assert "幹勁足" in page(site, f"/zh-hant/{_address(outcome)}")


def _address(outcome: Outcome) -> str:
    return f"articles/undated/{Path(outcome.article).stem}/"


def test_importing_again_adds_nothing_and_the_original_is_kept(site: Path, scraped: Path) -> None:
    file = write(scraped, "a.txt", annotated(TRADITIONAL, READINGS))
    imported(site, file)
    before = files_in(site)

    (again,) = imported(site, file)

    assert again.status is Status.KNOWN
    assert files_in(site) == before
    assert file.read_bytes() in [content for name, content in before.items() if name.startswith("originals/")]


def test_an_article_that_is_there_is_never_written_over(site: Path, scraped: Path) -> None:
    outcomes = imported(
        site,
        write(scraped, "a.txt", "麦子黄了\n今年雨水好，麦子黄得早。"),
        write(scraped, "b.txt", "麦子黄了\n说的是另一件事，和雨水没有关系。"),
    )

    assert [Path(each.article).name for each in outcomes] == ["mai-zi-huang-le.txt", "mai-zi-huang-le-2.txt"]


def test_the_same_file_twice_is_imported_once(site: Path, scraped: Path) -> None:
    text = "麦子黄了\n今年雨水好，麦子黄得早。"

    outcomes = imported(site, write(scraped, "a.txt", text), write(scraped, "b.txt", text))

    assert [each.status for each in outcomes] == [Status.IMPORTED, Status.KNOWN]


def test_a_reprint_is_told_and_left_out_where_asked(site: Path, scraped: Path) -> None:
    body = "今年雨水好，麦子黄得早，家家户户都忙着磨镰，等天一晴就下地，一天也不肯歇，连娃娃都送饭到地头。"
    first = write(scraped, "a.txt", f"麦子黄了\n{body}")
    second = write(scraped, "b.txt", f"夏收开始了\n来源：示例网\n{body}")

    skipped = imported(site, first, second, skip_duplicates=True, dry_run=True)
    told = imported(site, first, second)

    assert [each.status for each in skipped] == [Status.IMPORTED, Status.DUPLICATE]
    assert [each.status for each in told] == [Status.IMPORTED, Status.IMPORTED]
    assert told[1].like
    assert told[1].like.name == str(first)


def test_a_reprint_of_what_came_in_earlier_is_told_too(site: Path, scraped: Path) -> None:
    body = "今年雨水好，麦子黄得早，家家户户都忙着磨镰，等天一晴就下地，一天也不肯歇，连娃娃都送饭到地头。"
    (first,) = imported(site, write(scraped, "a.txt", f"麦子黄了\n{body}"))

    (second,) = imported(site, write(scraped, "b.txt", f"夏收开始了\n{body}"))

    assert second.like
    assert second.like.name == first.article


def test_one_bad_file_stops_no_other(site: Path, scraped: Path) -> None:
    good = write(scraped, "a.txt", "麦子黄了\n今年雨水好，麦子黄得早。")

    outcomes = imported(site, scraped / "gone.txt", write(scraped, "empty.txt", ""), good)

    assert [each.status for each in outcomes] == [Status.FAILED, Status.FAILED, Status.IMPORTED]
    assert all(each.problem for each in outcomes[:2])


def test_a_dry_run_writes_nothing_and_shows_the_difference(site: Path, scraped: Path) -> None:
    before = files_in(site)

    (outcome,) = imported(site, write(scraped, "a.txt", annotated(TRADITIONAL, READINGS)), dry_run=True)

    assert files_in(site) == before
    assert "-您好" in outcome.diff
    assert "+title: 访示例村的老把式" in outcome.diff


@pytest.mark.parametrize(
    ("left", "kept"),
    [
        (Change.READINGS, "农(nóng)业(yè)合作社"),
        (Change.SCRIPT, "農業合作社的社員干勁足，"),
        (Change.PUNCTUATION, "雨水好,农业"),
        (Change.BOILERPLATE, "欢迎来到示例农民网"),
    ],
)
def test_each_kind_of_change_can_be_left_out(left: Change, kept: str, site: Path, scraped: Path) -> None:
    file = write(scraped, "a.txt", annotated(TRADITIONAL, READINGS))

    (outcome,) = imported(site, file, leave=frozenset({left}))

    assert kept in (site / outcome.article).read_text("utf-8")


def test_what_people_wrote_in_traditional_stays_so(site: Path, scraped: Path) -> None:
    text = "麥子黃了\n今年的雨水好，合作社的社員幹勁足，曬乾的糧食裝進了倉裡。"

    (outcome,) = imported(site, write(scraped, "a.txt", text))

    written = (site / outcome.article).read_text("utf-8")
    assert "曬乾的糧食裝進了倉裡" in written
    assert f"script: {Script.HANT}" in written
    assert "script" not in outcome.changes


def test_the_command_sums_up_and_check_lists_what_is_open(site: Path, scraped: Path, tmp_path: Path) -> None:
    write(scraped, "a.txt", annotated(TRADITIONAL, READINGS))
    write(scraped, "empty.txt", "")
    report = tmp_path / "report.jsonl"

    result = run(site, "import", str(scraped), "--report", str(report))

    assert result.exit_code == 1
    assert "2 files: 1 imported, 0 known, 0 duplicate, 1 failed" in result.stdout
    assert "to review: 1 article" in result.stdout
    assert "empty.txt" in result.stderr
    lines = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert [line["status"] for line in lines] == ["imported", "failed"]
    build_site(site)
    checked = run(site, "check")
    assert "warning[review]: no date was found: add it" in checked.stderr
    assert checked.exit_code == 0


def test_many_files_go_through_several_processes_in_order(site: Path, scraped: Path) -> None:
    files = [write(scraped, f"{number:03}.txt", f"第{number}篇\n今年雨水好，第{number}块地。") for number in range(60)]

    outcomes = imported(site, *files)

    assert [each.file for each in outcomes] == [str(file) for file in files]
    assert {each.status for each in outcomes} == {Status.IMPORTED}


def test_a_name_that_is_no_utf_8_or_would_act_on_a_terminal_is_told_legibly(site: Path, tmp_path: Path) -> None:
    names = (b"\xc2\xf3\xd7\xd3.txt", b"a\x1b[31m.txt", b"b\n.txt", "c\u202e.txt".encode())
    scraped = os.fsencode(tmp_path) + b"/brought"
    Path(os.fsdecode(scraped)).mkdir()
    for number, name in enumerate(names):
        Path(os.fsdecode(scraped + b"/" + name)).write_text(f"第{number}篇\n今年雨水好，第{number}块地。", "utf-8")
    (site / "content/articles/folder.txt").mkdir(parents=True)
    report = tmp_path / "report.jsonl"

    result = run(site, "import", os.fsdecode(scraped), "--report", str(report), "--verbose")

    assert result.exit_code == 0
    told = [Path(json.loads(line)["file"]).name for line in report.read_text("utf-8").split("\n") if line]
    assert told == ["a\ufffd[31m.txt", "b\ufffd.txt", "c\ufffd.txt", "\ufffd\ufffd\ufffd\ufffd.txt"]
    assert len(list((site / "originals").rglob("*.txt"))) == len(names)


def test_a_report_that_cannot_be_written_is_told(site: Path, scraped: Path) -> None:
    write(scraped, "a.txt", "标题\n今年雨水好。")

    result = run(site, "import", str(scraped), "--report", str(scraped / "nowhere" / "report.jsonl"))

    assert result.exit_code == 1
    assert "report.jsonl: cannot be written: " in result.stderr


HOSTILE = st.text(
    st.one_of(st.sampled_from("麦子黄了，。-{}'\":#[]&*!|>%@`—【】（）()\\/<>.~ 3\n"), st.characters(codec="utf-8")),
    max_size=80,
)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE, HOSTILE)
def test_whatever_is_imported_can_be_built(site: Path, scraped: Path, first: str, rest: str) -> None:
    for path in (site / "content", site / "originals"):
        shutil.rmtree(path, ignore_errors=True)
    file = write(scraped, "a.txt", f"{first}\n2023-13-45 {rest}\n作者：{rest}")

    (outcome,) = imported(site, file)

    assert outcome.status in {Status.IMPORTED, Status.FAILED}
    build_site(site)
