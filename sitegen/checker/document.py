"""Read a built page: where it leads, and what can be led to in it."""

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

ADDRESSES = {"href", "src", "poster", "cite"}


@dataclass(frozen=True, slots=True)
class Target:
    """An address in a page, and the line it stands on."""

    url: str
    line: int


@dataclass
class Document:
    """A page of the built site; `path` is relative to the output folder."""

    folder: Path
    path: str
    _reader: "_Reader" = field(init=False)

    @cached_property
    def targets(self) -> list[Target]:
        """The addresses that the page holds."""
        return self._read.targets

    @cached_property
    def ids(self) -> set[str]:
        """The fragments that can be linked to."""
        return self._read.ids

    @cached_property
    def _read(self) -> "_Reader":
        reader = _Reader()
        reader.feed((self.folder / self.path).read_text("utf-8"))
        return reader


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[Target] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        self.targets += [Target(values[name], line) for name in sorted(ADDRESSES & values.keys())]
        self.targets += [Target(url.split()[0], line) for url in values.get("srcset", "").split(", ") if url]
        if "http-equiv" in values and "url=" in values.get("content", ""):
            self.targets.append(Target(values["content"].partition("url=")[2], line))
        self.ids |= {values[name] for name in ("id", "name") if values.get(name)} if tag != "meta" else set()
