"""Which changes are told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.server.watch import Changes
from tests.sites import write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {"content/articles/a.md": "a"})


@pytest.fixture
def changes(site: Path) -> Iterator[Changes]:
    looking = Changes(site)
    looking.start()
    (site / "site.yaml").touch()
    seen_until(looking, "site.yaml")
    (site / "content/begun.md").touch()  # the other thread looks too from now on
    for _ in range(100):
        if "content/begun.md" in looking.take(timeout=0.2):
            break
        (site / "content/begun.md").write_text("again")
    yield looking
    looking.close()


def seen_until(changes: Changes, *names: str) -> set[str]:
    """Everything that is told until all the names are, in whatever order; a bounded number of looks."""
    seen: set[str] = set()
    for _ in range(100):
        seen.update(changes.take(timeout=0.3))
        if seen.issuperset(names):
            return seen
    raise AssertionError(seen)


def test_what_a_site_is_made_of_is_told_and_nothing_else(changes: Changes, site: Path) -> None:
    for name in ("public/index.html", ".sitegen/record.sqlite", "notes.txt", ".git/index"):
        write_site(site, {"site.yaml": "x", name: "x"})
    (site / "content/articles/新.md").write_text("x", "utf-8")

    seen = seen_until(changes, "site.yaml", "content/articles/新.md")

    assert seen - {"content", "content/articles", "content/begun.md"} == {"site.yaml", "content/articles/新.md"}


def test_settings_that_another_file_took_the_place_of_are_followed(changes: Changes, site: Path) -> None:
    for _ in range(2):
        (site / "site.yaml.new").write_text("x")
        (site / "site.yaml.new").replace(site / "site.yaml")
        seen_until(changes, "site.yaml")


def test_a_folder_that_comes_later_is_followed(changes: Changes, site: Path) -> None:
    (site / "templates").mkdir()
    seen_until(changes, "templates")
    for number in range(100):
        (site / "templates/page.html").write_text(str(number))
        if "templates/page.html" in changes.take(timeout=0.3):
            return
    raise AssertionError


def test_whoever_waits_is_let_go_when_nobody_looks_any_more(site: Path) -> None:
    changes = Changes(site)
    changes.start()
    assert changes.take(timeout=0) == []
    changes.close()

    assert changes.take() == []
    assert changes.is_closed
