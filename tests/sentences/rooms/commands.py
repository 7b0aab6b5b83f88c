"""What commands say of themselves, of how they are called, and of the little they do."""

import json
import re
from functools import partial

import pytest

from tests.sentences.desk import Desk, Files, Situation, at
from tests.sites import article_file

A = "content/articles/"
PARAGRAPH = "\n\n"
NOON = ("--clock", "2024-07-01T12:00")
FILES: Files = {
    A + "a.md": article_file("麦收", draft="true", date="2024-06-01"),
    A + "b.md": article_file("秋播", date="2024-07-02 08:30", series="{name: 节气, part: 4}"),
    A + "c.md": article_file("春耕", date="2024-03-05", expires="2024-06-01"),
    A + "d.md": article_file("旧闻", review="[没有找到日期，请补上, 有字无法复原]"),
    A + "e.md": article_file("旧事", review="有字无法复原"),
}


def _usage(*lines: str) -> Situation:
    def situation(desk: Desk) -> None:
        desk.write({"a.txt": "甲"})
        for line in lines:
            desk.run(*line.split())

    return situation


def _lists(desk: Desk) -> None:
    desk.write(FILES)
    for what in ("drafts", "future", "expired", "undated"):
        desk.run("list", what, *NOON)
    desk.run("list", "review", "--verbose", *NOON)


def _new(desk: Desk) -> None:
    desk.write({})
    desk.run("new", "春耕", "--date", "2024-03-05")
    desk.run("new", "春耕", "--date", "2024-03-05")
    desk.run("new", " ")
    desk.run("new", "春耕", "--date", "明天")


def _edit(desk: Desk) -> None:
    desk.write({})
    with pytest.MonkeyPatch.context() as patch:
        for editor in ("false", "/no/editor"):
            patch.setenv("VISUAL", editor)
            desk.run("new", editor, "--edit", "--date", "2024-03-05")


def _init(desk: Desk) -> None:
    desk.site.mkdir()
    desk.run_for("init", "news", shown=partial(re.sub, r"[\d-]+(?=/|-first)", "…"))
    desk.run("init", "news")


def _guesses(desk: Desk) -> None:
    desk.write({A + "a.md": article_file(body=f"{'这里面干了。' + PARAGRAPH}" * 4 + "他姓范。")})
    desk.run("audit")
    desk.run("audit", "--limit", "1")
    desk.write({A + "a.md": article_file(body="这里面干了。")})
    desk.run("audit")


def _rollback(desk: Desk) -> None:
    settings = "title: 例\nbase_url: https://example.org/\nscripts: [zh-Hans]\nsearch: false\n"
    desk.write({"site.yaml": settings, "static/gone.html": "甲", "static/edited.html": "甲"})
    desk.quietly("build")
    desk.run("rollback")
    desk.write({"site.yaml": settings + "publish: swap\n"})
    desk.quietly("build")
    desk.run("rollback")
    desk.run("rollback")
    desk.quietly("build")
    desk.change({"static/gone.html": None, "static/edited.html": "乙", **{f"static/{n}.html": "甲" for n in range(10)}})
    desk.quietly("build")
    desk.run("rollback")


def _schemas(desk: Desk) -> None:
    """What they say of a key, without what only programs read."""
    desk.write({})
    desk.run_for("schema", shown=_descriptions)
    desk.run_for("schema", "site", shown=_descriptions)


def _descriptions(output: str) -> str:
    schema = json.loads(output)
    keys = [(name, each.get("description", "")) for name, each in schema["properties"].items()]
    return "".join(f"{name}: {about}\n" for name, about in [("title", schema.get("title", "")), *keys])


def _old_bash(desk: Desk) -> None:
    desk.write({})
    with pytest.MonkeyPatch.context() as patch:
        for answer in ("4.3.48(1)-release", "none"):
            shell = desk.folder / answer[:4] / "bash"
            shell.parent.mkdir()
            shell.write_text(f"#!/bin/sh\necho '{answer}'\n")
            shell.chmod(0o755)
            patch.setenv("PATH", str(shell.parent))
            desk.run_for("completion", "bash", shown=lambda output: output.partition("_sitegen")[0] + "\n")


def _unreadable(desk: Desk) -> None:
    """Whoever tests may be allowed to read everything."""
    desk.write({"a.txt": "甲"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.access", lambda *_: False)
        desk.run("import", "a.txt")


SITUATIONS: dict[str, Situation] = {
    "commands and options that are none": _usage(
        "bild", "build --drafs", "list --xyz", "serve --hosst 1", "build --dra"
    ),
    "too many words, too few, none": _usage("build x", "build x y", "new", "list", "build --jobs", "import"),
    "values that are none": _usage(
        "build --jobs x",
        "build --jobs 0",
        "list some",
        "build --strict=1",
        "schema all",
        "completion sh",
        "import --script x a.txt",
    ),
    "options that do not go together": _usage("build --record --drafts"),
    "files that are not there": _usage("import gone.txt"),
    "a file that may not be read": _unreadable,
    "times that are none": _usage("build --clock noon", f"build --clock {'9' * 30}", "import a.txt --date noon"),
    "lists": _lists,
    "an empty list": at({}, "list", "all"),
    "a new article": _new,
    "an editor that fails": _edit,
    "a new site": _init,
    "where the conversion guessed": _guesses,
    "the release before": _rollback,
    "schemas": _schemas,
    "a shell that is too old": _old_bash,
}
