"""Ask an application as a server would, without one: values in, answers out."""

import asyncio
from typing import Any, NamedTuple

from starlette.types import ASGIApp, Message


class Got(NamedTuple):
    """What was answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(
    app: ASGIApp, path: str, *, method: str = "GET", host: str = "localhost:8000", query: str = "", **headers: str
) -> Got:
    """Ask for a path as it is, unquoted; a header's name is written with _ in place of -."""
    given = [(name.replace("_", "-").encode(), value.encode()) for name, value in {"host": host, **headers}.items()]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http", "path": path,
        "raw_path": path.encode(), "query_string": query.encode(), "headers": given, "server": ("localhost", 8000),
    }  # fmt: skip
    sent: list[Message] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    async def answer() -> None:
        await app(scope, receive, send)

    asyncio.run(answer())
    body = b"".join(each.get("body", b"") for each in sent)
    return Got(sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}, body)
