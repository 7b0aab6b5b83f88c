"""Answer with what was kept of the last preview until the application that plans is there, then hand everything to that."""

from threading import Event
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sitegen.server.answers import answer, file_at, own_file
from sitegen.server.events import Events
from sitegen.server.kept import Kept
from sitegen.server.marking import OWN, OWN_FILES, Beside, marked


class Entrance:
    """An application that is there at once; who asks for what was not kept waits until the other one has been let in."""

    def __init__(self, events: Events, kept: Kept | None) -> None:
        self.was_asked = Event()
        self._events = events
        self._kept = kept
        self._app: ASGIApp | None = None
        self._is_open = Event()

    def let_in(self, app: ASGIApp) -> None:
        """Answer with nothing that was kept any more."""
        self._app = app
        self._is_open.set()

    def close(self) -> None:
        """Let everybody go who waits."""
        self._is_open.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if self._app is None and (found := self._found(Request(scope))):
            await found(scope, receive, send)
            self.was_asked.set()
            return
        if self._app is None:
            self.was_asked.set()
            await run_in_threadpool(self._is_open.wait)
        await (self._app or Response(status_code=503))(scope, receive, send)

    def _found(self, request: Request) -> Response | None:
        """The answer for an address, as the application would give it."""
        path = str(request.scope["path"])
        if self._kept is None or request.method != "GET":
            return None
        if path.startswith(OWN):
            return own_file(request, name) if (name := path.removeprefix(OWN)) in OWN_FILES else None
        base = f"{unquote(self._kept.base_path)}/"
        file = file_at(path.removeprefix(base)) if path.startswith(base) else ""
        page = self._kept.files.get(file)
        if page is None or not file.endswith(".html"):
            return answer(request, file, page.content) if page else None
        beside = Beside(edition=self._events.edition, path=file, source=page.source, styles=self._kept.styles)
        return answer(request, file, marked(page.content, beside))
