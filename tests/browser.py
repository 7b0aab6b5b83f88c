"""A real Chromium, and a host for the built site, on this machine only."""

import contextlib
import os
import shutil
import threading
from collections.abc import Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, sync_playwright

from sitegen.builder.hosting import POLICY

CANDIDATES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str | None:
    """The browser to use: SITEGEN_CHROMIUM, else the first that is installed, else the one that Playwright fetched."""
    named = os.environ.get("SITEGEN_CHROMIUM") or next(filter(None, map(shutil.which, CANDIDATES)), None)
    return named or _fetched()


def _fetched() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


class Host(SimpleHTTPRequestHandler):
    """A host that says nothing, and allows pages nothing that is inline or of others."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's own name
        """Leave the test's output to the test."""


@contextlib.contextmanager
def hosted(folder: Path, host: type[Host] = Host) -> Iterator[str]:
    """Serve a folder on loopback for a while; gives the address without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for a while."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield started
        started.close()


def complaints_of(page: Page) -> list[str]:
    """A list to which the page adds whatever goes wrong on it from now on."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.extend(_failure_of(request)))
    page.on("response", lambda answer: complaints.append(answer.url) if answer.status >= 400 else None)
    return complaints


def _failure_of(request: Request) -> list[str]:
    """Name a failed request; leaving a page ends what is still under way, which is no failure."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]


@cache
def axe() -> str:
    """The script of axe-core."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def barriers_on(page: Page, *rules: str) -> list[str]:
    """What axe-core finds on a page, by all of its rules or by those named."""
    options: dict[str, object] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
    found = page.evaluate("async options => (await axe.run(document, options)).violations", options)
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]
