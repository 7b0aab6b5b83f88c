"""One process beside this one, which does what it is handed in its turn while this one goes on.

A pool of processes asks for threads, and a process that has threads can no more be copied into the many that a large build wants.
This one has none here, so that it may be there from the first moment.
"""

import os
import signal
from collections import deque
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Result = TypeVar("Result")
Line: TypeAlias = "Connection[Any, Any]"

PATIENCE = 1.0
"""Seconds after which the process looks whether the one that began it is still there."""


class Companion(Executor):
    """Does work in another process, in the order in which it is handed in; `first` is what it does to make ready."""

    def __init__(self, first: Callable[[], object]) -> None:
        context = get_context()
        self._line, its = context.Pipe()
        self._process = context.Process(target=assist, args=(its, self._line, first), daemon=True)
        self._process.start()
        its.close()
        self._waiting: deque[Future[Any]] = deque()

    def submit(self, fn: Callable[..., Result], /, *args: object, **kwargs: object) -> Future[Result]:
        """Hand work in; its result is fetched when it is asked for."""
        future: Answer = Answer(self)
        self._waiting.append(future)
        try:
            self._line.send_bytes(ForkingPickler.dumps((fn, args, kwargs)))
        except OSError:
            self._has_gone()
        return future

    def fetch(self, wanted: Future[Any]) -> None:
        """Take in answers, one after the other, up to the one that is wanted."""
        while not wanted.done():
            try:
                result, error = self._line.recv()
            except (EOFError, OSError):
                self._has_gone()
                return
            except Exception as unreadable:  # noqa: BLE001  # what comes may be such as cannot be put together again here
                result, error = None, unreadable
            future = self._waiting.popleft()
            if future.set_running_or_notify_cancel():
                future.set_exception(error) if error else future.set_result(result)

    def _has_gone(self) -> None:
        while self._waiting:
            future = self._waiting.popleft()
            if future.set_running_or_notify_cancel():
                future.set_exception(BrokenExecutor())

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  # as executors have it
        """Let the process go: at once, or when it has done what it was handed."""
        if cancel_futures:
            self._process.terminate()
        self._line.close()
        if wait:
            self._process.join()


class Answer(Future[Any]):
    """What becomes of work that was handed to a companion."""

    def __init__(self, companion: Companion) -> None:
        super().__init__()
        self._companion = companion

    def result(self, timeout: float | None = None) -> Any:
        """Take it in, when it is there."""
        self._companion.fetch(self)
        return super().result(timeout)


def assist(line: Line, other_end: Line, first: Callable[[], object]) -> None:
    """Be the other process: do what comes along the line until nobody is at its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began this hears it, and says when to end
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    other_end.close()
    serve(line, first)


def serve(line: Line, first: Callable[[], object]) -> None:
    """Make ready, and do in its turn what comes along a line, as long as it is open."""
    tasks: SimpleQueue[bytes | None] = SimpleQueue()
    Thread(target=_listen, args=(line, tasks), daemon=True).start()
    first()
    with suppress(OSError):  # nobody is there to be told
        while (task := tasks.get()) is not None:
            line.send(_done(task))


def _listen(line: Line, tasks: "SimpleQueue[bytes | None]") -> None:
    """Take in work at once, however much, so that nobody waits to hand it in who is waited for himself."""
    began_by = os.getppid()
    with suppress(EOFError, OSError):
        while os.getppid() == began_by:
            if line.poll(PATIENCE):
                tasks.put(line.recv_bytes())
    tasks.put(None)


def _done(task: bytes) -> tuple[object, BaseException | None]:
    try:
        work, args, kwargs = ForkingPickler.loads(task)
        return work(*args, **kwargs), None
    except Exception as error:  # noqa: BLE001  # it is raised where the result is asked for
        return None, error
