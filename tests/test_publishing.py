"""What happens to the output folder: what is ours, what is not, and what a fault leaves behind."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.errors import OutputError
from sitegen.model import OutputFile
from sitegen.writer import Published, Stage, publish
from tests.sites import files_in

LIST = ".sitegen-files"


def files(**contents: str) -> list[OutputFile]:
    """Name files with __ for / and _ for the dot."""
    names = {name: name.replace("__", "/").replace("_", ".") for name in contents}
    return [OutputFile(path=names[name], content=text.encode()) for name, text in contents.items()]


def publish_all(wanted: list[OutputFile], output: Path, *, dry_run: bool = False) -> Published:
    """Put files on the stage and publish them, as a build does."""
    stage = Stage(output, dry_run=dry_run)
    stage.clear()
    try:
        made = [stage.put(file) for file in wanted]
        return publish(made, {file.path for file in wanted}, stage)
    finally:
        stage.clear()


def published(folder: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in files_in(folder).items() if path != LIST}


def test_what_differs_is_written_and_what_is_left_over_removed_with_its_folder(tmp_path: Path) -> None:
    publish_all(files(a_html="1", b__c_html="2"), tmp_path)

    done = publish_all(files(a_html="1", d__e_html="3"), tmp_path)

    assert (done.written, done.removed) == (("d/e.html",), ("b/c.html",))
    assert published(tmp_path) == {"a.html": "1", "d/e.html": "3"}
    assert not (tmp_path / "b").exists()
    assert (tmp_path / LIST).read_text("utf-8") == "a.html\nd/e.html\n"


def test_a_name_too_long_for_the_disk_is_told_before_anything_is_published(tmp_path: Path) -> None:
    publish_all(files(a_html="1"), tmp_path)
    name = "长" * 86 + ".css"

    with pytest.raises(OutputError) as raised:
        publish_all([*files(a_html="2", b_html="2"), OutputFile(path=name, content=b"a{}")], tmp_path)

    assert published(tmp_path) == {"a.html": "1"}
    assert raised.value.place
    assert raised.value.place.file == str(tmp_path / name)


def test_a_first_build_compares_nothing_and_makes_every_folder(tmp_path: Path) -> None:
    output = tmp_path / "public"
    stage = Stage(output, is_first=True)
    wanted = files(index_html="1", a__index_html="2", a__b__c_html="3", a__b_html="4")

    made = [stage.put(file) for file in wanted]
    publish(made, {file.path for file in wanted}, stage)

    assert all(each.is_new and each.differs for each in made)
    assert {path: text for path, text in published(output).items() if not path.startswith(".")} == {
        "index.html": "1", "a/index.html": "2", "a/b/c.html": "3", "a/b.html": "4"
    }  # fmt: skip


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    publish_all(files(a_html="1", b_html="2"), tmp_path)
    before = (tmp_path / "a.html").stat().st_mtime_ns, (tmp_path / LIST).stat().st_mtime_ns

    publish_all(files(a_html="1", b_html="3"), tmp_path)

    assert ((tmp_path / "a.html").stat().st_mtime_ns, (tmp_path / LIST).stat().st_mtime_ns) == before


def test_a_file_that_is_not_ours_is_never_removed_or_overwritten(tmp_path: Path) -> None:
    publish_all(files(a_html="1"), tmp_path)
    (tmp_path / "CNAME").write_text("example.org", "utf-8")
    (tmp_path / "b.html").write_text("theirs", "utf-8")

    with pytest.raises(ExceptionGroup) as problems:
        publish_all(files(a_html="2", b_html="3"), tmp_path)

    (problem,) = problems.value.exceptions
    assert "sitegen did not write this file" in str(problem)
    assert published(tmp_path) == {"a.html": "1", "b.html": "theirs", "CNAME": "example.org"}
    publish_all([], tmp_path)
    assert published(tmp_path) == {"b.html": "theirs", "CNAME": "example.org"}


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    publish_all(files(a="page", b__c="inside"), tmp_path)

    publish_all(files(a__d="inside", b="page"), tmp_path)

    assert published(tmp_path) == {"a/d": "inside", "b": "page"}


def test_a_page_becomes_a_folder_also_where_a_build_was_cut_off_before_it_did(tmp_path: Path) -> None:
    publish_all(files(a="page"), tmp_path)
    (tmp_path / LIST).write_text("a\na/d\n", "utf-8")

    publish_all(files(a__d="inside"), tmp_path)

    assert published(tmp_path) == {"a/d": "inside"}


def test_a_list_that_somebody_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    output = tmp_path / "public"
    publish_all(files(a_html="1"), output)
    (tmp_path / "keep.txt").write_text("mine", "utf-8")
    (output / LIST).write_text(f"a.html\n../keep.txt\n{tmp_path}/keep.txt\n", "utf-8")

    publish_all([], output)

    assert (tmp_path / "keep.txt").read_text("utf-8") == "mine"


def test_a_link_in_the_output_leads_nothing_outside(tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "public", tmp_path / "elsewhere"
    publish_all(files(a_html="1"), output)
    elsewhere.mkdir()
    (output / "b").symlink_to(elsewhere)

    with pytest.raises(OutputError, match="a link leads out of the output folder"):
        publish_all(files(a_html="1", b__c_html="2"), output)

    assert list(elsewhere.iterdir()) == []


def test_a_dry_run_changes_nothing(tmp_path: Path) -> None:
    publish_all(files(a_html="1"), tmp_path)
    before = files_in(tmp_path)

    done = publish_all(files(b_html="2"), tmp_path, dry_run=True)

    assert (done.written, done.removed) == (("b.html",), ("a.html",))
    assert files_in(tmp_path) == before


class Fault:
    """Fails the n-th call of a function of the system, and all after it."""

    def __init__(self, call: Callable[..., object], after: int, error: BaseException) -> None:
        self.call, self.left, self.error = call, after, error

    def __call__(self, *args: object, **kwargs: object) -> object:
        if self.left == 0:
            raise self.error
        self.left -= 1
        return self.call(*args, **kwargs)


OLD = {"a_html": "old", "b__c_html": "old", "d_html": "gone"}
NEW = {"a_html": "new", "b__c_html": "new", "e__f_html": "new"}


@pytest.mark.parametrize("function", ["open", "write", "replace", "unlink", "mkdir", "rmdir"])
@pytest.mark.parametrize("after", range(6))
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_fault_at_any_step_leaves_whole_files_and_the_next_build_mends_the_rest(
    function: str, after: int, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_all(files(**OLD), tmp_path)

    with monkeypatch.context() as patched:
        fault = Fault(getattr(os, function), after, error)
        patched.setattr(os, function, fault)
        try:
            publish_all(files(**NEW), tmp_path)
        except (OutputError, KeyboardInterrupt):
            assert fault.left == 0

    left = published(tmp_path)
    left = {path: text for path, text in left.items() if not path.startswith(".sitegen-new/")}
    assert left.keys() >= {"a.html", "b/c.html"}
    assert set(left.values()) <= {"old", "new", "gone"}
    publish_all(files(**NEW), tmp_path)
    assert published(tmp_path) == {"a.html": "new", "b/c.html": "new", "e/f.html": "new"}


def test_a_full_disk_is_told_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_all([], tmp_path)
    error = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(os, "write", Fault(os.write, 0, error))

    with pytest.raises(OutputError) as problem:
        publish_all(files(a_html="1"), tmp_path)

    assert str(problem.value) == f"{tmp_path}/a.html: cannot be written: No space left on device"
