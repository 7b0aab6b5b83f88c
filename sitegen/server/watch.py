"""Tell when something that a site is made of has changed."""

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from watchfiles import Change, watch

SETTINGS = "site.yaml"
FOLDERS = ("content", "templates", "static")
INPUTS = (SETTINGS, *FOLDERS)

QUIET = 20
"""Milliseconds without a change after which those before are told: an editor that saves by a rename is done by then."""

LONGEST = 500
"""Milliseconds after which changes are told though there are more of them."""


class Changes:
    """The files that have changed since somebody took them, relative to the site. Several threads look, one takes."""

    def __init__(self, site: Path) -> None:
        self._site = site.resolve()
        self._seen: SimpleQueue[str] = SimpleQueue()
        self._stop = Event()
        self._threads = [Thread(target=each, daemon=True) for each in (self._watch_top, self._watch_folders)]
        self._again = Event()

    def start(self) -> None:
        """Begin to look."""
        for each in self._threads:
            each.start()

    def close(self) -> None:
        """Look no more."""
        self._stop.set()
        self._again.set()
        self._seen.put("")

    def take(self, *, timeout: float | None = None) -> list[str]:
        """Wait for changes, and take all there are; none where the time is up, or nobody looks any more."""
        try:
            taken = {self._seen.get(timeout=timeout)}
        except Empty:
            return []
        while not self._seen.empty():
            taken.add(self._seen.get())
        return sorted(taken - {""})

    @property
    def is_closed(self) -> bool:
        """Whether nobody looks any more."""
        return self._stop.is_set()

    def _watch_top(self) -> None:
        """See the settings, whose editor may put another file in their place, and folders that come and go."""
        for changes in watch(
            self._site, recursive=False, stop_event=self._stop, step=QUIET, debounce=LONGEST, watch_filter=_of_site
        ):
            names = {Path(path).name for _, path in changes}
            if names & set(FOLDERS):
                self._again.set()
            self._put(names)

    def _watch_folders(self) -> None:
        """See everything below the folders that are there, until another comes or goes."""
        while not self._stop.is_set():
            self._again.clear()
            there = [self._site / name for name in FOLDERS if (self._site / name).is_dir()]
            if not there:
                self._again.wait()
                continue
            for changes in watch(*there, stop_event=self._again, step=QUIET, debounce=LONGEST):
                self._put({Path(path).relative_to(self._site).as_posix() for _, path in changes})

    def _put(self, names: set[str]) -> None:
        for name in names:
            self._seen.put(name)


def _of_site(_change: Change, path: str) -> bool:
    """Whether what stands in the folder of a site is something that it is made of."""
    return Path(path).name in INPUTS


def watched(site: Path, stop: Event) -> Iterator[list[str]]:
    """Yield the files that changed together, relative to the site, until `stop` is set."""
    changes = Changes(site)
    changes.start()
    while not stop.is_set():
        if taken := changes.take(timeout=1):
            yield taken
    changes.close()
