"""Whether a new file would stand in the way of those that are there."""

from unicodedata import normalize

import pytest

from sitegen.planner.collisions import clashing


@pytest.mark.parametrize(
    ("new", "files"),
    [
        ({"A/b.html"}, {"a/B.html"}),
        ({"a"}, {"a/b"}),
        ({"a/b"}, {"c", "a"}),
        ({"a", "a/b"}, {"c"}),
        ({"农/é.html"}, {normalize("NFD", "农/é.html")}),
    ],
)
def test_what_a_file_system_may_take_for_one_clashes(new: set[str], files: set[str]) -> None:
    assert clashing(new, files)


@pytest.mark.parametrize(("new", "files"), [(set(), {"a"}), ({"ab"}, {"a/b", "abc/d", "b"}), ({"a"}, set())])
def test_what_has_a_name_of_its_own_does_not(new: set[str], files: set[str]) -> None:
    assert not clashing(new, files)
