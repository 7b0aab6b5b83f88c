"""Tell when something that a site is made of has changed."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

from watchfiles import watch

INPUTS = ("site.yaml", "content", "templates", "static")


def watched(site: Path, stop: Event) -> Iterator[list[str]]:
    """Yield the files that changed together, relative to the site, until `stop` is set."""
    inputs = [site / name for name in INPUTS if (site / name).exists()]
    for changes in watch(*inputs, stop_event=stop, debounce=200, step=50):
        yield sorted({Path(path).resolve().relative_to(site.resolve()).as_posix() for _, path in changes})
