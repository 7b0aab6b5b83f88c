import os
import unicodedata
from pathlib import Path

import pytest

from sitegen.files import Found
from sitegen.loader.files import Inventory, take_inventory

HINT = (
    "articles (.md, .markdown, .txt) and pictures are read, in "
    "content/articles/, content/pages/, content/tags/, content/places/"
)


def inventory(content: Path, *names: str) -> Inventory:
    for name in names:
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).touch()
    return take_inventory(content, ("tags", "places"))


def names(found: list[Found]) -> list[str]:
    return [each.name for each in found]


@pytest.fixture(name="content")
def content_folder(tmp_path: Path) -> Path:
    return tmp_path / "content"


def test_no_content_is_an_empty_inventory(content: Path) -> None:
    assert take_inventory(content, ("tags",)) == Inventory()


def test_files_are_sorted_by_their_folder_and_their_ending(content: Path) -> None:
    found = inventory(
        content,
        "articles/b.md",
        "articles/a.txt",
        "articles/2023/c.markdown",
        "articles/2023/spring/index.md",
        "articles/2023/spring/photo.jpg",
        "pages/about.md",
        "tags/产业.md",
        "places/甘肃省/兰州市.md",
        "shared.png",
    )

    assert names(found.articles) == [
        "articles/2023/c.markdown",
        "articles/2023/spring/index.md",
        "articles/a.txt",
        "articles/b.md",
    ]
    assert names(found.pages) == ["pages/about.md"]
    assert [(kind, each.name) for kind, each in found.notes] == [
        ("places", "places/甘肃省/兰州市.md"),
        ("tags", "tags/产业.md"),
    ]
    assert list(found.media) == ["content/articles/2023/spring/photo.jpg", "content/shared.png"]
    assert (found.problems, found.warnings) == ([], [])


@pytest.mark.parametrize("name", ["a.MD", "a.Markdown", "a.TXT", "春耕.md", "a.b.md", "index.md", "2023/春 耕.txt"])
def test_an_article_may_be_spelled_in_many_ways(name: str, content: Path) -> None:
    assert names(inventory(content, f"articles/{name}").articles) == [f"articles/{name}"]


@pytest.mark.parametrize("ending", ["jpg", "JPEG", "png", "gif", "webp", "avif", "svg", "pdf", "mp3", "m4a", "mp4"])
def test_a_picture_is_found_by_its_ending(ending: str, content: Path) -> None:
    assert list(inventory(content, f"articles/a.{ending}").media) == [f"content/articles/a.{ending}"]


@pytest.mark.parametrize(
    "name", [".DS_Store", ".git/config", "articles/.a.md.swp", "articles/a.md~", "articles/#a.md#", "articles/.#a.md"]
)
def test_hidden_files_and_back_ups_are_passed_over_in_silence(name: str, content: Path) -> None:
    assert inventory(content, name) == Inventory()


@pytest.mark.parametrize(
    "name",
    [
        "a.md",
        "articles.md",
        "articles/a.docx",
        "articles/a",
        "drafts/a.md",
        "series/甲.md",
        "articles/glossary.yaml",
        "Articles/a.md",
    ],
)
def test_a_file_that_nothing_reads_is_named(name: str, content: Path) -> None:
    (warning,) = inventory(content, name).warnings

    assert str(warning) == f"content/{name}: warning[unread]: nothing reads this file\n  hint: {HINT}"


def test_a_folder_that_is_named_like_an_article_is_only_a_folder(content: Path) -> None:
    found = inventory(content, "articles/2023.md/a.md")

    assert names(found.articles) == ["articles/2023.md/a.md"]


def test_a_name_from_a_mac_is_shown_composed_and_opened_as_the_disk_spells_it(content: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "articles/café.md")

    (found,) = inventory(content, decomposed).articles

    assert (found.name, found.shown) == ("articles/café.md", "content/articles/café.md")
    assert found.on_disk == f"content/{decomposed}".encode()
    assert found.path.exists()


def test_a_picture_from_a_mac_is_found_under_its_composed_name(content: Path) -> None:
    found = inventory(content, unicodedata.normalize("NFD", "articles/café.jpg"))

    assert list(found.media) == ["content/articles/café.jpg"]


@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "../../outside.md", "../.."])
def test_a_link_that_leads_out_of_the_content_is_a_problem(target: str, content: Path) -> None:
    (content / "articles").mkdir(parents=True)
    (content.parent / "outside.md").touch()
    (content / "articles" / "a.md").symlink_to(target)

    found = take_inventory(content, ())

    assert [str(each) for each in found.problems] == [
        "content/articles/a.md: this link leads out of content/\n  hint: put the file itself there"
    ]
    assert found.articles == []


def test_a_linked_folder_that_leads_out_of_the_content_is_not_entered(content: Path) -> None:
    outside = content.parent / "content-of-others"
    inventory(outside, "a.md")
    (content / "articles").mkdir(parents=True)
    (content / "articles" / "more").symlink_to(outside)

    found = take_inventory(content, ())

    assert [str(each.problem) for each in found.problems] == ["this link leads out of content/"]
    assert found.articles == []


def test_a_linked_folder_is_never_entered_so_that_none_can_hold_itself(content: Path) -> None:
    inventory(content, "articles/a.md")
    (content / "articles" / "again").symlink_to("..")

    found = take_inventory(content, ())

    assert names(found.articles) == ["articles/a.md"]
    assert [str(warning.problem) for warning in found.warnings] == ["nothing reads this file"]


def test_a_link_to_another_file_of_the_content_is_read(content: Path) -> None:
    inventory(content, "articles/a.md")
    (content / "articles" / "b.md").symlink_to("a.md")

    assert names(take_inventory(content, ()).articles) == ["articles/a.md", "articles/b.md"]


def test_a_content_that_is_a_link_itself_is_read(content: Path) -> None:
    inventory(content.parent / "real", "articles/a.md")
    content.symlink_to("real")

    (found,) = take_inventory(content, ()).articles

    assert found.on_disk == b"content/articles/a.md"


def test_a_link_that_leads_to_itself_is_a_problem_and_the_rest_is_found(content: Path) -> None:
    inventory(content, "articles/a.md")
    (content / "articles" / "loop.md").symlink_to("loop.md")

    found = take_inventory(content, ())

    assert [str(each.place) for each in found.problems] == ["content/articles/loop.md"]
    assert names(found.articles) == ["articles/a.md"]


def test_a_name_that_is_not_utf_8_is_shown_in_characters_that_can_be_printed(content: Path) -> None:
    inventory(content)
    (content / "articles").mkdir(parents=True)
    os.close(os.open(os.fsencode(content) + b"/articles/\xd0\xc2.md", os.O_CREAT))

    found = take_inventory(content, ())

    shown = [each.shown for each in found.articles] + [str(each) for each in found.problems]
    assert len(shown) == 1
    assert shown[0].encode()


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("articles/spring.md", "spring"),
        ("articles/2023/spring.txt", "spring"),
        ("articles/spring/index.md", "spring"),
        ("articles/2023/2023-06-12-春/index.markdown", "2023-06-12-春"),
        ("articles/index.md", "index"),
        ("pages/about/index.md", "about"),
        ("articles/a.b.md", "a.b"),
    ],
)
def test_a_slug_comes_from_the_file_or_from_the_folder_of_an_index(name: str, stem: str) -> None:
    assert Found("/site/content", name, name).stem == stem


@pytest.mark.parametrize("sign", ["\x1b", "\n", "\x9b", "\u2028", "\u202e", "\u2066"])
def test_a_name_that_would_act_on_a_terminal_is_told_without_that(sign: str, content: Path) -> None:
    found = inventory(content, f"articles/a{sign}b.md")

    assert names(found.articles) == ["articles/a\ufffdb.md"]
