"""Answer a browser on this machine from a folder."""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from urllib.parse import unquote

import uvicorn
from starlette.applications import Starlette
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sitegen.errors import OutputError


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
    """Take a port, any free one where it is 0; an OutputError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        hint = "choose another with --port; --port 0 takes a free one"
        raise OutputError(
            f"{host}:{port} cannot be had: {os.strerror(error.errno) if error.errno else error}", hint=hint
        ) from error


def serve(folder: Path, door: socket.socket, base_path: str, *, beside: Callable[[Event], None]) -> None:
    """Serve a folder until interrupted, while `beside` runs in a thread until its event is set."""
    stop = Event()
    helper = Thread(target=beside, args=(stop,), daemon=True)
    helper.start()
    try:
        app = preview_app(folder, base_path)
        settings = uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
        uvicorn.Server(settings).run(sockets=[door])
    finally:
        stop.set()
        helper.join(timeout=5)


def preview_app(folder: Path, base_path: str) -> Starlette:
    """Answer from `folder` below `base_path`, and lead there from the root."""
    site = Mount(unquote(base_path) or "/", StaticFiles(directory=folder, html=True, follow_symlink=False))
    routes: list[BaseRoute] = [site]
    if base_path:
        routes.append(Route("/", lambda _request: RedirectResponse(f"{base_path}/")))
    return Starlette(routes=routes)
