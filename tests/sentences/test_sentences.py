"""Whatever the program can say is said once here, by its own code, and stands in golden/ in both languages: `--update-golden` accepts a change."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from sitegen.builder.stale import FIXED, REASONS
from sitegen.cache.fingerprint import digested_fields
from sitegen.cli import commands
from sitegen.model import AnySheet
from tests.sentences.both import SENTENCES, Told, heard, speaking_both
from tests.sentences.desk import Desk
from tests.sites import run

GOLDEN = Path(__file__).parent / "golden"
ROOMS = sorted(each.stem for each in (Path(__file__).parent / "rooms").glob("[a-z]*.py"))
PAGES_OF_HELP = ("", *sorted({each.name or "" for each in commands.commands.values()}))


class Rooms:
    """What was said in each room, which is entered once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told: dict[str, dict[str, Told]] = {}

    def told(self, room: str) -> dict[str, Told]:
        """What was said in each situation of a room."""
        if room not in self._told:
            self._told[room] = dict(self._enter(room))
        return self._told[room]

    def _enter(self, room: str) -> Iterator[tuple[str, Told]]:
        situations = import_module(f"tests.sentences.rooms.{room}").SITUATIONS
        with speaking_both(self._folder / "locale"):
            for number, (name, situation) in enumerate(situations.items()):
                desk = Desk(self._folder / room / str(number))
                desk.folder.mkdir(parents=True)
                situation(desk)
                yield name, heard("".join(desk.printed))

    def help(self) -> Told:
        """All pages of help."""
        with speaking_both(self._folder / "locale"):
            return heard(
                "".join(run(self._folder, *page.split(), "--help", language="zh").output for page in PAGES_OF_HELP)
            )


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Rooms:
    return Rooms(tmp_path_factory.mktemp("rooms"))


def compare(told: str, name: str, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / name
    if request.config.getoption("--update-golden"):
        file.write_text(told, "utf-8")
    assert told == file.read_text("utf-8")


def both(told: Told) -> str:
    """Each line in English, then in Chinese, once where they are the same; all of each where they have other lines."""
    lines = told.english.splitlines(keepends=True), told.chinese.splitlines(keepends=True)
    if len(lines[0]) != len(lines[1]):
        return f"{told.english}---\n{told.chinese}"
    return "".join(
        english if english == chinese else english + chinese for english, chinese in zip(*lines, strict=True)
    )


@pytest.mark.parametrize("room", ROOMS)
def test_a_situation_is_told_as_it_was(room: str, rooms: Rooms, request: pytest.FixtureRequest) -> None:
    told = "\n".join(f"=== {name}\n{both(each)}" for name, each in rooms.told(room).items())

    compare(told, f"{room}.txt", request)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_of_help_reads_as_it_did(language: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    pages = {page: run(tmp_path, *page.split(), "--help", language=language) for page in PAGES_OF_HELP}

    assert {page.exit_code for page in pages.values()} == {0}
    told = "\n".join(f"$ sitegen {page} --help\n".replace("  ", " ") + its.output for page, its in pages.items())
    compare(told, f"help.{language}.txt", request)


UNSAID = {
    "Option {name!r} requires {nargs} arguments.": "no option takes two",
    "{value!r} is not {choice}.": "no option has a single choice",
}
"""The other half of a sentence that counts, and why it is never said."""


def test_every_sentence_is_said_somewhere(rooms: Rooms) -> None:
    said = rooms.help().sentences.union(*(told.sentences for room in ROOMS for told in rooms.told(room).values()))

    assert [each for each in SENTENCES if each not in said] == list(UNSAID)


def test_every_field_of_a_sheet_that_may_differ_has_a_reason() -> None:
    assert {name for kind in get_args(AnySheet) for name in digested_fields(kind)} == REASONS.keys() | FIXED
