"""The record of published addresses, as it stands in a file."""

from pathlib import Path

import pytest

from sitegen.errors import problems_in
from sitegen.folder import ADDRESSES
from sitegen.loader.addresses import read_addresses
from sitegen.model import Address
from sitegen.model.address import RECORD


def record(site: Path, text: str | bytes) -> Path:
    (site / "content").mkdir(exist_ok=True)
    (site / RECORD).write_bytes(text.encode() if isinstance(text, str) else text)
    return site


def problems(site: Path) -> list[str]:
    with pytest.raises(ExceptionGroup) as told:
        read_addresses(site)
    return [str(each).partition("\n")[0] for each in problems_in(told.value)]


def test_without_a_record_nothing_was_published(tmp_path: Path) -> None:
    assert read_addresses(tmp_path) == ()


def test_a_line_is_an_address_what_stood_there_what_tells_it_again_and_its_state(tmp_path: Path) -> None:
    site = record(
        tmp_path,
        "# 网址\n\n/a/\tarticles/a.md\t1-2\r\n/b/\ttags/麦\n/c/\tarticles/c.md\t\tgone\n/d/\tarticles/d.md\tgone\n",
    )

    assert read_addresses(site) == (
        Address("/a/", "articles/a.md", "1-2", "", 3),
        Address("/b/", "tags/麦", "", "", 4),
        Address("/c/", "articles/c.md", "", "gone", 5),
        Address("/d/", "articles/d.md", "", "gone", 6),
    )


def test_every_line_that_says_nothing_is_named(tmp_path: Path) -> None:
    site = record(tmp_path, "a/\tb\n/a/\n/a/\tb\tc\t\td\n/a/\t\tc\n/a/\tb\tc\tlost\n>>>>>>> theirs\n")

    told = problems(site)

    assert [each.split(": ")[0] for each in told] == [f"content/addresses.tsv:{at}" for at in range(1, 7)]
    assert [("conflict" in each, "says nothing" in each) for each in told[-2:]] == [(False, True), (True, False)]


def test_a_record_that_is_no_text_is_told(tmp_path: Path) -> None:
    from sitegen.errors import ContentError

    with pytest.raises(ContentError, match="UTF-8"):
        read_addresses(record(tmp_path, b"/a/\t\xff\xfe\n"))


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    from sitegen.errors import ContentError

    (tmp_path / RECORD).mkdir(parents=True)

    with pytest.raises(ContentError, match="cannot be read"):
        read_addresses(tmp_path)


def test_whoever_looks_at_the_folder_passes_over_the_record() -> None:
    assert ADDRESSES == RECORD
