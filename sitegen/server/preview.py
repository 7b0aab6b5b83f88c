"""Run the preview of a site until it is interrupted: one thread follows the edits, the others answer."""

import socket
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from errno import EACCES, EADDRINUSE
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import uvicorn

from sitegen.errors import OutputError, SitegenError, Warn
from sitegen.foreign import foreign
from sitegen.messages import Message, message
from sitegen.server.entrance import Entrance
from sitegen.server.events import Events
from sitegen.server.hosts import OnlyLocal, is_local
from sitegen.server.kept import keep, kept_of, recall
from sitegen.server.watch import Changes

if TYPE_CHECKING:  # a page that was kept is shown before what plans is loaded
    from sitegen.builder.desk import Desk
    from sitegen.builder.news import News
    from sitegen.builder.report import Reasons

PLAIN: dict[str, Any] = {"loop": "asyncio", "http": "h11", "ws": "none", "interface": "asgi3"}
"""What the server is, so that it does not look for what else it could be."""

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
    """Who hears what the preview has to say: that it stands and in which folder of its host, what came of an edit, what is wrong with a page."""

    ready: Callable[[str], None]
    edited: "Callable[[Sequence[str], News, float], None]"
    mended: Callable[[], None]
    wrong: Callable[[Sequence[SitegenError]], None]
    warned: Callable[[Sequence[Warn]], None]


def serve(
    site: Path,
    door: socket.socket,
    ears: Ears,
    desk: "Callable[[], Desk]",
    why: "Callable[[], Reasons]",
    *,
    everything: bool,
) -> None:
    """Answer for a site until interrupted; the `desk` is made once a page stands that was kept, if there is one."""
    events, changes = Events(), Changes(site)
    changes.start()
    kept = recall(site, time.time(), everything=everything)
    entrance = Entrance(events, kept)
    if kept:
        ears.ready(kept.base_path)
    follower = _Follower(entrance, changes, events, ears, desk, why, everything=everything, is_ready=kept is not None)
    follower.start()
    try:
        app = OnlyLocal(entrance) if is_local(str(door.getsockname()[0])) else entrance
        settings = uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1, **PLAIN)
        _Server(settings, events, follower).run(sockets=[door])
    finally:
        changes.close()
        follower.close()
        follower.join(timeout=5)


class _Server(uvicorn.Server):
    """Ends what never ends by itself when it is told to end."""

    def __init__(self, settings: uvicorn.Config, events: Events, follower: "_Follower") -> None:
        super().__init__(settings)
        self._events = events
        self._follower = follower

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._events.close()
        self._follower.stand_down()
        await super().shutdown(sockets)


class _Follower(Thread):
    """Makes the desk and lets it in, then follows what an editor does; nobody waits for what will not come."""

    def __init__(
        self,
        entrance: Entrance,
        changes: Changes,
        events: Events,
        ears: Ears,
        make: "Callable[[], Desk]",
        why: "Callable[[], Reasons]",
        *,
        everything: bool,
        is_ready: bool,
    ) -> None:
        super().__init__(daemon=True)
        self._entrance, self._changes, self._events, self._ears = entrance, changes, events, ears
        self._make, self._why = make, why
        self._everything, self._is_ready = everything, is_ready
        self._desk: Desk | None = None

    def run(self) -> None:
        """Follow, and stop in the middle of a look when the program ends."""
        if self._is_ready:
            self._entrance.was_asked.wait(UNASKED)
        if self._changes.is_closed:
            return
        self._desk = desk = self._make()
        try:
            follow(desk, self._changes, self._events, replace(self._ears, ready=self._let_in), self._keep)
        except (CancelledError, RuntimeError):
            if not self._changes.is_closed:
                raise
        finally:
            self.stand_down()

    def stand_down(self) -> None:
        """Let everybody go who waits."""
        self._entrance.close()
        if self._desk:
            self._desk.stand.close()

    def close(self) -> None:
        """Let everything go."""
        self.stand_down()
        if self._desk:
            self._desk.close()

    def _let_in(self, base_path: str) -> None:
        from sitegen.server.app import App

        if self._desk:
            self._entrance.let_in(App(self._desk, self._events, self._why, self._ears.wrong).starlette())
        if not self._is_ready:
            self._ears.ready(base_path)

    def _keep(self) -> None:
        """Keep what a later preview can show at once."""
        if self._desk and (kept := kept_of(self._desk)):
            keep(self._desk.site, kept, everything=self._everything)


def follow(
    desk: "Desk", changes: Changes, events: Events, ears: Ears, keep_shown: Callable[[], None] = lambda: None
) -> None:
    """Look at the site, and again after every change, until nobody looks for changes any more; keep what was shown when it is quiet, and at the end."""
    begun = desk.begin()
    if begun is not None:
        ears.ready(desk.base_path)
        _hear(begun, ears)
        desk.stand.was_asked.wait(UNASKED)
    _look(desk, [], events, ears)
    if begun is None:
        ears.ready(desk.base_path)
    while True:
        taken = changes.take(timeout=_waits(desk))
        if changes.is_closed:
            break
        if taken or _is_due(desk) or not desk.leave():
            _look(desk, taken, events, ears)
        else:
            keep_shown()
    if desk.is_left and desk.leave():
        keep_shown()


def _is_due(desk: "Desk") -> bool:
    """Whether an article has fallen due, or has expired."""
    return desk.patience == 0


def _waits(desk: "Desk") -> float:
    """Seconds to wait for a change before something else is to be done."""
    return min(LONGEST if desk.is_left else QUIET, LONGEST if desk.patience is None else desk.patience)


def _look(desk: "Desk", changed: Sequence[str], events: Events, ears: Ears) -> None:
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


def _for_browsers(news: "News") -> dict[str, object]:
    leads = {str(script): address for script, address in news.leads}
    return {"leads": leads, "lead": next(iter(leads.values()), ""), "bare": news.is_bare}


def _hear(news: "News", ears: Ears) -> None:
    if news.problems:
        ears.wrong(news.problems)
    if news.warnings:
        ears.warned(news.warnings)
