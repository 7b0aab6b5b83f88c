"""Answer a browser from the plan of a site: its pages with what only the editor is to see, its files, and the preview's own pages."""

from collections.abc import Callable, Sequence
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from sitegen.builder.desk import Desk
from sitegen.builder.edition import Answer
from sitegen.builder.report import Reasons
from sitegen.builder.stand import Unread
from sitegen.builder.together import TooLarge
from sitegen.errors import SitegenError, problems_in
from sitegen.messages import message
from sitegen.planner.words import DRAFT, EXPIRED, FUTURE
from sitegen.server.answers import answer, file_at, own_file
from sitegen.server.events import Events
from sitegen.server.marking import OWN, OWN_FILES, Beside, marked
from sitegen.server.pages import about_page, bare_page, reasons_page, too_large_page, unread_page

ASKED = ["GET"]
"""Starlette answers HEAD beside it, and everything else with what is allowed."""

LOST = "404.html"

RIBBONS = {DRAFT: message("draft"), FUTURE: message("not yet published"), EXPIRED: message("expired")}
"""What an editor is told of a page that readers would not see."""

TellProblems = Callable[[Sequence[SitegenError]], None]


class App:
    """The preview of one site. `why` finds out why pages would be made again; `tell` hears what is wrong with a page that was asked for."""

    def __init__(self, desk: Desk, events: Events, why: Callable[[], Reasons], tell: TellProblems) -> None:
        self._desk = desk
        self._events = events
        self._why = why
        self._tell = tell
        self._said: tuple[str, ...] = ()

    def starlette(self) -> Starlette:
        """The application."""
        routes = [
            Route(f"{OWN}events", self._hear, methods=ASKED),
            Route(f"{OWN}page", self._about, methods=ASKED),
            Route(f"{OWN}why", self._reasons, methods=ASKED),
            *(Route(f"{OWN}{name}", _own_file, methods=ASKED) for name in OWN_FILES),
            Route("/{path:path}", self._file, methods=ASKED),
        ]
        return Starlette(routes=routes)

    async def _hear(self, _request: Request) -> Response:
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._events.hear(), headers=headers, media_type="text/event-stream")

    async def _file(self, request: Request) -> Response:
        return await run_in_threadpool(self.respond, request)

    async def _about(self, request: Request) -> Response:
        return await run_in_threadpool(self._respond_about, request)

    async def _reasons(self, request: Request) -> Response:
        def respond() -> Response:
            return self._own_page(request, *_told(self._why))

        return await run_in_threadpool(respond)

    def respond(self, request: Request) -> Response:
        """Answer for an address."""
        self._desk.stand.wait()
        base = unquote(self._desk.base_path)
        path = str(request.scope["path"])
        if base and path == "/":
            return RedirectResponse(f"{self._desk.base_path}/")
        if base and not path.startswith(f"{base}/"):
            return self._lost(request)
        return self._respond(request, file_at(path[len(base) + 1 :]))

    def _respond(self, request: Request, file: str) -> Response:
        edition = self._events.edition
        try:
            found = self._desk.stand.ask(file)
            if found is None and not file.endswith("/index.html") and self._desk.stand.ask(f"{file}/index.html"):
                return RedirectResponse(f"{quote(str(request.scope['path']))}/")
        except (Unread, TooLarge) as error:
            page = unread_page() if isinstance(error, Unread) else too_large_page()
            return self._page(request, page, edition, status=503, is_of_site=False)
        except (SitegenError, ExceptionGroup) as error:
            return self._wrong(request, file, error, edition)
        return self._page(request, found, edition) if found else self._lost(request)

    def _wrong(self, request: Request, file: str, error: Exception, edition: str) -> Response:
        """The last good version of a page that cannot be made, with what is wrong above it."""
        problems = problems_in(error)
        if not problems:
            raise error
        standing = self._desk.stand.problems
        if not standing:
            self._tell_once(problems, edition)
        good = self._desk.stand.last_good(file)
        shown = standing or problems
        return self._page(
            request, good or bare_page(), edition, status=200 if good else 500, problems=shown, is_of_site=bool(good)
        )

    def _tell_once(self, problems: Sequence[SitegenError], edition: str) -> None:
        """Tell what is wrong with a page once, however often it is asked for."""
        said = (edition, *map(str, problems))
        if said != self._said:
            self._said = said
            self._tell(problems)

    def _lost(self, request: Request) -> Response:
        edition = self._events.edition
        try:
            found = self._desk.stand.ask(LOST)
        except Unread:
            return self._page(request, unread_page(), edition, status=503, is_of_site=False)
        except (SitegenError, ExceptionGroup) as error:
            return self._wrong(request, LOST, error, edition)
        return self._page(request, found or bare_page(), edition, status=404, is_of_site=False)

    def _page(
        self,
        request: Request,
        found: Answer,
        edition: str,
        *,
        status: int = 200,
        problems: Sequence[SitegenError] = (),
        is_of_site: bool = True,
    ) -> Response:
        if not found.path.endswith(".html"):
            return answer(request, found.path, found.content, status=status)
        stand, ground = self._desk.stand, self._desk.ground
        beside = Beside(
            edition=edition,
            path=found.path if is_of_site else "",
            source=found.source,
            mark=RIBBONS[found.mark] if found.mark else "",
            problems=problems or stand.problems,
            partly=stand.edition.partly if stand.edition else None,
            styles=[each for each in ground.named_assets if each[0].endswith(".css")] if ground else (),
        )
        return answer(request, found.path, marked(found.content, beside), status=status)

    def _respond_about(self, request: Request) -> Response:
        path = request.query_params.get("at", "")
        found = self._desk.stand.about(path)
        if found is None:
            return self._lost(request)
        return self._own_page(request, about_page(self._desk.site, self._desk.base_path, found))

    def _own_page(self, request: Request, content: bytes, problems: Sequence[SitegenError] = ()) -> Response:
        page = Answer("page.html", content)
        status = 500 if problems else 200
        return self._page(request, page, self._events.edition, status=status, problems=problems, is_of_site=False)


async def _own_file(request: Request) -> Response:
    return own_file(request, request.url.path.removeprefix(OWN))


def _told(why: Callable[[], Reasons]) -> tuple[bytes, Sequence[SitegenError]]:
    try:
        return reasons_page(why()), ()
    except (SitegenError, ExceptionGroup) as error:
        return bare_page().content, problems_in(error)
