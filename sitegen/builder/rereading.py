"""The content of a site that is being written, read again: from the record at first, then only where it may have changed."""

from collections.abc import Callable, Collection
from functools import partial

from sitegen.builder.ground import Ground
from sitegen.builder.memory import Memory
from sitegen.builder.stock import Stock
from sitegen.builder.track import Track
from sitegen.cache import Fingerprints, held, open_record
from sitegen.folder import RECORD, program
from sitegen.loader import Fetch, load_content
from sitegen.messages import Message
from sitegen.model import Content
from sitegen.workers import Workers

MANY = 1_000
"""Articles that are not read, or planned, before somebody who waits for a page grows impatient."""


class Rereading:
    """Reads the content, and remembers it."""

    def __init__(self, track: Track, waiting: Callable[[Message], None]) -> None:
        self.memory = Memory()
        self._track = track
        self._waiting = waiting
        self._workers = Workers()

    def content(self, ground: Ground, before: Ground | None, changed: Collection[str]) -> Content:
        """Read what the ground asks for; what is named as `changed` whatever the disk says of it."""
        if before is None or before.reading.depends != ground.reading.depends:
            self.memory.forget()
        with Workers(few=MANY, among_threads=True) as self._workers:
            if self.memory.kept:
                return load_content(ground.reading, ground.inventory, fetch=self._remembered(ground, changed))
            return self._recorded(ground)

    def stop(self) -> None:
        """Stop in the middle of a look."""
        self._workers.stop()

    def _remembered(self, ground: Ground, changed: Collection[str]) -> Fetch:
        return partial(
            self.memory.fetch, reading=ground.reading, inputs=ground.inputs, workers=self._workers, changed=changed
        )

    def _recorded(self, ground: Ground) -> Content:
        folder = ground.inputs.site / RECORD
        with held(folder, self._waiting), open_record(folder, program()) as record:
            stock = Stock(record, ground.inputs, ground.reading, self._workers, self._track, Fingerprints())
            content = stock.load()
        self.memory.learn(content, stock)
        return content
