"""Run the preview of a site until it is interrupted: one thread follows the edits, the others answer."""

import socket
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from errno import EACCES, EADDRINUSE
from threading import Thread

import uvicorn

from sitegen.builder.desk import Desk, News
from sitegen.builder.report import Reasons
from sitegen.errors import OutputError, SitegenError, Warn
from sitegen.foreign import foreign
from sitegen.messages import Message, message
from sitegen.server.app import App
from sitegen.server.events import Events
from sitegen.server.hosts import is_local
from sitegen.server.watch import Changes

QUIET = 3.0
"""Seconds without an edit after which what a later preview can begin with is kept."""

LONGEST = 600.0
"""Seconds after which a look makes sure that no change went unseen."""

UNASKED = 1.0
"""Seconds after which a site that nobody has asked for yet is read."""

OF_PORT = (EADDRINUSE, EACCES)
"""What is wrong with a port, and not with the address."""

ANOTHER_PORT = message("choose another with --port; --port 0 takes a free one")
ANOTHER_HOST = message("leave --host out, or give it an address of this machine")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the preview is found."""

    host: str
    port: int
    base_path: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}{self.base_path}/"


def listen(host: str, port: int) -> socket.socket:
    """Take a port, any free one where it is 0; an OutputError where it cannot be used."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        host.encode("idna")
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        problem = message("{place} cannot be used: {reason}", place=f"{host}:{port}", reason=_why_not(error))
        hint = ANOTHER_PORT if getattr(error, "errno", None) in OF_PORT else ANOTHER_HOST
        raise OutputError(problem, hint=hint) from error


def _why_not(error: OSError | UnicodeError) -> Message | str:
    """Why a port cannot be used; Python names the address behind what the system says, and cannot write some names at all."""
    if isinstance(error, OSError):
        return foreign(str(error.strerror or error).partition(" (while")[0])
    return message("Name or service not known")


@dataclass(frozen=True, slots=True)
class Ears:
    """Who hears what the preview has to say: that it stands, what came of an edit, what is wrong with a page."""

    ready: Callable[[], None]
    edited: Callable[[Sequence[str], News, float], None]
    mended: Callable[[], None]
    wrong: Callable[[Sequence[SitegenError]], None]
    warned: Callable[[Sequence[Warn]], None]


def serve(desk: Desk, door: socket.socket, ears: Ears, why: Callable[[], Reasons]) -> None:
    """Answer for the site at a desk until interrupted."""
    events, changes = Events(), Changes(desk.site)
    changes.start()
    follower = Thread(target=_followed, args=(desk, changes, events, ears), daemon=True)
    follower.start()
    try:
        app = App(desk, events, why, ears.wrong).starlette(only_local=is_local(str(door.getsockname()[0])))
        settings = uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
        _Server(settings, events, desk).run(sockets=[door])
    finally:
        changes.close()
        desk.close()
        follower.join(timeout=5)


class _Server(uvicorn.Server):
    """Ends what never ends by itself when it is told to end."""

    def __init__(self, settings: uvicorn.Config, events: Events, desk: Desk) -> None:
        super().__init__(settings)
        self._events = events
        self._desk = desk

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._events.close()
        self._desk.stand.close()
        await super().shutdown(sockets)


def _followed(desk: Desk, changes: Changes, events: Events, ears: Ears) -> None:
    """Follow, and stop in the middle of a look when the program ends; nobody waits for what will not come."""
    try:
        follow(desk, changes, events, ears)
    except (CancelledError, RuntimeError):
        if not changes.is_closed:
            raise
    finally:
        desk.stand.close()


def follow(desk: Desk, changes: Changes, events: Events, ears: Ears) -> None:
    """Look at the site, and again after every change, until nobody looks for changes any more."""
    begun = desk.begin()
    if begun is not None:
        ears.ready()
        _hear(begun, ears)
        desk.stand.was_asked.wait(UNASKED)
    _look(desk, [], events, ears)
    if begun is None:
        ears.ready()
    while True:
        taken = changes.take(timeout=_waits(desk))
        if changes.is_closed:
            return
        if taken or _is_due(desk) or not desk.leave():
            _look(desk, taken, events, ears)


def _is_due(desk: Desk) -> bool:
    """Whether an article has fallen due, or has expired."""
    return desk.patience == 0


def _waits(desk: Desk) -> float:
    """Seconds to wait for a change before something else is to be done."""
    return min(LONGEST if desk.is_left else QUIET, LONGEST if desk.patience is None else desk.patience)


def _look(desk: Desk, changed: Sequence[str], events: Events, ears: Ears) -> None:
    """Look again, and tell the terminal and the browsers what came of it."""
    began, was_wrong = time.perf_counter(), desk.stand.problems
    news = desk.renew(changed)
    events.tell(_for_browsers(news))
    if changed and not (news.problems or was_wrong):
        ears.edited(changed, news, time.perf_counter() - began)
    if [*map(str, news.problems)] != [*map(str, was_wrong)]:
        _hear(news, ears)
    if was_wrong and not news.problems:
        ears.mended()
    if later := desk.settle():
        if later.problems:
            events.tell(_for_browsers(later))
        _hear(later, ears)


def _for_browsers(news: News) -> dict[str, object]:
    leads = {str(script): address for script, address in news.leads}
    return {"leads": leads, "lead": next(iter(leads.values()), ""), "bare": news.is_bare}


def _hear(news: News, ears: Ears) -> None:
    if news.problems:
        ears.wrong(news.problems)
    if news.warnings:
        ears.warned(news.warnings)
