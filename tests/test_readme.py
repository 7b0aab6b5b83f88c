"""The documentation is held against the code."""

import re
import shlex
from pathlib import Path

import click
import pytest

from sitegen.cli import commands
from sitegen.config import Config, read_config
from sitegen.loader.schema import ArticleFields, PageFields, TermFields
from sitegen.loader.synonyms import SYNONYMS
from tests.messages import catalogue
from tests.sites import article_file, build_site, run, write_site

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FRONT_MATTER = (ROOT / "docs" / "front-matter.md").read_text("utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def keys_of_table(text: str) -> set[str]:
    rows = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    return {key for row in rows for key in re.findall(r"`(\w+)`", row)}


def test_the_first_screen_has_a_picture_and_the_two_commands() -> None:
    first_screen = "\n".join(README.splitlines()[:25])

    assert "make site" in first_screen
    assert "make test" in first_screen
    picture = re.search(r"!\[.+\]\((.+)\)", first_screen)
    assert picture
    assert (ROOT / picture[1]).is_file()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make (\w+)", README)) - {"a", "and"}))
def test_every_make_target_named_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_the_table_of_commands_names_each_of_them() -> None:
    named = set(re.findall(r"^\| `sitegen (\w+)", README, re.MULTILINE))

    assert named == set(commands.commands) - {"server"}


def test_every_option_named_in_the_table_exists() -> None:
    for name, cell in re.findall(r"^\| `sitegen (\w+)[^`]*` \| (.+) \|$", README, re.MULTILINE):
        options = {option for parameter in commands.commands[name].params for option in parameter.opts}
        assert set(re.findall(r"`(--?[\w-]+)", cell)) <= options


def test_every_documented_shell_command_is_one() -> None:
    for name in re.findall(r"^sitegen (\w+)", README, re.MULTILINE):
        assert isinstance(commands.get_command(click.Context(commands), name), click.Command)


def test_nobody_is_told_to_install_the_program_of_another_that_has_our_name() -> None:
    said = [*(ROOT / "sitegen").rglob("*.py"), ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]

    assert [
        each.name
        for each in said
        if re.search(r"pip3? install (?:[^\s&#]+ +)*['\"]?sitegen\b", each.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    "document", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.stem
)
def test_every_command_that_is_shown_has_the_options_that_are_shown(document: Path) -> None:
    text = document.read_text("utf-8")
    shown = "\n".join([*re.findall(r"```sh\n(.*?)```", text, re.DOTALL), *re.findall(r"`(sitegen [^`]+)`", text)])
    for line in shown.splitlines():
        for name, rest in re.findall(r"\bsitegen (\w+)((?: +(?:\"[^\"]*\"|[^\s#&|>;\"]+))*)", line.partition(" #")[0]):
            command = commands.get_command(click.Context(commands), name)
            assert command, line
            command.make_parser(click.Context(command)).parse_args(shlex.split(rest))


def test_every_link_of_the_documentation_leads_to_a_file() -> None:
    for document in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", re.sub(r"`[^`]*`", "", document.read_text("utf-8"))):
            assert (document.parent / target).exists(), (document.name, target)


def test_the_table_of_article_keys_is_complete() -> None:
    article, pages_and_terms = FRONT_MATTER.split("## Pages")
    taxonomies = {"tags", "series", "places", "authors", "sources"}

    assert keys_of_table(article) == set(ArticleFields.model_fields) | taxonomies
    named = set(re.findall(r"`(\w+)`", pages_and_terms.split("## In the body")[0]))
    assert set(PageFields.model_fields) | set(TermFields.model_fields) <= named


def test_every_synonym_is_named() -> None:
    understood = FRONT_MATTER.split("Understood too:")[1].split("\n\n")[0]

    assert set(SYNONYMS) <= set(re.findall(r"`(\w+)`", understood))


def test_the_table_of_settings_is_complete() -> None:
    assert keys_of_table(SETTINGS) == set(Config.model_fields)


def test_the_documented_settings_are_the_defaults(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", SETTINGS, re.DOTALL)
    assert example
    written = read_config(write_site(tmp_path / "written", {"site.yaml": example[1]}))
    least = read_config(write_site(tmp_path / "least", {}))

    differing = {key for key in Config.model_fields if getattr(written, key) != getattr(least, key)}

    assert differing == {"title", "description", "base_url", "navigation"}


def test_the_article_of_the_readme_is_read(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(---\n.*?)```", README, re.DOTALL)
    assert example
    site = write_site(tmp_path, {"content/articles/a.md": example[1]})

    report = build_site(site)

    assert [warning.code for warning in report.warnings] == ["missing-picture"]


EDITING = (ROOT / "docs" / "editing.md").read_text("utf-8")


def test_every_command_of_the_editors_guide_is_one() -> None:
    commands_named = re.findall(r"sitegen ([a-z]+)((?: --?[a-z-]+| [^-`\s\n|]+)*)", EDITING)

    assert {"init", "new", "serve", "build", "check", "list", "schema", "completion"} <= {
        name for name, _ in commands_named
    }
    for name, rest in commands_named:
        options = {option for parameter in commands.commands[name].params for option in parameter.opts} | {
            "--help",
            "--lang",
        }
        assert set(re.findall(r"(?<= )--?[a-z-]+", rest)) <= options


def test_the_article_of_the_editors_guide_is_what_new_writes(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    path = run(site, "new", "苹果疏花怎么做", "--date", "2024-04-08").stdout.strip()

    assert path in EDITING
    assert f"```yaml\n{(site / path).read_text('utf-8')}```" in EDITING


def test_the_mistake_of_the_editors_guide_is_told_in_its_words(tmp_path: Path) -> None:
    name = "content/articles/2024/04/2024-04-08-shu-hua.md"
    site = write_site(tmp_path, {name: article_file(date="明天")})

    assert f"```\n{run(site, 'build', language='zh').stderr}```" in EDITING


def test_what_the_editors_guide_says_of_messages_is_said() -> None:
    sentences = "\n".join(str(entry.string) for entry in catalogue())
    said = re.findall(r"^\| ([^|`{]+) \|", EDITING.split("| 它说 |")[1], re.MULTILINE)

    assert len(said) == 7
    for words in said:
        assert re.search(re.escape(words).replace(r"'titel'", ".*"), sentences), words
