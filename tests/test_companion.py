"""Another process does what it is handed in its turn, and leaves nothing behind."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from multiprocessing import Pipe
from operator import methodcaller

import psutil
import pytest

from sitegen.companion import Companion, serve
from sitegen.errors import SitegenError
from sitegen.workers import Workers
from tests.sites import signalled

LARGE = b"\0" * 400_000


@pytest.fixture
def companion() -> Iterator[Companion]:
    companion = Companion(int)
    yield companion
    companion.shutdown(cancel_futures=True)


def test_it_does_in_another_process_what_it_is_handed(companion: Companion) -> None:
    handed_in = [companion.submit(pow, 2, each) for each in range(9)]

    assert companion.submit(os.getpid).result() != os.getpid()
    assert [each.result() for each in reversed(handed_in)] == [256, 128, 64, 32, 16, 8, 4, 2, 1]


def test_much_goes_both_ways_without_one_waiting_for_the_other(companion: Companion) -> None:
    handed_in = [companion.submit(bytes.lower, LARGE) for _ in range(20)]

    assert all(each.result() == LARGE for each in handed_in)


def test_what_goes_wrong_is_raised_where_the_result_is_asked_for(companion: Companion) -> None:
    wrong, right = companion.submit(int, "夏"), companion.submit(int, "7")

    with pytest.raises(ValueError, match="夏"):
        wrong.result()
    assert right.result() == 7


class Broken:
    """Comes apart for the way, and cannot be put together again."""

    def __reduce__(self) -> tuple[type[int], tuple[str]]:
        return int, ("夏",)


def test_what_cannot_be_put_together_again_is_an_error_where_it_is_asked_for(companion: Companion) -> None:
    wrong, right = companion.submit(broken), companion.submit(int, "7")

    with pytest.raises(ValueError, match="夏"):
        wrong.result()
    assert right.result() == 7


def broken() -> Broken:
    return Broken()


def test_nobody_is_at_work_any_more_where_what_it_was_for_is_given_up() -> None:
    with Workers(2) as workers:
        workers.begin_beside(int)
        with contextlib.suppress(KeyboardInterrupt), workers.ending_with_it():
            [other] = set(workers.do(own_number, range(1), int))
            workers.do(sleepily, range(8), int)
            raise KeyboardInterrupt

        assert not psutil.pid_exists(other)
        assert set(workers.do(own_number, range(1), int)) == {os.getpid()}


def sleepily(chunk: Sequence[int]) -> list[int]:
    time.sleep(60)
    return list(chunk)


def test_one_that_is_ended_from_outside_is_a_clear_error() -> None:
    with Workers(2) as workers:
        workers.begin_beside(int)
        with pytest.raises(SitegenError, match="a process that worked on the site was ended from outside"):
            list(workers.do(end, range(8), int))


def test_one_that_ends_before_it_is_ready_is_no_less_clear() -> None:
    with Workers(2) as workers:
        workers.begin_beside(partial(os._exit, 1))
        with pytest.raises(SitegenError, match="a process that worked on the site was ended from outside"):
            list(workers.do(own_number, range(8), int))


def end(_chunk: Sequence[int]) -> list[int]:
    os._exit(1)


def test_few_pieces_may_be_kept_here() -> None:
    with Workers(2) as workers:
        workers.begin_beside(int)
        here = set(workers.do(own_number, range(8), int, here=True))
        beside = set(workers.do(own_number, range(8), int))

    assert here == {os.getpid()}
    assert len(beside - here) == 1


def own_number(chunk: Sequence[int]) -> list[int]:
    return [os.getpid() for _ in chunk]


def test_a_single_core_does_without() -> None:
    with Workers(1) as workers:
        workers.begin_beside(int)
        assert set(workers.do(own_number, range(8), int)) == {os.getpid()}


def test_it_goes_when_nobody_is_at_the_other_end() -> None:
    begin = "import os, time; from sitegen.companion import Companion; a = Companion(int); print(a.submit(os.getpid).result(), flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", begin], stdout=subprocess.PIPE, env=signalled()) as beginner:
        assert beginner.stdout
        other = psutil.Process(int(beginner.stdout.readline()))
        beginner.send_signal(signal.SIGKILL)

    psutil.wait_procs([other], timeout=20)
    assert not other.is_running() or other.status() == psutil.STATUS_ZOMBIE


def test_the_line_is_served_until_it_is_closed() -> None:
    ours, its = Pipe()
    done: list[object] = []
    for each in (methodcaller("upper"), int):
        ours.send((each, ("夏a",), {}))
    ours.close()

    serve(its, partial(done.append, "ready"))

    assert done == ["ready"]
