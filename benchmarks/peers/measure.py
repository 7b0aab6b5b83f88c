"""Start a command and tell what it took: wall time, CPU time, peak memory of all its processes."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

import psutil

EVERY = 0.05
"""Seconds between two looks at the memory, at the least."""

SHARE = 20
"""How much longer than a look the pause after it is: whoever watches many processes must not take their time."""


class Took(NamedTuple):
    """Seconds, seconds of CPU, megabytes of all processes together at the worst moment."""

    wall: float
    cpu: float
    memory: float

    def plus(self, other: "Took") -> "Took":
        """One after the other."""
        return Took(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))


def took(commands: Sequence[Sequence[str]], folder: Path) -> Took:
    """Run commands one after the other in a folder; a fault ends the measurement."""
    total = Took(0, 0, 0)
    for command in commands:
        total = total.plus(_one(command, folder))
    return total


def _one(command: Sequence[str], folder: Path) -> Took:
    start = time.perf_counter()
    before = os.times()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak, stop = [0.0], Event()
    watcher = Thread(target=_watch, args=(process.pid, peak, stop))
    watcher.start()
    _, told = process.communicate()
    wall = time.perf_counter() - start
    stop.set()
    watcher.join()
    if process.returncode:
        sys.exit(f"{command} failed in {folder}:\n{told.decode()[-2000:]}")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Took(wall, cpu, peak[0])


def _watch(pid: int, peak: list[float], stop: Event) -> None:
    try:
        root = psutil.Process(pid)
        pause = EVERY
        while not stop.wait(pause):
            began = time.perf_counter()
            peak[0] = max(peak[0], sum(map(_memory, [root, *root.children(recursive=True)])))
            pause = max(EVERY, SHARE * (time.perf_counter() - began))
    except psutil.Error:
        return


def _memory(process: psutil.Process) -> float:
    """What a process has for itself, and its share of what it has in common with others, in megabytes."""
    try:
        return float(process.memory_full_info().pss) / 1e6
    except psutil.Error:
        return 0.0


def floor(sizes: Sequence[int], folder: Path) -> float:
    """Seconds that it takes to write as many bytes to as many files, each in a folder of its own."""
    data = b"\0" * max(sizes, default=0)
    start = time.perf_counter()
    for number, size in enumerate(sizes):
        place = folder / str(number)
        place.mkdir(parents=True)
        (place / "index.html").write_bytes(data[:size])
    return time.perf_counter() - start
