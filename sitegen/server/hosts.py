"""Answer only who calls this machine by its own name, so that no page of another host can read drafts through a name that leads here."""

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sitegen.messages import message
from sitegen.translation import said

LOCAL = re.compile(
    r"(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])\.?(?::\d{1,5})?", re.ASCII | re.IGNORECASE
)
REFUSED = message("This preview answers to localhost and 127.0.0.1 only; see `sitegen serve --host`.")


def is_local(host: str) -> bool:
    """Whether an address to listen on is this machine's alone."""
    return bool(LOCAL.fullmatch(f"[{host}]" if ":" in host else host))


class OnlyLocal:
    """Refuses requests for any other host."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what asks for this machine."""
        hosts = [value.decode("latin-1") for name, value in scope.get("headers", ()) if name == b"host"]
        if scope["type"] == "http" and not (len(hosts) == 1 and LOCAL.fullmatch(hosts[0])):
            refusal = PlainTextResponse(f"{said(REFUSED)}\n", 421)
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)
