"""What the record answers of published files and of the content: the same whether it is asked for one thing or for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.builder.known import Pages, spoiled
from sitegen.cache import Known, PageRow, Record, Stamped, blank_record

ODD = ["a.html", "春/天.html", 'a"b\\c.html', "a\nb.html", "\U00020000.html", "a\x1fb.html"]
LATE = 9_223_372_036_854_775_807


@pytest.fixture
def record() -> Iterator[Record]:
    with blank_record() as record:
        with record.changes() as changes:
            changes.keep_pages("public", [PageRow(path, at, b"%d" % at) for at, path in enumerate(ODD)])
            changes.keep_pages("other", [PageRow("a.html", 7, b"")])
            changes.keep_sources([Known(path, "articles", 1, -2, LATE, 1, b"", b"", b"") for path in ODD], gone=())
        yield record


def test_names_of_any_kind_come_back_as_they_were_kept(record: Record) -> None:
    assert record.sizes("public") == {path: at for at, path in enumerate(ODD)}
    assert record.stamps() == dict.fromkeys(ODD, Stamped("articles", 1, -2, LATE, 1))
    assert record.sizes("elsewhere") == {}


def test_an_answer_is_another_once_something_changed(record: Record) -> None:
    assert record.sizes("other") == {"a.html": 7}
    with record.changes() as changes:
        changes.forget_pages("other", ["a.html"])
    assert record.sizes("other") == {}


def test_a_file_without_a_fingerprint_is_told_of_its_folder_alone(record: Record) -> None:
    assert record.is_sure_of_all("public")
    assert not record.is_sure_of_all("other")


@pytest.mark.parametrize("times", [1, 5])
def test_fingerprints_are_the_same_one_by_one_and_all_at_once(record: Record, times: int) -> None:
    paths = [f"{at}.html" for at in range(20)]
    with record.changes() as changes:
        changes.keep_pages("many", [PageRow(path, 1, path.encode()) for path in paths])
    pages = Pages(record, "many", record.sizes("many"))

    for _ in range(times):
        assert pages.fingerprint("3.html") == b"3.html"
    assert pages.fingerprint("a.html") is None


def test_nothing_is_told_of_files_that_are_not_among_those_known(record: Record) -> None:
    assert Pages(record, "public", {}).fingerprint("a.html") is None


def test_a_file_that_is_missing_or_longer_is_spoiled(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("12")
    (tmp_path / "b").write_text("12")

    assert list(spoiled(str(tmp_path), {"a": 2, "b": 1, "c": 0}.items())) == ["b", "c"]
