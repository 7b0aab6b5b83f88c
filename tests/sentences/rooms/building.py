"""What a build says: what it did, what it left out, and what stood in its way."""

import errno
import os
import sqlite3
import sys
import threading
from contextlib import closing
from multiprocessing import parent_process
from pathlib import Path

import pytest

from sitegen.builder.developing import develop_one
from sitegen.builder.verifying import differences
from sitegen.cache.lock import HOLDER, held
from sitegen.cache.record import NAME as RECORD
from sitegen.cli.build import again_and_again
from sitegen.cli.telling import DOING, Telling
from sitegen.errors import SitegenError
from sitegen.loader import picture_digest
from sitegen.messages import Message
from sitegen.model import Derived, Making
from sitegen.workers import Workers
from tests.photos import encoded, photo
from tests.sentences.desk import Desk, Files, Situation, at, refusing
from tests.sites import article_file, inside

A = "content/articles/"
CLOCK = ("--clock", "2024-07-01")
SMALL = {"scripts": "[zh-Hans]", "search": "false"}
WAITING: Files = {
    A + "a.md": article_file("草稿", draft="true"),
    A + "b.md": article_file("将来", date="2024-07-02 08:30"),
    A + "c.md": article_file("过期", expires="2024-06-01"),
}


def _built(desk: Desk, files: Files | None = None, **settings: str) -> None:
    desk.write({A + "a.md": article_file(date="2024-03-05"), **(files or {})}, **{**SMALL, **settings})
    desk.quietly("build", *CLOCK)


def _counts(desk: Desk) -> None:
    _built(desk, {"static/old.txt": "旧"})
    desk.write({"content/pages/new.md": article_file("新")})
    desk.remove("static/old.txt")
    desk.run("build", "--dry-run", "--verbose", *CLOCK)
    desk.run("build", "--clean", "--explain", "--quiet", *CLOCK)
    desk.run("build", "--verify", *CLOCK)
    desk.run("build", "--changes", "nowhere/changes.txt", *CLOCK)


def _alone(desk: Desk) -> None:
    """Templates that are empty make no difference to the number of pages: one is left where nothing is listed."""
    desk.write(WAITING, **SMALL)
    desk.run_for("build", "--verbose", "--dry-run", *CLOCK, shown=_end_of)
    desk.write({A + "d.md": article_file("又一篇", draft="true")})
    desk.run("build", "--clock", "2024-08-01")


def _everything(desk: Desk) -> None:
    """Why nothing can be kept of what an earlier build knew."""
    _built(desk)
    record = desk.site / ".sitegen" / RECORD
    for statement in ("UPDATE facts SET value = x'78' WHERE key = 'program'", None):
        if statement:
            with closing(sqlite3.connect(record)) as database, database:
                database.execute(statement)
        else:
            record.write_bytes(b"SQLite format 3\0" + b"x" * 2000)
        desk.run_for("build", "--explain", *CLOCK, shown=_beginning)
    desk.run_for("build", "--explain", "--clean", *CLOCK, shown=_beginning)
    desk.remove(".sitegen")
    (desk.site / ".sitegen").write_text("")
    desk.run_for("build", "--explain", *CLOCK, shown=_beginning)


def _end_of(output: str) -> str:
    return "".join(output.splitlines(keepends=True)[-5:])


def _beginning(output: str) -> str:
    return output.partition("\n")[0] + "\n"


def _not_as_published(desk: Desk) -> None:
    _built(desk)
    page = desk.site / "public/404.html"
    page.write_bytes(page.read_bytes().replace(b"<h1>", b"<h2>"))
    desk.run("build", "--verify", *CLOCK)
    for name, files in (("old", {"a.html": "甲"}), ("fresh", {"b.html": "甲"})):
        desk.write(
            {
                f"{name}/.sitegen-files": "".join(f"{each}\n" for each in files),
                **{f"{name}/{each}": "甲" for each in files},
            }
        )
    with inside(desk.site):
        for each in differences(Path("old"), Path("fresh")):
            desk.say(each)


def _folders(desk: Desk) -> None:
    desk.write({A + "a.md": article_file(), "taken/notes.txt": "甲", "file": "甲"}, **SMALL)
    for folder in (".", "content/public", "file", "taken"):
        desk.run("build", "-o", folder)


def _in_the_way(desk: Desk) -> None:
    _built(desk)
    desk.write({"content/pages/new.md": article_file("新"), "public/new/index.html": "甲"})
    desk.run("build", *CLOCK)
    desk.remove("public/new")
    (desk.folder / "elsewhere").mkdir()
    (desk.site / "public/new").symlink_to(desk.folder / "elsewhere")
    desk.run("build", *CLOCK)


def _under_version_control(desk: Desk) -> None:
    _built(desk)
    desk.write({"public/.git/HEAD": "甲"}, publish="swap", **SMALL)
    desk.run("build", *CLOCK)


def _no_room(desk: Desk) -> None:
    _built(desk)
    desk.write({"content/pages/new.md": article_file("新")})
    with refusing("open", errno.ENOSPC, "stage"), refusing("mkdir", errno.ENOSPC, ".sitegen-new"):
        desk.run("build", *CLOCK)
    with refusing("replace", errno.EACCES, "new"):
        desk.run("build", *CLOCK)
    desk.write({}, publish="swap", **SMALL)
    with refusing("link", errno.EPERM, ""):
        desk.run("build", *CLOCK)


def _full_records(desk: Desk) -> None:
    for name in (RECORD, "search.sqlite"):
        _built(desk, search="true")
        with closing(sqlite3.connect(desk.site / ".sitegen" / name)) as database, database:
            for event in ("INSERT", "DELETE"):
                table = "facts" if name == RECORD else "entries"
                database.execute(
                    f"CREATE TRIGGER no_{event} BEFORE {event} ON {table} BEGIN SELECT RAISE(FAIL, 'disk full'); END"
                )
        desk.write({A + "a.md": article_file("改了", date="2024-03-05")})
        desk.run("build", *CLOCK)
        desk.remove(".sitegen", "public")


def _waits(desk: Desk) -> None:
    """A builder that has said who it is, and one that has not."""
    _built(desk)
    folder = desk.site / ".sitegen"
    for is_told in (True, False):
        go, held_now = threading.Event(), threading.Event()

        def hold(go: threading.Event = go, held_now: threading.Event = held_now) -> None:
            with held(folder, lambda _: None):
                held_now.set()
                go.wait(10)

        holder = threading.Thread(target=hold)
        holder.start()
        held_now.wait(10)
        (folder / HOLDER).write_text('{"process": 4711, "host": "village"}' if is_told else "")

        class Waiting(Telling):
            def trouble(self, line: Message, go: threading.Event = go) -> None:
                desk.say(line)
                go.set()

        with held(folder, Waiting(desk.site).waiting):
            holder.join()


def _pictures(desk: Desk) -> None:
    """A picture that changes while the site is built, and one whose end nobody has looked at."""
    broken = encoded(photo(60, 40))[:400]
    desk.write({A + "a.jpg": broken, A + "b.jpg": broken})
    for name, digest in (("a.jpg", picture_digest(b"")), ("b.jpg", picture_digest(broken))):
        wanted = Derived(path="media/a.webp", file=f"{A}{name}".encode(), digest=digest, making=Making.WEBP, width=20)
        with pytest.raises(SitegenError) as told:
            develop_one(wanted, desk.site)
        desk.say(told.value)


def _templates(desk: Desk) -> None:
    for template in (
        "<p>\n{{ page.titel }}",
        "{{ page.zzz }}",
        "{% if %}",
        '\n{% include "missing.html" %}',
        '{% include "404.html" %}',
        "{{ 'stile.css'|asset }}",
        "{{ 'zzz.js'|asset }}",
    ):
        desk.write({"templates/404.html": template}, **SMALL)
        desk.run("build", *CLOCK)


def _workers(desk: Desk) -> None:
    with pytest.raises(SitegenError) as told, Workers(2, few=1) as workers:
        list(workers.do(_end, range(8), lambda each: each))
    desk.say(told.value)
    desk.write({}, **SMALL)
    desk.run("build", "--scheduler", "tpc://127.0.0.1:8786", *CLOCK)  # of no kind that is known, so nobody waits for it


def _end(_chunk: object) -> list[object]:
    if parent_process():  # never the one that runs the tests
        os._exit(1)
    return []


def _packages(desk: Desk) -> None:
    desk.write({}, **SMALL, compress="[gz, br]")
    with pytest.MonkeyPatch.context() as patch:
        for package in ("distributed", "brotli"):
            patch.setitem(sys.modules, package, None)
        desk.run("build", "--scheduler", "tcp://127.0.0.1:1", *CLOCK)
        desk.run("build", *CLOCK)


def _watched(desk: Desk) -> None:
    """The loop of `build --watch`, which is told of a change, and stops; nobody knows when it has begun to look."""
    desk.write({})
    stop = threading.Event()

    class Watching(Telling):
        def result(self, line: Message | str) -> None:
            desk.say(line)

    def save() -> None:
        while not stop.wait(0.1):
            desk.write({})

    def once() -> int:
        stop.set()
        return 0

    saving = threading.Thread(target=save)
    saving.start()
    again_and_again(desk.site, once, Watching(desk.site), stop)
    saving.join()


def _bar(desk: Desk) -> None:
    """A bar shows on a terminal, beside work of more than a second."""
    for words in DOING.values():
        desk.say(words)


SITUATIONS: dict[str, Situation] = {
    "what was done": _counts,
    "what was left out": _alone,
    "nothing of an earlier build can be used": _everything,
    "what is published is not what a build makes": _not_as_published,
    "folders that cannot take a site": _folders,
    "something stands in the way": _in_the_way,
    "a release of a folder under version control": _under_version_control,
    "the system refuses": _no_room,
    "the records cannot be written": _full_records,
    "another build holds the site": _waits,
    "pictures": _pictures,
    "a body without end": at({A + "a.md": article_file(body="* " * 3000 + "x")}),
    "a change, under --watch": _watched,
    "templates": _templates,
    "workers": _workers,
    "packages that are not there": _packages,
    "the bar": _bar,
}
