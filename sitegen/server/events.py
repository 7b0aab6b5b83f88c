"""Tell every open browser that another edition stands, as server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from threading import Lock
from uuid import uuid4


class Events:
    """The edition that stands, by name, and everybody who wants to hear of the next one."""

    def __init__(self) -> None:
        self._run = uuid4().hex[:8]
        self._number = 0
        self._lock = Lock()
        self._heard: dict[asyncio.Queue[str | None], asyncio.AbstractEventLoop] = {}

    @property
    def edition(self) -> str:
        """The name of the edition that stands; another run of the program has others."""
        return f"{self._run}-{self._number}"

    def tell(self, news: Mapping[str, object]) -> None:
        """Tell everybody of another edition; from any thread."""
        with self._lock:
            self._number += 1
            told = _event({"edition": self.edition, **news})
            for queue, loop in self._heard.items():
                loop.call_soon_threadsafe(queue.put_nowait, told)

    def close(self) -> None:
        """End what everybody hears."""
        with self._lock:
            for queue, loop in self._heard.items():
                loop.call_soon_threadsafe(queue.put_nowait, None)

    async def hear(self) -> AsyncIterator[str]:
        """First the edition that stands, then every other one."""
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        with self._lock:
            self._heard[queue] = asyncio.get_running_loop()
            now = _event({"edition": self.edition})
        try:
            yield now
            while (told := await queue.get()) is not None:
                yield told
        finally:
            with self._lock:
                del self._heard[queue]


def _event(news: Mapping[str, object]) -> str:
    return f"event: edition\nretry: 500\ndata: {json.dumps(news, ensure_ascii=False)}\n\n"
