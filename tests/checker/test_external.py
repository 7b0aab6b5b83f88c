"""Other hosts are asked politely; here a server on this machine stands for them."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import gaierror

import pytest
from urllib3.connection import HTTPConnection
from urllib3.exceptions import LocationParseError, NameResolutionError, NewConnectionError, SSLError

from sitegen.checker.asking import AGENT, PER_HOST, Asker, failure, is_public
from sitegen.checker.content import Link
from sitegen.checker.external import DAY, Asked, check_external
from sitegen.errors import Place
from sitegen.messages import message
from sitegen.translation import catalogue

NOW = 1_700_000_000
HERE = HTTPConnection("a.example")


class Host(ThreadingHTTPServer):
    """Answers as its paths say, and counts what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        self.lock = threading.Lock()
        self.at_once = self.most = 0

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Answering(BaseHTTPRequestHandler):
    server: Host

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, *_arguments: object) -> None:
        pass

    def _answer(self) -> None:
        host, path = self.server, self.path
        with host.lock:
            host.asked[f"{self.command} {path}"] += 1
            host.agents.add(self.headers["User-Agent"])
            host.at_once += 1
            host.most = max(host.most, host.at_once)
        if path.startswith("/slow"):
            time.sleep(0.05)
        with host.lock:  # before anybody is answered, who may ask again at once
            host.at_once -= 1
        status, location = self._said(path, host.asked[f"HEAD {path}"])
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _said(self, path: str, times: int) -> tuple[int, str]:
        if path == "/no-head":
            return (405 if self.command == "HEAD" else 200), ""
        if path == "/busy-once":
            return (503 if times == 1 else 200), ""
        said = {"/gone": 404, "/members": 401, "/busy": 503, "/moved": 301, "/today": 302, "/round": 302, "/lost": 308}
        leads = {"/moved": "/fine", "/today": "/fine", "/round": "/round", "/lost": "/gone"}
        return said.get(path, 200), leads.get(path, "")


@contextmanager
def a_host() -> Iterator[Host]:
    host = Host()
    thread = threading.Thread(target=host.serve_forever)
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        thread.join()
        host.server_close()


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with a_host() as one:
        yield one


def asked(folder: Path, *urls: str, now: int = NOW) -> Asked:
    links = [Link(url, Place("content/articles/a.md", number)) for number, url in enumerate(urls, 1)]
    return check_external(links, folder, now, Asker(tries=1, seconds=2, pause=0))


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


@pytest.mark.parametrize(
    ("path", "english", "chinese"),
    [
        ("/gone", "is not there any more (404)", "已经不在了（404）"),
        ("/round", "is redirected more than 6 times", "转了 6 次还没有到"),
        ("/moved", "has moved for good", "已经永久搬走"),
    ],
)
def test_what_a_host_answers_is_told_in_both_languages(
    host: Host, tmp_path: Path, path: str, english: str, chinese: str
) -> None:
    (finding,) = asked(tmp_path, host.at(path)).findings

    first, then = (finding.said(catalogue(language)) for language in ("en", "zh"))

    assert f"{host.at(path)} {english}\n" in first
    assert f"{host.at(path)} {chinese}\n" in then


@pytest.mark.parametrize(
    ("error", "english", "chinese"),
    [
        (NameResolutionError("a.example", HERE, gaierror()), "is of a host that nobody knows", "的域名查不到"),
        (SSLError(), "has a certificate that is not valid", "证书无效"),
        (NewConnectionError(HERE, ""), "cannot be reached", "连不上"),
        (LocationParseError("http://["), "is no address", "不是网址"),
    ],
)
def test_why_a_host_cannot_be_asked_is_told_in_both_languages(error: Exception, english: str, chinese: str) -> None:
    words = message("{url} {answer}", url="http://a.example/", answer=failure(error).words)

    assert str(words) == f"http://a.example/ {english}"
    assert words.said(catalogue("zh")) == f"http://a.example/ {chinese}"


def test_an_answer_in_words_is_remembered_with_them(host: Host, tmp_path: Path) -> None:
    first, then = (asked(tmp_path, host.at("/gone"), now=now) for now in (NOW, NOW + 60))

    assert (then.known, then.findings) == (1, first.findings)
    assert str(then.findings[0].hint) == "lead to another page, or to a copy at https://web.archive.org/"
    assert "提示：换成别的页面，或 https://web.archive.org/ 上的存档" in then.findings[0].said(catalogue("zh"))


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
