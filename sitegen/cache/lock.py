"""Let one build at a time work on a site."""

import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from sitegen.messages import Message, message

LOCK = "lock"
HOLDER = "builder.json"


@contextmanager
def held(folder: Path, waiting: Callable[[Message], None]) -> Iterator[None]:
    """Hold the lock of a site while its body runs; `waiting` is told once who holds it meanwhile.

    The system lets the lock go when a process ends in whatever way. Where none can be made, nothing is locked.
    """
    lock = _lock(folder)
    if lock is None:
        yield
        return
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting(_holder(folder))
        lock.acquire()
    try:
        _sign(folder)
        yield
    finally:
        lock.release()


def _lock(folder: Path) -> FileLock | None:
    try:
        folder.mkdir(exist_ok=True)
        (folder / LOCK).touch()
    except OSError:
        return None
    return FileLock(folder / LOCK)


def _sign(folder: Path) -> None:
    with suppress(OSError):
        (folder / HOLDER).write_text(json.dumps({"process": os.getpid(), "host": socket.gethostname()}), "utf-8")


def _holder(folder: Path) -> Message:
    """Say who holds the lock, as far as it has said so itself."""
    try:
        told = json.loads((folder / HOLDER).read_text("utf-8"))
        return message("process {process} on {host}", process=told["process"], host=told["host"])
    except (OSError, ValueError, LookupError, TypeError):
        return message("another sitegen")
