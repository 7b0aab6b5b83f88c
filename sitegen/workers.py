"""Do many small pieces of work through one `concurrent.futures.Executor`: here, in several processes, or on a cluster."""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from sitegen.errors import SitegenError
from sitegen.messages import message

if TYPE_CHECKING:  # most of what works with little never needs them
    from concurrent.futures import ProcessPoolExecutor

    from sitegen.companion import Companion

Item = TypeVar("Item")
Packed = TypeVar("Packed")
Result = TypeVar("Result")

FEW = 150
"""Pieces that are done sooner here than other processes begin."""

CHUNK = 64
MANY = 1024
"""Items that are looked at before their number is known."""

WAITING = 4
"""Chunks that wait for each worker, so that none is idle and few are in memory."""


class Here(Executor):
    """Does the work when it is handed in, in this process."""

    def submit(self, fn: Callable[..., Result], /, *args: object, **kwargs: object) -> Future[Result]:
        """Do it, and answer with a future that is done."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001  # it is raised where the result is asked for
            future.set_exception(error)
        return future


class Workers:
    """`jobs` processes that are started when there is enough to do, or those of a Dask cluster at `scheduler`.

    Fewer pieces than `few` (FEW) are done here. `among_threads`: this process has other threads, so that none is a copy of it.
    """

    def __init__(
        self,
        jobs: int | None = None,
        scheduler: str | None = None,
        *,
        few: int | None = None,
        among_threads: bool = False,
    ) -> None:
        self.jobs = jobs or _cores()
        self._few = FEW if few is None else few
        self._among_threads = among_threads
        self._scheduler = scheduler
        self._open = ExitStack()
        self._many: Executor | None = None
        self._processes: ProcessPoolExecutor | None = None
        self._companion: Companion | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self._processes:
            self._processes.shutdown(wait=True, cancel_futures=True)
        self._end_companion()
        self._open.close()

    def stop(self) -> None:
        """Let processes begin nothing more; whoever waits for them, in another thread, hears of a CancelledError."""
        if self._processes:
            self._processes.shutdown(wait=False, cancel_futures=True)

    def begin_beside(self, first: Callable[[], object]) -> None:
        """Have few pieces, too, done in another process while this one goes on, which does `first` to make ready; not on a single core."""
        if self.jobs == 1 or self._scheduler:
            return
        from sitegen.companion import Companion

        self._companion = Companion(first)

    def _end_companion(self) -> None:
        if self._companion:
            self._companion.shutdown(cancel_futures=True)
            self._companion = None

    def do(
        self,
        work: Callable[[Sequence[Packed]], Sequence[Result]],
        items: Iterable[Item],
        pack: Callable[[Item], Packed],
        *,
        weight: int = 1,
        here: bool = False,
    ) -> Iterator[Result]:
        """Apply `work` to chunks of `items`, and yield the results in the order of the items, however many workers.

        Items are taken, and made into what is sent by `pack`, while the workers are at those before. An item takes about as
        long as `weight` pages. A companion is at it before the first result is asked for; few pieces that are meant
        to be done `here` are left to this process.
        """
        rest = iter(items)
        first = list(islice(rest, MANY))
        executor = self._executor(len(first) * weight, here=here)
        handed_in = (executor.submit(work, list(map(pack, chunk))) for chunk in _chunks(first, rest, self.jobs))
        pending = deque(handed_in) if executor is self._companion else deque()
        return self._results(handed_in, pending, most=1 if isinstance(executor, Here) else self.jobs * WAITING)

    @staticmethod
    def _results(
        handed_in: Iterable[Future[Sequence[Result]]], pending: deque[Future[Sequence[Result]]], *, most: int
    ) -> Iterator[Result]:
        """Take in what becomes of work, of which no more than so many pieces wait."""
        try:
            for each in handed_in:
                pending.append(each)
                if len(pending) >= most:
                    yield from pending.popleft().result()
            while pending:
                yield from pending.popleft().result()
        except BrokenExecutor as error:
            hint = message("is there memory enough? with --jobs 1 all is done in one process")
            raise SitegenError(
                message("a process that worked on the site was ended from outside"), hint=hint
            ) from error
        finally:
            for each in pending:
                each.cancel()

    @contextmanager
    def ending_with_it(self) -> Iterator[None]:
        """End a companion where the body fails: whoever cleans up after that is to be the last who is at work."""
        try:
            yield
        except BaseException:
            self._end_companion()
            raise

    def prepare(self, work: Callable[[], object]) -> None:
        """Let each process that is there already do something ahead, while this one is busy with other things."""
        if self._companion:
            self._companion.submit(work)
        if self._processes:
            for _ in range(self.jobs):
                self._processes.submit(work)

    def _executor(self, count: int, *, here: bool) -> Executor:
        if self._many is not None:
            return self._many
        if self._scheduler:
            self._many = self._open.enter_context(_cluster(self._scheduler))
        elif count < self._few or self.jobs == 1:
            return Here() if here or not self._companion else self._companion
        else:
            self._many = self._processes = self._open.enter_context(_pool(self.jobs, among_threads=self._among_threads))
        return self._many


def _pool(jobs: int, *, among_threads: bool) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn") if among_threads else None
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=collect_rarely)


def collect_rarely() -> None:
    """Let the garbage collector look at what there is less often: nearly everything of a build stays, or goes by itself."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chunks(first: Sequence[Item], rest: Iterator[Item], jobs: int) -> Iterator[Sequence[Item]]:
    """Cut the work so that every worker has several shares, and none is too large to wait for."""
    size = max(1, min(CHUNK, -(-len(first) // (jobs * WAITING))))
    yield from (first[at : at + size] for at in range(0, len(first), size))
    yield from iter(lambda: list(islice(rest, CHUNK)), [])


def _cluster(scheduler: str) -> AbstractContextManager[Executor]:
    from sitegen.cluster import executor_at

    return executor_at(scheduler)
