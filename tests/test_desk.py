"""The commands of an editor's day: a new article, lists, the next due time, completion; and their words in Chinese."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.cli import commands
from tests.conftest import SiteMaker
from tests.sites import article_file, run, write_site

CLOCK = ["--clock", "2024-07-01T12:00"]
FILES: dict[str, str | bytes] = {
    "content/articles/a.md": article_file("麦收", draft="true", date="2024-06-01"),
    "content/articles/b.md": article_file("秋播", date="2024-07-02 08:30", series="{name: 节气, part: 4}"),
    "content/articles/c.md": article_file("春耕", date="2024-03-05", expires="2024-06-01"),
    "content/articles/d.md": article_file("旧闻", review="[没有找到日期，请补上, 有字无法复原]"),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with something in every list, built once."""
    site = write_site(tmp_path_factory.mktemp("desk") / "site", FILES, scripts="[zh-Hans]")
    run(site, "build", *CLOCK)
    return site


@pytest.mark.parametrize(
    ("what", "english", "chinese"),
    [
        ("drafts", "a.md: 2024-06-01 麦收 (draft)", "a.md: 2024-06-01 麦收（草稿）"),
        ("future", "b.md: 2024-07-02 08:30 秋播 (of a future date)", "b.md: 2024-07-02 08:30 秋播（日期未到）"),
        ("expired", "c.md: 2024-03-05 春耕 (expired)", "c.md: 2024-03-05 春耕（已过期）"),
        ("undated", "d.md: undated 旧闻 (2 notes to look at)", "d.md: 日期不详 旧闻（2 条待看）"),
        ("review", "d.md: undated 旧闻 (2 notes to look at)", "d.md: 日期不详 旧闻（2 条待看）"),
    ],
)
def test_a_list_names_file_date_and_title(what: str, english: str, chinese: str, desk: Path) -> None:
    assert run(desk, "list", what, *CLOCK).stdout == f"content/articles/{english}\n"
    assert run(desk, "list", what, *CLOCK, language="zh").stdout == f"content/articles/{chinese}\n"


def test_a_list_is_there_for_programs_too(desk: Path) -> None:
    told = json.loads(run(desk, "list", "all", "--json", *CLOCK).stdout)

    assert [each["title"] for each in told] == ["旧闻", "春耕", "麦收", "秋播"]
    assert told[3] == {
        "file": "content/articles/b.md",
        "title": "秋播",
        "date": "2024-07-02T08:30:00+08:00",
        "due": "2024-07-02T08:30:00+08:00",
        "expires": None,
        "series": ["节气"],
        "what": ["future"],
        "review": [],
    }


def test_verbose_shows_what_is_to_be_looked_at(desk: Path) -> None:
    assert run(desk, "list", "review", "--verbose", *CLOCK).stdout.splitlines()[1:] == [
        "  没有找到日期，请补上",
        "  有字无法复原",
    ]


def test_a_list_changes_nothing_and_sees_what_is_newer_than_the_record(make_site: SiteMaker) -> None:
    site = make_site(FILES, scripts="[zh-Hans]")
    unbuilt = run(site, "list", "drafts").stdout
    run(site, "build", *CLOCK)
    record = (site / ".sitegen" / "record.sqlite").read_bytes()
    (site / "content/articles/a.md").write_text(article_file("麦收了", draft="true", date="2024-06-01"), "utf-8")

    again = run(site, "list", "drafts").stdout

    assert unbuilt == "content/articles/a.md: 2024-06-01 麦收 (draft)\n"
    assert again == "content/articles/a.md: 2024-06-01 麦收了 (draft)\n"
    assert (site / ".sitegen" / "record.sqlite").read_bytes() == record


def test_an_article_that_cannot_be_read_is_told_beside_the_others(make_site: SiteMaker) -> None:
    site = make_site({**FILES, "content/articles/e.md": "没有头\n"})

    result = run(site, "list", "drafts")

    assert result.stdout == "content/articles/a.md: 2024-06-01 麦收 (draft)\n"
    assert result.stderr.startswith("content/articles/e.md:1: there is no front matter\n")
    assert result.exit_code == 1


def test_an_empty_list_says_so_beside_the_results(make_site: SiteMaker) -> None:
    site = make_site({})

    assert (run(site, "list", "all").stdout, run(site, "list", "all").stderr) == ("", "there are none\n")
    assert run(site, "list", "all", language="zh").stderr == "没有\n"
    assert run(site, "list", "all", "--quiet").output == ""
    assert run(site, "list", "all", "--json").stdout == "[]\n"


def test_a_scheduler_is_told_when_to_build_next(desk: Path) -> None:
    assert run(desk, "build", "--next-due", *CLOCK).stdout == "2024-07-02T08:30:00+08:00\n"
    assert (
        run(desk, "build", "--next-due", "--clock", "2024-05-01", language="zh").stdout == "2024-06-01T00:00:00+08:00\n"
    )

    none = run(desk, "build", "--next-due", "--clock", "2025-01-01")
    assert (none.output, none.exit_code) == ("", 0)


def test_new_counts_on_in_a_series_that_counts(desk: Path) -> None:
    run(desk, "new", "霜降", "--series", "節氣", "--date", "2024-10-23")
    path = run(desk, "new", "入冬", "--series", "没有的", "--date", "2024-11-07 06:00").stdout.strip()

    written = (desk / "content/articles/2024/10/2024-10-23-shuang-jiang.md").read_text("utf-8")
    assert "slug: shuang-jiang\nseries: {name: 節氣, part: 5}\n" in written
    assert "date: 2024-11-07T06:00:00+08:00\nslug: ru-dong\nseries: 没有的\n" in (desk / path).read_text("utf-8")
    assert run(desk, "list", "future", *CLOCK).exit_code == 0
    (desk / path).unlink()
    (desk / "content/articles/2024/10/2024-10-23-shuang-jiang.md").unlink()


@pytest.mark.parametrize("title", ["甲, 乙: {丙}", "甲 - 丁 #1", "'引' \"号\"", "yes", "2024", "[x] & *y*", "长" * 300])
def test_a_new_article_is_read_whatever_its_title(title: str, tmp_path: Path) -> None:
    numbered: dict[str, str | bytes] = {
        "content/articles/a.md": article_file(series=f"{{name: {json.dumps(title, ensure_ascii=False)}, part: 1}}")
    }
    site = write_site(tmp_path, numbered)
    result = run(site, "new", title, "--series", title, "--date", "2024-03-05")

    (told,) = [
        each for each in json.loads(run(site, "list", "all", "--json").stdout) if each["file"] == result.stdout.strip()
    ]

    assert (told["title"], told["series"]) == (title, [title])
    assert "part: 2}" in (site / result.stdout.strip()).read_text("utf-8")


def test_a_new_article_is_opened_in_the_editor(make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site({})
    monkeypatch.setenv("VISUAL", f"{sys.executable} -c \"import sys; open(sys.argv[1], 'a').write('写好了')\"")

    result = run(site, "new", "春", "--date", "2024-03-05", "--edit")

    assert (site / result.stdout.strip()).read_text("utf-8").endswith("写好了")


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["new", " "], "Error: the title is empty\n", "错误：标题是空的\n"),
        (
            ["new", "春", "--date", "明天"],
            "Error: Invalid value for --date: '明天' is not a date; write it as 2024-03-05\n",
            "错误：--date 的值不对：'明天' 不是日期；写成 2024-03-05 的样子\n",
        ),
        (
            ["build", "--clock", "99999999999999999999"],
            "Error: Invalid value for --clock: 99999999999999999999 seconds are too many\n",
            "错误：--clock 的值不对：99999999999999999999 秒太多了\n",
        ),
        (
            ["build", "--clock", "noon"],
            "Error: Invalid value for --clock: 'noon' is no time; write 2024-03-05T08:00\n",
            "错误：--clock 的值不对：'noon' 不是时间；写成 2024-03-05T08:00 的样子\n",
        ),
        (["bild"], "No such command 'bild'. Did you mean 'build'?\n", "没有 'bild' 这个命令。 是不是想写 'build'？\n"),
        (["list"], "Missing argument", "缺少参数"),
        (["build", "--jobs"], "requires an argument", "后面要写内容"),
        (["list", "news"], "'news' is not one of", "'news' 不是"),
    ],
)
def test_wrong_usage_is_told_in_both_languages(arguments: list[str], english: str, chinese: str, desk: Path) -> None:
    results = [run(desk, *arguments), run(desk, *arguments, language="zh"), run(desk, "--lang", "zh", *arguments)]

    assert [result.exit_code for result in results] == [2, 2, 2]
    assert english in results[0].stderr
    assert chinese in results[1].stderr
    assert chinese in results[2].stderr


@pytest.mark.parametrize("name", ["zh-TW", "zh_HK.UTF-8", "zh-Hant"])
def test_who_reads_traditional_is_told_in_its_characters(name: str, desk: Path) -> None:
    told = [run(desk, "bild", language=name), run(desk, "--lang", name, "bild"), run(desk, f"--lang={name}", "bild")]

    assert {each.stderr.splitlines()[-1] for each in told} == {"錯誤：沒有 'bild' 這個命令。 是不是想寫 'build'？"}


def test_a_language_that_nobody_speaks_is_told(desk: Path) -> None:
    assert "'de' is not one of 'en', 'zh', 'zh-Hant'." in run(desk, "--lang", "de", "list", "all").stderr


@pytest.mark.parametrize(
    "name", sorted({"build", "new", "list", "import", "audit", "rollback", "schema", "completion", "init"})
)
def test_a_page_of_help_begins_with_examples_in_both_languages(name: str, desk: Path) -> None:
    english, chinese = run(desk, name, "--help").stdout, run(desk, name, "--help", language="zh").stdout

    for page in (english, chinese):
        example = f"\n  sitegen {name} "
        assert f"\n  sitegen {name}" in page
        assert page.index(example if example in page else f"\n  sitegen {name}\n") < page.index(
            " --lang [en|zh|zh-Hant]"
        )
    assert "Show this message and exit." in english
    assert "显示这页说明。" in chinese
    assert not [line for line in chinese.splitlines() if line[:4] == "  --" and line.endswith(".")]


def test_the_first_page_names_every_command_in_both_languages(desk: Path) -> None:
    english, chinese = run(desk, "--help").stdout, run(desk, "--lang", "zh", "--help").stdout

    assert all(f"\n  {name} " in page for name in commands.commands for page in (english, chinese))
    assert "begin an article" in english
    assert "新建文章" in chinese
    assert "Publish the site" in english
    assert "生成网站" in chinese


def test_a_schema_is_in_the_language_of_the_editor(desk: Path) -> None:
    schema = json.loads(run(desk, "schema", language="zh").stdout)

    assert schema["properties"]["draft"]["description"] == "true：不发布"
    assert (
        json.loads(run(desk, "schema", "site").stdout)["properties"]["title"]["description"] == "the name of the site"
    )
    assert (
        "sections"
        in json.loads(
            run(write_site(desk.parent / "other", {}, taxonomies="{sections: {name: 栏目}}"), "schema").stdout
        )["properties"]
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_the_shell(shell: str, desk: Path) -> None:
    result = run(desk, "completion", shell)

    assert result.exit_code == 0
    assert "_SITEGEN_COMPLETE" in result.stdout
    assert "sitegen" in result.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("sitegen ro", "plain,rollback"),
        ("sitegen list dr", "plain,drafts"),
        ("sitegen new 春 --series 节", "plain,节气"),
        ("sitegen build --next", "plain,--next-due"),
    ],
)
def test_a_shell_is_offered_commands_options_and_series(words: str, offered: str, desk: Path) -> None:
    environment = {
        **os.environ,
        "_SITEGEN_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "sitegen"], cwd=desk, env=environment, capture_output=True, text=True, check=False
    )

    assert done.stdout.splitlines() == [offered]


def test_no_command_shows_the_first_page(desk: Path) -> None:
    assert run(desk).output == run(desk, "--help").output
