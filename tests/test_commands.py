"""What every command prints and returns."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SiteMaker
from tests.sites import article_file, files_in, run, signalled

ARTICLE = "content/articles/2024-03-05-spring.md"
BUILD = ["build", "--clock", "2024-07-01T12:00"]


def test_build_says_what_it_did_and_then_that_nothing_changed(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file()})

    first, second = run(site, *BUILD), run(site, *BUILD)

    assert (first.exit_code, first.stdout, first.stderr) == (
        0,
        "20 pages in public: 46 written, 0 unchanged, 0 removed\n",
        "",
    )
    assert second.stdout == "20 pages in public: 0 written, 46 unchanged, 0 removed\n"


def test_quiet_says_nothing_and_verbose_names_every_file(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file()}, scripts="[zh-Hans]")

    assert run(site, *BUILD, "--quiet", "--no-record").output == ""
    (site / ARTICLE).unlink()
    lines = run(site, *BUILD, "--verbose").stdout.splitlines()

    assert "remove articles/2024/03/spring/index.html" in lines
    assert "write index.html" in lines


def test_what_was_left_out_is_said_with_the_time_the_next_is_due(make_site: SiteMaker) -> None:
    site = make_site(
        {
            "content/articles/a.md": article_file(draft="true"),
            "content/articles/b.md": article_file(date="2024-07-02 08:30"),
            "content/articles/c.md": article_file(expires="2024-06-01"),
        },
        scripts="[zh-Hans]",
    )

    result = run(site, *BUILD, "-v")

    assert result.stdout.splitlines()[-4:] == [
        "left out: 1 draft, 1 of a future date, 1 expired; the next is due 2024-07-02 08:30",
        "left out content/articles/a.md",
        "left out content/articles/b.md",
        "left out content/articles/c.md",
    ]


@pytest.mark.parametrize(("option", "name"), [("-D", "a"), ("-F", "b"), ("-E", "c")])
def test_drafts_future_and_expired_articles_are_shown_when_asked_for(
    option: str, name: str, make_site: SiteMaker
) -> None:
    site = make_site(
        {
            "content/articles/a.md": article_file(draft="true", slug="a"),
            "content/articles/b.md": article_file(date="2025-01-01", slug="b"),
            "content/articles/c.md": article_file(expires="2024-06-01", slug="c"),
        },
        articles="/articles/{slug}/",
    )

    run(site, *BUILD, option)

    assert [path.name for path in sorted((site / "public" / "articles").iterdir())] == [name]


@pytest.mark.parametrize("clock", ["2024-03-04T15:59:59+00:00", "1709567999"])
def test_an_article_falls_due_at_midnight_of_the_site(clock: str, make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file()})

    assert "1 of a future date" in run(site, "build", "--clock", clock).stdout
    assert "left out" not in run(site, "build", "--clock", "2024-03-05").stdout


def test_the_clock_may_stand_in_the_environment(make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    site = make_site({ARTICLE: article_file()})

    assert "1 of a future date" in run(site, "build").stdout


def test_a_dry_run_writes_nothing(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file()})

    result = run(site, *BUILD, "--dry-run")

    assert result.stdout == ("20 pages in public: 46 written, 0 unchanged, 0 removed (dry run: nothing was changed)\n")
    assert not (site / "public").exists()


def test_a_warning_is_told_and_under_strict_nothing_is_published(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file(body="![图](gone.jpg)")})
    warning = (
        f"{ARTICLE}:4: warning[missing-picture]: gone.jpg leads to nothing\n"
        "  hint: write the path from this file, or from base_url with / before it\n"
    )

    strict = run(site, *BUILD, "--strict")

    assert (strict.exit_code, strict.stderr) == (1, warning)
    assert not (site / "public").exists()
    lenient = run(site, *BUILD)
    assert (lenient.exit_code, lenient.stderr) == (0, warning)


def test_a_problem_anywhere_changes_nothing_that_is_published(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file(), "templates/404.html": "{{ page.title }}"})
    run(site, *BUILD)
    before = files_in(site / "public")

    (site / ARTICLE).write_text(article_file("新题"), "utf-8")
    (site / "templates/404.html").write_text("{{ page.titel }}", "utf-8")
    result = run(site, *BUILD)

    assert result.exit_code == 1
    assert result.stderr == "templates/404.html:1: NotFoundPage has no 'titel'; did you mean 'title'?\n"
    assert files_in(site / "public") == before


def test_a_site_is_found_from_a_folder_inside_it_and_named_from_there(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": "没有头\n"})

    result = run(site / "content" / "articles", "build")

    assert result.stderr.startswith("a.md:1: there is no front matter\n")
    assert run(site.parent, "build", "-s", "site").stderr.startswith("site/content/articles/a.md:1: ")


def test_a_folder_that_is_no_site_is_told_how_to_become_one(tmp_path: Path) -> None:
    result = run(tmp_path, "build")

    assert (result.exit_code, result.stderr) == (
        1,
        "site.yaml: there is no such file\n  hint: make a site with `sitegen init DIR`, or name its folder with --site\n",
    )


@pytest.mark.parametrize("option", ["-o", "--output", "-d", "--destination"])
def test_the_site_may_be_written_elsewhere_and_for_another_address(option: str, make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file()})

    result = run(site, *BUILD, option, "../out", "-b", "https://example.net/news")

    assert result.stdout.startswith("20 pages in ../out: ")
    html = (site.parent / "out" / "index.html").read_text("utf-8")
    assert 'href="/news/articles/2024/03/spring/"' in html
    assert 'href="https://example.net/news/zh-hant/"' in html


@pytest.mark.parametrize(
    ("output", "problem"),
    [
        (".", ".: this folder holds the source of the site"),
        ("..", "..: this folder holds the source of the site"),
        ("content/out", "content/out: this folder lies in content/"),
        ("static", "static: this folder lies in static/"),
        ("site.yaml", "site.yaml: this is a file, not a folder"),
    ],
)
def test_an_output_folder_that_would_put_the_source_at_risk_is_refused(
    output: str, problem: str, make_site: SiteMaker
) -> None:
    site = make_site({ARTICLE: article_file()})
    before = files_in(site)

    result = run(site, *BUILD, "-o", output)

    assert (result.exit_code, result.stderr) == (1, f"{problem}\n  hint: name another: -o public\n")
    assert files_in(site) == before


def test_an_output_folder_with_other_people_s_files_is_refused(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file(), "photos/a.jpg": b"x", "photos/CNAME": "a", "photos/.git/x": ""})

    result = run(site, *BUILD, "-o", "photos")

    assert result.exit_code == 1
    assert result.stderr == (
        "photos: there are files here that sitegen did not write: a.jpg\n"
        "  hint: name an empty folder, or move them away\n"
    )


@pytest.mark.parametrize(
    "arguments", [["frob"], ["build", "--frob"], ["build", "--clock", "noon"], ["new"], ["new", " "]]
)
def test_wrong_usage_exits_with_2(arguments: list[str], make_site: SiteMaker) -> None:
    assert run(make_site({}), *arguments).exit_code == 2


@pytest.mark.parametrize("command", ["build", "serve", "server", "new", "check", "init"])
def test_every_command_explains_itself_with_an_example(command: str, tmp_path: Path) -> None:
    result = run(tmp_path, command, "--help")

    assert result.exit_code == 0
    assert "\n  sitegen " in result.stdout


def test_new_writes_an_article_that_builds_and_never_over_another(make_site: SiteMaker) -> None:
    site = make_site({})

    first = run(site, "new", "苹果: 疏花", "--series", "果园四季", "--date", "2024-04-08")
    second = run(site, "new", "苹果: 疏花", "--date", "2024-04-08")

    path = "content/articles/2024/04/2024-04-08-ping-guo-shu-hua.md"
    assert (first.exit_code, first.stdout) == (0, f"{path}\n")
    assert (site / path).read_text("utf-8") == (
        "---\ntitle: '苹果: 疏花'\ndate: 2024-04-08\nslug: ping-guo-shu-hua\nseries: 果园四季\ntags: []\nsummary:\n---\n\n"
    )
    assert (second.exit_code, second.stderr) == (
        1,
        f"{path}: this article is there already\n  hint: open it, or choose another title\n",
    )
    assert run(site, *BUILD).exit_code == 0


@pytest.mark.parametrize(
    ("date", "path"),
    [
        ("2024", "2024/2024-mai-shou.md"),
        ("2024-06", "2024/06/2024-06-mai-shou.md"),
        ("2024-06-12 07:30", "2024/06/2024-06-12-mai-shou.md"),
    ],
)
def test_the_name_of_a_new_file_is_no_more_exact_than_its_date(date: str, path: str, make_site: SiteMaker) -> None:
    site = make_site({})

    assert run(site, "new", "麦收", "--date", date).stdout == f"content/articles/{path}\n"
    assert run(site, *BUILD).exit_code == 0


def test_init_writes_a_site_that_builds_and_is_in_order(tmp_path: Path) -> None:
    result = run(tmp_path, "init", "new-site")
    site = tmp_path / "new-site"

    assert result.exit_code == 0
    assert sorted(result.stdout.splitlines()) == sorted(f"new-site/{path}" for path in files_in(site))
    assert run(site, "build", "--strict").exit_code == 0
    assert run(site, "check").stdout == "0 errors, 0 warnings\n"
    assert run(tmp_path, "init", "new-site").exit_code == 1


def test_check_names_what_leads_to_nothing(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file(body="[甲](/gone/) [乙](#none) [丙](/archive/)")}, scripts="[zh-Hans]")
    assert run(site, "check").stderr.endswith("public: the site is not built\n  hint: run `sitegen build`\n")
    run(site, *BUILD)

    result = run(site, "check")

    page = "public/articles/2024/03/spring/index.html"
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stderr.splitlines() if "leads to" in line] == [
        ARTICLE,
        page,
        page,
    ]


def test_the_program_starts_by_itself_and_ends_with_130_when_interrupted(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: article_file()})
    command = [sys.executable, "-m", "sitegen", "build", "--watch"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=site, stdout=pipe, stderr=pipe, text=True, env=signalled()) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)

    assert first.startswith("20 pages in public")
    assert (process.returncode, errors) == (130, "\ninterrupted\n")


def test_the_version_is_that_of_the_package() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "sitegen", "--version"], capture_output=True, text=True, check=True, env=os.environ
    )

    from sitegen import __version__

    assert result.stdout == f"sitegen {__version__}\n"


def test_explain_says_why_a_page_is_made_again(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(summary="略")})
    run(site, "build")
    (site / "content/articles/a.md").write_text(article_file(summary="略", body="另一段。"), "utf-8")

    result = run(site, "build", "--explain")

    assert result.stdout.splitlines()[:2] == [
        "articles/undated/a/index.html: its body changed",
        "zh-hant/articles/undated/a/index.html: its body changed",
    ]
    (site / ".sitegen/record.sqlite").unlink()
    assert run(site, "build", "--explain").stdout.startswith(
        "everything is made again: there is no record of an earlier build\n"
    )


def test_changes_are_listed_for_whoever_uploads(make_site: SiteMaker) -> None:
    site = make_site(
        {"content/articles/a.md": article_file(summary="略"), "content/pages/about.md": article_file()}, search="false"
    )
    run(site, "build", "--no-record")
    (site / "content/articles/a.md").write_text(article_file(summary="略", body="另一段。"), "utf-8")
    (site / "content/pages/about.md").unlink()

    run(site, "build", "--changes", "changes.txt")

    assert (site / "changes.txt").read_text("utf-8").splitlines() == [
        "write articles/undated/a/index.html",
        "write zh-hant/articles/undated/a/index.html",
        "write sitemap/pages.xml",
        "remove about/index.html",
        "remove zh-hant/about/index.html",
    ]
    refused = run(site, "build", "--changes", "nowhere/changes.txt")
    assert (refused.exit_code, refused.stderr) == (
        1,
        "nowhere/changes.txt: the list of changes cannot be written: No such file or directory\n",
    )


def test_verify_compares_with_a_build_from_nothing(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file()})
    assert run(site, "build", "--verify").stdout.endswith("a build from nothing gives the same bytes\n")
    file = site / "public/404.html"
    file.write_bytes(file.read_bytes().replace(b"<h1>", b"<h2>"))

    result = run(site, "build", "--verify")

    assert result.exit_code == 1
    assert result.stderr.startswith(
        "public/404.html: a build from nothing makes other bytes\n  hint: build with --clean"
    )
    assert run(site, "build", "--clean", "--verify").exit_code == 0
