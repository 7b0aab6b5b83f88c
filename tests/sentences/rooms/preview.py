"""What the preview says: in the terminal, beside pages, on its own pages."""

import asyncio
import contextlib
import io
import re
import socket
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from sitegen.builder.news import News
from sitegen.builder.report import Reasons
from sitegen.builder.stand import About
from sitegen.cli.serve import ears_of
from sitegen.cli.telling import Telling
from sitegen.errors import ContentError, Place
from sitegen.messages import message
from sitegen.server.app import RIBBONS
from sitegen.server.hosts import OnlyLocal
from sitegen.server.marking import MOST, Beside, element
from sitegen.server.pages import MOST as MOST_REASONS
from sitegen.server.pages import about_page, bare_page, reasons_page, too_large_page, unread_page
from tests.sentences.desk import Desk, Situation
from tests.sites import inside

MISTAKE = ContentError(message("is missing"), place=Place("a.md", 3), hint=message("write digits only"))
BODY = message("its body changed")


def _terminal(desk: Desk) -> None:
    desk.write({})
    site = desk.site.absolute()
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), inside(site):
        ears = ears_of(Telling(site), "127.0.0.1", 8000, open_it=False)
        ears.ready("")
        ears.edited(["content/articles/a.md"], News(), 0.1)
        ears.wrong([MISTAKE, MISTAKE])
        ears.mended()
    desk.note(out.getvalue())


def _listening(desk: Desk) -> None:
    desk.write({})
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for host, which in (("127.0.0.1", port), ("192.0.2.1", "0"), ("村" * 70, "0")):
            desk.run_for("serve", "--host", host, "--port", which, shown=str)
    desk.printed = [each.replace(port, "PORT") for each in desk.printed]


def _another_host(desk: Desk) -> None:
    async def nobody(*_: object) -> None:
        raise AssertionError("it was let in")

    async def receive() -> MutableMapping[str, Any]:
        raise AssertionError("it was listened to")

    async def send(sent: MutableMapping[str, Any]) -> None:
        desk.note(sent.get("body", b"").decode())

    scope = {"type": "http", "method": "GET", "headers": [(b"host", b"evil.example")]}
    asyncio.run(OnlyLocal(nobody)(scope, receive, send))


def _beside(desk: Desk) -> None:
    marks = list(RIBBONS.values())
    for beside in (
        *(Beside(edition="a-1", path="a/", source="a.md", mark=mark) for mark in marks),
        Beside(edition="a-1", path="a/"),
        Beside(edition="a-1", problems=[MISTAKE], path="a/", source="a.md"),
        Beside(edition="a-1", problems=[MISTAKE] * (MOST + 1_000)),
        Beside(edition="a-1", partly=(200, 12_000)),
    ):
        _words(element(beside, "0").partition("<script")[0], desk)


def _pages(desk: Desk) -> None:
    about = about_page(Path("/site"), "/news", About("a/index.html", "content/a.md", "article.html"))
    reasons = reasons_page(Reasons((("a/", BODY),), 1_234, message("nothing was to be trusted")))
    many = reasons_page(Reasons((("a", BODY),) * (MOST_REASONS + 1), 9_000, ""))
    for page in (bare_page().content, unread_page().content, too_large_page().content, about, reasons, many):
        _words(page.decode().partition("<body>")[2], desk)


def _words(html: str, desk: Desk) -> None:
    """The words of a page, each once, a line an element, with what is read aloud."""
    for pattern, instead in (
        (r"(?s)<style.*?</style>", ""),
        (r"</?code>", "`"),
        (r'<[^>]*aria-label="([^"]*)"[^>]*>', r"\n\1\n"),
        (r"<[^>]*>", "\n"),
    ):
        html = re.sub(pattern, instead, html)
    lines = map(str.strip, html.split("\n"))
    desk.note("\n".join(dict.fromkeys(line for line in lines if line)) + "\n")


SITUATIONS: dict[str, Situation] = {
    "in the terminal": _terminal,
    "an address that cannot be used": _listening,
    "a name of another host": _another_host,
    "beside pages": _beside,
    "its own pages": _pages,
}
