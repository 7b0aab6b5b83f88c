"""Other hosts are asked politely; here a server on this machine stands for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.checker.asking import AGENT, PER_HOST, is_public
from sitegen.checker.content import Link
from sitegen.checker.external import DAY, check_external
from sitegen.errors import Place
from tests.checker.host import NOW, Host, a_host, asked


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with a_host() as one:
        yield one


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/fine", []),
        ("/no-head", []),
        ("/busy-once", []),
        ("/today", []),
        ("/members", []),
        ("/busy", []),
        ("/gone", ["dead-external"]),
        ("/lost", ["dead-external"]),
        ("/round", ["dead-external"]),
        ("/moved", ["moved-external"]),
    ],
)
def test_only_what_is_certain_is_told(host: Host, tmp_path: Path, path: str, said: list[str]) -> None:
    assert [each.code for each in asked(tmp_path, host.at(path)).findings] == said


def test_what_moved_for_good_is_told_with_the_new_address_and_its_place(host: Host, tmp_path: Path) -> None:
    finding = asked(tmp_path, host.at("/fine"), host.at("/moved")).findings[0]

    assert (str(finding.hint), str(finding.place)) == (f"write {host.at('/fine')}", "content/articles/a.md:2")


def test_an_answer_in_words_is_remembered_with_them(host: Host, tmp_path: Path) -> None:
    first, then = (asked(tmp_path, host.at("/gone"), now=now) for now in (NOW, NOW + 60))

    assert (then.known, then.findings) == (1, first.findings)
    assert str(then.findings[0].hint) == "lead to another page, or to a copy at https://web.archive.org/"


def test_a_host_is_asked_by_few_at_once_and_told_who_asks(tmp_path: Path) -> None:
    with a_host() as host:
        asked(tmp_path, *(host.at(f"/slow{number}") for number in range(8)))

        assert host.most <= PER_HOST
        assert host.agents == {AGENT}


def test_an_answer_is_remembered_for_its_time(tmp_path: Path) -> None:
    with a_host() as host:
        first = asked(tmp_path, host.at("/fine"), host.at("/gone"))
        hour = asked(tmp_path, host.at("/fine"), host.at("/gone"), now=NOW + 60 * 60)
        week = asked(tmp_path, host.at("/fine"), now=NOW + 7 * DAY)

        assert (first.asked, first.known) == (2, 0)
        assert (hour.asked, hour.known) == (1, 1)
        assert (week.asked, week.known) == (1, 0)
        assert host.asked["HEAD /fine"] == 2


def test_a_spoilt_memory_is_none(host: Host, tmp_path: Path) -> None:
    (tmp_path / "links.json").write_text("{", "utf-8")

    assert asked(tmp_path, host.at("/fine")).asked == 1


def test_nobody_there_and_no_address_are_told(tmp_path: Path) -> None:
    with a_host() as host:
        closed = host.at("/")

    words = [str(each.problem) for each in asked(tmp_path, closed, "http://[", "http://").findings]

    assert words == [f"{closed} cannot be reached", "http://[ is no address", "http:// is no address"]


@pytest.mark.parametrize(
    "url", ["http://localhost/", "http://127.0.0.1/", "http://192.168.1.7/a", "http://[::1]/", "http://nas.local/"]
)
def test_a_machine_of_ones_own_is_never_asked_but_told(tmp_path: Path, url: str) -> None:
    found = check_external([Link(url, Place("a.md", 1))], tmp_path, NOW)

    assert (found.asked, [each.code for each in found.findings]) == (0, ["dead-external"])
    assert is_public("https://example.org/")
