"""A server on this machine that stands for other hosts, and what a check finds when it asks it."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sitegen.checker.asking import Asker
from sitegen.checker.content import Link
from sitegen.checker.external import Asked, check_external
from sitegen.errors import Place

NOW = 1_700_000_000


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


def asked(folder: Path, *urls: str, now: int = NOW) -> Asked:
    links = [Link(url, Place("content/articles/a.md", number)) for number, url in enumerate(urls, 1)]
    return check_external(links, folder, now, Asker(tries=1, seconds=2, pause=0))
