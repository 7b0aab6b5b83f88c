"""A build that finds a few articles edited plans nothing else, and says so where it cannot."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.builder import Options, build, verified
from sitegen.planner import plan_site
from tests.photos import encoded, photo
from tests.sites import NOW, article_file, build_and_be_cut_off, build_site, files_in, write_site

NAMES = "甲乙丙丁"
PICTURE = "![图](p.jpg)"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site that was built, and whose files are old enough for a plan to be kept."""
    monkeypatch.setattr("sitegen.builder.inputs.SETTLED", -(10**12))
    files: dict[str, str | bytes] = {
        f"content/articles/{at}.md": text(name, date=f"2024-03-0{at + 1}") for at, name in enumerate(NAMES)
    }
    files["content/articles/shown.md"] = text("图", date="2024-03-07", body=PICTURE)
    files["content/articles/p.jpg"] = photograph(400)
    site = write_site(tmp_path, files)
    build_site(site, record=True)
    return site


def text(title: str, **fields: str) -> str:
    return article_file(**{"title": title, "tags": "麦", "summary": "略", **fields})


def photograph(height: int) -> bytes:
    return encoded(photo(600, height))


def put(site: Path, name: str, words: str) -> None:
    (site / f"content/articles/{name}.md").write_text(words, "utf-8")


def is_whole(site: Path, monkeypatch: pytest.MonkeyPatch, output: str = "public") -> bool:
    """Build, hold the output against a build from nothing, and tell whether the whole site was planned."""
    whole: list[bool] = []

    def noting(*given: Any, **named: Any) -> Any:
        whole.append(True)
        return plan_site(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.builder.planning.plan_site", noting)
        build(site, site / output, Options(clock=NOW, jobs=1, record=True))
    verified(site, site / output, Options(clock=NOW, jobs=1))
    return bool(whole)


def rewrite(site: Path, **fields: str) -> None:
    for at, name in enumerate(NAMES):
        put(site, str(at), text(name, date=f"2024-03-0{at + 1}", **fields))


def note(site: Path, line: str) -> None:
    with (site / "content/addresses.tsv").open("a", encoding="utf-8") as file:
        file.write(line)


def add_setting(site: Path) -> None:
    with (site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("description: 一句\n")


NEAR: dict[str, Callable[[Path], object]] = {
    "a body": lambda site: put(site, "1", text("乙", date="2024-03-02", body="另一段。")),
    "a title": lambda site: put(site, "1", text("乙二", date="2024-03-02")),
    "a summary": lambda site: put(site, "1", text("乙", date="2024-03-02", summary="多一点")),
    "a new article": lambda site: put(site, "new", text("戊", date="2024-03-05")),
    "a back-dated article": lambda site: put(site, "new", text("戊", date="2024-03-02 07:00")),
    "words beside a picture": lambda site: put(site, "shown", text("图", date="2024-03-07", body=f"又。{PICTURE}")),
    "an article touched": lambda site: os.utime(site / "content/articles/1.md"),
    "a term taken away": lambda site: put(site, "1", article_file(title="乙", date="2024-03-02")),
}
FAR: dict[str, Callable[[Path], object]] = {
    "a new term": lambda site: put(site, "1", text("乙", date="2024-03-02", tags="麦、水")),
    "a removed article": lambda site: (site / "content/articles/1.md").unlink(),
    "another address": lambda site: put(site, "1", text("乙", date="2024-04-02")),
    "a draft": lambda site: put(site, "1", text("乙", date="2024-03-02", draft="true")),
    "an alias": lambda site: put(site, "1", text("乙", date="2024-03-02", aliases="/old/")),
    "a setting": add_setting,
    "a style sheet": lambda site: write_site(site, {"static/style.css": "a { color: red }"}),
    "another photograph": lambda site: (site / "content/articles/p.jpg").write_bytes(photograph(500)),
    "a photograph lost": lambda site: (site / "content/articles/p.jpg").unlink(),
    "a photograph shown once more": lambda site: put(site, "1", text("乙", date="2024-03-02", body=PICTURE)),
    "a link to the whole photograph": lambda site: put(site, "shown", text("图", date="2024-03-07", body=PICTURE[1:])),
    "a photograph shown no more": lambda site: put(site, "shown", text("图", date="2024-03-07")),
    "a published file lost": lambda site: (site / "public/404.html").unlink(),
    "an article in another folder": lambda site: (site / "content/articles/1.md").rename(
        site / "content/articles/x.md"
    ),
    "an address noted by others": lambda site: note(site, "/articles/old/\tarticles/1.md\n"),
    "a record of addresses lost": lambda site: (site / "content/addresses.tsv").unlink(),
    "another way to write a term": lambda site: rewrite(site, tags="麥", script="zh-Hant"),
}


@pytest.mark.parametrize("edit", NEAR)
def test_an_edit_that_reaches_no_further_than_the_catalogue_tells_is_planned_alone(
    edit: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(site / "public")
    NEAR[edit](site)

    assert not is_whole(site, monkeypatch)
    assert (files_in(site / "public") != before) == (edit != "an article touched")


@pytest.mark.parametrize("edit", FAR)
def test_whatever_reaches_further_is_planned_with_the_whole_site(
    edit: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FAR[edit](site)

    assert is_whole(site, monkeypatch)


def test_one_edit_after_the_other_is_planned_alone(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for round_ in range(4):
        put(site, f"new{round_}", text(f"新{round_}", date=f"2024-03-1{round_}"))
        put(site, "0", text("甲", date="2024-03-01", body=f"第{round_}段。"))
        assert not is_whole(site, monkeypatch)


def test_an_output_that_missed_an_edit_is_planned_whole(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_whole(site, monkeypatch, "other")
    put(site, "1", text("乙二", date="2024-03-02"))
    assert not is_whole(site, monkeypatch)

    assert is_whole(site, monkeypatch, "other")


def test_a_link_that_led_to_nothing_finds_an_article_that_is_added(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(site, "1", text("乙", date="2024-03-02", body="[见](late.md)"))
    assert not is_whole(site, monkeypatch)
    put(site, "late", text("迟", date="2024-03-06"))

    assert is_whole(site, monkeypatch)
    assert "articles/2024/03/late/" in (site / "public/articles/2024/03/1/index.html").read_text("utf-8")


def test_an_edit_that_is_taken_back_after_a_build_was_cut_off_is_seen(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(site / "public")
    put(site, "1", text("乙二", date="2024-03-02"))
    build_and_be_cut_off(site, monkeypatch)
    assert files_in(site / "public") != before
    put(site, "1", text("乙", date="2024-03-02"))

    build_site(site)

    assert files_in(site / "public") == before


@pytest.mark.parametrize("others", [["1.txt"], ["new.md", "new.txt"]])
def test_an_added_article_that_wants_an_address_twice_is_told(others: list[str], site: Path) -> None:
    for name in others:
        (site / "content/articles" / name).write_text(article_file(title="又一篇", date="2024-03-02"), "utf-8")
    put(site, "1", text("乙", date="2024-03-02"))

    with pytest.raises(ExceptionGroup, match="problem") as told:
        build_site(site)
    assert "is also wanted by" in str(told.value.exceptions[0])


def test_an_added_article_is_noted_among_the_addresses_without_a_plan_of_the_whole_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (site / "content/addresses.tsv").read_text("utf-8")
    put(site, "new", text("戊", date="2024-03-05"))
    assert not is_whole(site, monkeypatch)

    after = (site / "content/addresses.tsv").read_text("utf-8")
    assert [line.split("\t")[:2] for line in sorted({*after.splitlines()} - {*before.splitlines()})] == [
        ["/articles/2024/03/new/", "articles/new.md"]
    ]
    put(site, "new", text("戊", date="2024-03-05", body="另一段。"))
    assert not is_whole(site, monkeypatch)
    assert (site / "content/addresses.tsv").read_text("utf-8") == after


def test_an_article_that_may_be_one_that_was_removed_is_told_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = (site / "content/articles/1.md").read_text("utf-8")
    (site / "content/articles/1.md").unlink()
    assert is_whole(site, monkeypatch)
    put(site, "again", words)

    assert is_whole(site, monkeypatch)
    assert "articles/2024/03/again/" in (site / "public/articles/2024/03/1/index.html").read_text("utf-8")
