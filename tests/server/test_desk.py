"""A site on a desk: whichever way an edit is planned, what stands is what a build makes."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from sitegen.builder import Options, build
from sitegen.builder.desk import Desk
from sitegen.builder.news import News
from sitegen.builder.stand import Unread
from sitegen.cache import open_record
from sitegen.folder import RECORD
from tests.photos import encoded, photo
from tests.sites import NOW, article_file, files_in, write_site

EVERYTHING = Options(clock=NOW, drafts=True, future=True, expired=True, in_place=True)
FOLDER = "content/articles"


@pytest.fixture(autouse=True)
def sure_of_every_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file be too young to be trusted: tests are quicker than clocks of file systems."""
    monkeypatch.setattr("sitegen.builder.inputs.SETTLED", -(10**12))


def text(number: int, **fields: str) -> str:
    tags = f"[{'甲乙丙'[number % 3]}]"
    given = {"date": f"2024-0{number % 5 + 1}-11", "tags": tags, "series": "一系列", **fields}
    return article_file(f"第{number}篇", f"正文{number}，见[前一篇](a{number - 1}.md)。", **given)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {f"{FOLDER}/a{number}.md": text(number) for number in range(12)}
    files |= {f"{FOLDER}/p.png": encoded(photo(64, 48), "PNG"), "content/pages/about.md": article_file("关于")}
    return write_site(tmp_path / "site", files)


@pytest.fixture(params=[1_000, 5], ids=["small", "large"])
def desk(request: pytest.FixtureRequest, site: Path) -> Iterator[Desk]:
    """A desk for which the site is small, and one for which it is large."""
    made = Desk(site, EVERYTHING, many=request.param)
    made.begin()
    yield made
    made.close()


def look(desk: Desk, *changed: str) -> None:
    assert desk.renew(changed).problems == ()
    assert (desk.settle() or News()).problems == ()


def served(desk: Desk) -> dict[str, bytes]:
    answers = ((path, desk.stand.ask(path)) for path in desk.stand.paths())
    return {path: answer.content for path, answer in answers if answer}


def built(site: Path, folder: Path) -> dict[str, bytes]:
    build(site, folder, EVERYTHING)
    files = files_in(folder)
    return {path: files[path] for path in files if path != ".sitegen-files"}


def rename_folder(site: Path) -> list[str]:
    there = site / FOLDER / "moved"
    if there.exists():
        for each in there.iterdir():
            each.rename(site / FOLDER / each.name)
        there.rmdir()
    else:
        there.mkdir()
        for each in sorted((site / FOLDER).glob("a[89].md")):
            each.rename(there / each.name)
    return [f"{FOLDER}/moved"]


def saves(file: str, content: str | bytes) -> Callable[[Path], list[str]]:
    def save(site: Path) -> list[str]:
        write_site(site, {"site.yaml": (site / "site.yaml").read_bytes(), file: content})
        return [file]

    return save


def deletes(file: str) -> Callable[[Path], list[str]]:
    def delete(site: Path) -> list[str]:
        (site / file).unlink(missing_ok=True)
        return [file]

    return delete


EDITS = [
    saves(f"{FOLDER}/a11.md", text(11, summary="别的")),
    saves(f"{FOLDER}/a3.md", text(3, draft="true")),
    saves(f"{FOLDER}/a3.md", text(3)),
    saves(f"{FOLDER}/a4.md", text(4, date="2030-01-01")),
    saves(f"{FOLDER}/a5.md", text(5, slug="other", aliases="[/old]")),
    saves(f"{FOLDER}/a6.md", article_file("第6篇", "![图](p.png)", date="2024-02-11")),
    saves(f"{FOLDER}/a6.md", text(6)),
    saves(f"{FOLDER}/new.md", article_file("新的", date="2024-03-01")),
    saves(f"{FOLDER}/p.png", encoded(photo(80, 60), "PNG")),
    deletes(f"{FOLDER}/new.md"),
    deletes(f"{FOLDER}/a7.md"),
    saves(f"{FOLDER}/a7.md", text(7)),
    saves("content/pages/about.md", article_file("关于我们")),
    saves("static/robots.txt", "User-agent: *\n"),
    saves("static/paper.css", ":root { --own: 1px }"),
    saves("static/paper.css", ":root { --own: 2px }"),
    saves("templates/tombstone.html", "{{ page.title }}"),
    saves("templates/day.html", "{{ page.title }}!"),
    deletes("templates/day.html"),
    saves("content/glossary.yaml", "正文: {zh-Hant: 內文}\n"),
    saves("site.yaml", "title: 别的\nbase_url: https://example.org/sub/\ndata: true\nmanifest: true\nheaders: true\n"),
    rename_folder,
    rename_folder,
]


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_it_serves_what_a_build_makes(seed: int, desk: Desk, site: Path, tmp_path: Path) -> None:
    edits = EDITS.copy()
    random.Random(seed).shuffle(edits)
    look(desk)

    for number, edit in enumerate(edits):
        look(desk, *edit(site))
        if number % 6 == 5:
            assert served(desk) == built(site, tmp_path / "built"), number
    assert served(desk) == built(site, tmp_path / "built")


NEAR: dict[str, Callable[[Path], list[str]]] = {
    "a body": saves(f"{FOLDER}/a5.md", text(5) + "又一段。\n"),
    "a title": saves(f"{FOLDER}/a5.md", text(5).replace("第5篇", "第五篇")),
    "a draft": saves(f"{FOLDER}/a5.md", text(5, draft="true")),
    "a new article": saves(f"{FOLDER}/b.md", text(20)),
    "a template": saves("templates/day.html", "{{ page.title }}"),
}


@pytest.mark.parametrize("edit", NEAR)
def test_what_editors_do_most_is_planned_around(edit: str, site: Path, tmp_path: Path) -> None:
    desk = Desk(site, EVERYTHING, many=5)
    desk.begin()
    look(desk)

    assert desk.renew(NEAR[edit](site)).problems == ()

    edition = desk.stand.edition
    assert edition is not None
    assert edition.is_whole
    assert served(desk) == built(site, tmp_path / "built")
    desk.close()


SETTINGS: dict[str, tuple[str, bool]] = {
    "a title": ("title: 别的\nbase_url: https://example.org/\n", True),
    "another host and folder": ("title: 田野\nbase_url: https://example.com/sub/\n", True),
    "a navigation": ("title: 田野\nbase_url: https://example.org/\nnavigation: [{name: 关于, url: /about/}]\n", True),
    "one script": ("title: 田野\nbase_url: https://example.org/\nscripts: [zh-Hans]\n", True),
    "other addresses": ("title: 田野\nbase_url: https://example.org/\narticles: /{year}/{slug}/\n", False),
    "shorter lists": (
        "title: 田野\nbase_url: https://example.org/\ntaxonomies: {tags: {name: 标签, paginate: 2}, series: {name: 专题}}\n",
        False,
    ),
}
"""What site.yaml says instead, and whether all articles stand in the order that they had."""


@pytest.mark.parametrize("setting", SETTINGS)
def test_other_settings_show_at_once_in_the_order_that_there_was(setting: str, site: Path, tmp_path: Path) -> None:
    desk = Desk(site, EVERYTHING, many=5)
    desk.begin()
    look(desk)
    look(desk, *NEAR["a body"](site))
    text, is_in_the_same_order = SETTINGS[setting]

    assert desk.renew(saves("site.yaml", text)(site)).problems == ()

    edition, expected = desk.stand.edition, built(site, tmp_path / "built")
    assert edition is not None
    assert edition.finder is not None
    assert (not edition.finder.shelf.pages) == is_in_the_same_order
    found = {path: of for path in expected if (of := edition.find(path))}
    assert {edition.make(path, of).content == expected[path] for path, of in found.items()} == {True}
    assert {"index.html", "404.html", "tags/index.html", "archive/index.html"} < found.keys()
    assert sum("第5篇" in expected[path].decode() for path in found if path.endswith("a5/index.html")) > 0
    desk.settle()
    assert served(desk) == expected
    desk.close()


def test_a_folder_that_is_a_link_out_of_the_content_lets_nothing_in(desk: Desk, site: Path, tmp_path: Path) -> None:
    look(desk)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/secret.md").write_text(article_file("机密"), "utf-8")
    (site / FOLDER / "link").symlink_to(tmp_path / "out")

    problems = desk.renew([f"{FOLDER}/link/secret.md"]).problems

    assert [str(each.place) for each in problems] == [f"{FOLDER}/link"]


def test_a_page_is_answered_before_the_rest_is_planned_and_others_wait(site: Path) -> None:
    desk = Desk(site, EVERYTHING, many=5)
    desk.begin()
    desk.renew()
    waited: list[bytes] = []

    def wait() -> None:
        answer = desk.stand.ask("random/index.html")
        waited.append(answer.content if answer else b"")

    waiter = Thread(target=wait)
    waiter.start()
    early = {
        path: desk.stand.ask(path)
        for path in ("index.html", "zh-hant/tags/index.html", "articles/2024/01/a5/index.html")
    }
    edition = desk.stand.edition
    assert edition is not None
    assert not edition.is_whole
    desk.settle()
    waiter.join(timeout=30)

    assert early == {path: desk.stand.ask(path) for path in early}
    assert waited == [served(desk)["random/index.html"]]
    desk.close()


def test_a_large_archive_that_was_never_read_begins_with_its_newest(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.builder.beginning.FIRST", 3)
    desk = Desk(site, EVERYTHING, many=5)

    assert desk.begin() is not None

    first = desk.stand.ask("index.html")
    assert first is not None
    assert "第9篇" in first.content.decode()
    assert "第5篇" not in first.content.decode()
    with pytest.raises(Unread):
        desk.stand.ask("articles/2024/01/a5/index.html")
    look(desk)
    assert desk.stand.ask("articles/2024/01/a5/index.html")
    desk.close()


def test_a_preview_begins_where_the_last_one_was_left(site: Path, tmp_path: Path) -> None:
    first = Desk(site, EVERYTHING)
    first.begin()
    look(first)
    (site / FOLDER / "a1.md").write_text(text(1, summary="改了"), "utf-8")
    look(first, f"{FOLDER}/a1.md")
    assert first.leave()
    first.close()
    expected = built(site, tmp_path / "built")

    second = Desk(site, EVERYTHING)
    assert second.begin() is not None
    for path in ("index.html", "articles/2024/02/a1/index.html", "zh-hant/series/yi-xi-lie/index.html", "404.html"):
        answer = second.stand.ask(path)
        assert answer is not None
        assert answer.content == expected[path], path
    look(second)
    assert served(second) == expected
    second.close()

    (site / FOLDER / "a2.md").unlink()
    third = Desk(site, EVERYTHING)
    assert third.begin() is None
    third.close()
    assert Desk(site, Options(clock=NOW)).begin() is None


def test_a_change_that_nobody_told_of_is_found_when_all_is_quiet(desk: Desk, site: Path) -> None:
    look(desk)
    assert desk.leave()

    (site / FOLDER / "b.md").write_text(article_file("悄悄"), "utf-8")

    assert not desk.leave()
    assert len(desk.renew().leads) == 2


def test_two_things_at_one_address_are_told_and_the_last_edition_stands(desk: Desk, site: Path) -> None:
    look(desk)
    before = served(desk)

    shutil.copy(site / FOLDER / "a1.md", site / FOLDER / "a1.txt")
    problems = desk.renew([f"{FOLDER}/a1.txt"]).problems or (desk.settle() or pytest.fail("nothing was wrong")).problems

    assert len(problems) == 1
    assert desk.stand.problems == problems
    assert served(desk) == before

    (site / FOLDER / "a1.txt").unlink()
    look(desk, f"{FOLDER}/a1.txt")
    assert served(desk) == before
    assert not desk.stand.problems


def test_what_is_new_or_has_moved_is_where_it_leads(desk: Desk, site: Path) -> None:
    look(desk)
    (site / FOLDER / "b.md").write_text(article_file("新", date="2024-05-01"), "utf-8")
    assert [address for _, address in desk.renew([f"{FOLDER}/b.md"]).leads] == [
        "/articles/2024/05/b/", "/zh-hant/articles/2024/05/b/",
    ]  # fmt: skip
    desk.settle()
    (site / FOLDER / "b.md").write_text(article_file("新的", date="2024-05-01"), "utf-8")
    assert desk.renew([f"{FOLDER}/b.md"]).leads == ()


@pytest.mark.parametrize("record", ["of another version", "damaged", "not to be written"])
def test_a_record_that_cannot_be_used_lets_a_preview_end_in_another_thread(record: str, site: Path) -> None:
    folder = site / RECORD
    if record == "not to be written":
        folder.write_bytes(b"")
    elif record == "damaged":
        folder.mkdir()
        (folder / "record.sqlite").write_bytes(b"x" * 5_000)
    else:
        open_record(folder, "another").close()
    desk = Desk(site, EVERYTHING)
    beginner = Thread(target=desk.begin)
    beginner.start()
    beginner.join()

    desk.close()
