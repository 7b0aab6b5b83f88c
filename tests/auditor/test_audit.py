"""Where the conversion had to guess."""

import json
from functools import partial
from pathlib import Path

import pytest

from sitegen.auditor import Finding, audit
from sitegen.builder.loading import load_afresh
from sitegen.chinese import Conversion
from sitegen.chinese.guesses import choices, guesses_in
from sitegen.config import read_config
from sitegen.loader import read_body
from sitegen.model import Script
from tests.conftest import SiteMaker
from tests.sites import article_file, run

TRADITIONAL = Conversion(Script.HANS, Script.HANT)


def findings(site: Path) -> list[Finding]:
    config = read_config(site)
    content, _ = load_afresh(config, site)
    return audit(content, partial(read_body, site=site), config.scripts, config.orthography)


def named(site: Path) -> list[tuple[str, list[tuple[str, int]]]]:
    return [
        (each.context, [(place.file.removeprefix("content/articles/"), place.line) for place in each.occurrences])
        for each in findings(site)
    ]


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("掏干", ["干"]),
        ("晒干", []),
        ("干部", []),
        ("-{干}-", []),
        ("-{zh-hans:干;zh-hant:乾}-", []),
        ("https://example.org/干/", []),
        ("村民范建国", []),
        ("水利", []),
        ("", []),
    ],
)
def test_a_guess_is_what_nothing_decides(text: str, guessed: list[str]) -> None:
    assert [guess.character for guess in guesses_in(text, TRADITIONAL)] == guessed


@pytest.mark.parametrize("character", "干后里面台只发制征复系")
def test_the_characters_that_editors_know_are_among_those_of_several_forms(character: str) -> None:
    choice = choices(TRADITIONAL)[character]

    assert choice.chosen not in choice.others
    assert 0 < choice.doubt < 1


def test_nothing_is_guessed_on_the_way_to_simplified_or_where_words_stand_as_written() -> None:
    assert list(guesses_in("乾後", Conversion(Script.HANT, Script.HANS))) == []
    assert list(guesses_in("掏干", Conversion(Script.HANS, Script.HANS))) == []


def test_guesses_are_told_with_their_lines_whatever_marks_are_around(make_site: SiteMaker) -> None:
    body = "第一段。\n\n**掏**[干](https://example.org/)。`掏干`\n\n```\n掏干\n```\n\n一行的掏\n干，也算。"
    site = make_site({"content/articles/a.md": article_file(body=body, subtitle="掏干")})

    assert ("掏干", [("a.md", 3), ("a.md", 7), ("a.md", 14)]) in named(site)


def test_a_guess_goes_with_the_neighbour_it_is_found_with_more_often(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(body="掏干甲。掏干乙。掏干丙。")})

    (finding,) = [each for each in findings(site) if each.character == "干"]

    assert (finding.context, len(finding.occurrences)) == ("掏干", 3)
    assert finding.lines == ("掏干: 掏幹", "掏干: 掏乾", "掏干: 掏干", "掏干: 掏榦")
    assert (finding.chosen, finding.others) == ("幹", ("乾", "干", "榦"))


def test_each_line_that_is_offered_decides(make_site: SiteMaker) -> None:
    article = {"content/articles/a.md": article_file(body="掏干，")}
    (finding,) = [each for each in findings(make_site(article)) if each.context == "掏干"]

    for line in finding.lines:
        site = make_site({**article, "content/glossary.yaml": line + "\n"})
        assert "掏干" not in [each.context for each in findings(site)]


def test_the_most_doubtful_come_first_and_then_the_most_frequent(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(body="掏干甲。掏干乙。怎干。出的是同一味。")})

    found = findings(site)

    assert [each.doubt for each in found] == sorted((each.doubt for each in found), reverse=True)
    assert next(each.context for each in found if each.character == "干") == "掏干"


def test_what_is_not_converted_is_not_looked_at(make_site: SiteMaker) -> None:
    files = {
        "content/articles/a.md": article_file(body="掏干，", convert="false"),
        "content/articles/b.md": article_file("鄉村", "掏乾水，後面說。", script="zh-Hant"),
    }

    assert named(make_site(files)) == []
    assert named(make_site({"content/articles/c.md": article_file(body="掏干，")}, scripts="[zh-Hans]")) == []


def test_a_name_of_a_term_is_told_once(make_site: SiteMaker) -> None:
    files = {f"content/articles/{name}.md": article_file(tags="掏干") for name in "ab"}

    assert named(make_site(files)) == [("掏干", [("a.md", 3)])]


def test_the_command_names_the_guesses_and_how_to_decide_them(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(body="掏干，")})

    result = run(site, "audit")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "掏干: 干 → 幹, or 乾, 干, 榦 (71% doubt)\n"
        "  content/articles/a.md:4: 掏干，\n"
        "  glossary: 掏干: 掏幹  |  掏干: 掏乾  |  掏干: 掏干  |  掏干: 掏榦\n"
        "1 guess in 1 context\n"
    )


def test_the_command_shows_as_many_as_are_asked_for(make_site: SiteMaker) -> None:
    body = "掏干甲。掏干乙。掏干丙。掏干丁。怎干。"
    site = make_site({"content/articles/a.md": article_file(body=body)})

    lines = run(site, "audit", "--limit", "1").stdout.splitlines()

    assert lines[-3] == "  and 1 more"
    assert lines[-1] == "5 guesses in 2 contexts; 1 more with --limit 0"
    assert "怎干" in run(site, "audit", "-n", "0").stdout


def test_the_command_gives_everything_as_json(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(body="掏干，" * 5)})

    (finding,) = json.loads(run(site, "audit", "--json").stdout)

    assert (finding["character"], finding["context"], finding["count"]) == ("干", "掏干", 5)
    assert finding["occurrences"][0] == {
        "file": "content/articles/a.md",
        "line": 4,
        "excerpt": "掏干，掏干，掏干，掏干，掏干",
    }


def test_the_command_tells_problems_like_every_other(make_site: SiteMaker) -> None:
    result = run(make_site({"content/articles/a.md": "no front matter"}), "audit")

    assert result.exit_code == 1
    assert "content/articles/a.md:1: there is no front matter" in result.stderr
