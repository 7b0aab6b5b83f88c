"""Everything that a build depends on, as far as it can be told without reading the articles."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sitegen.files import Found, Stamp, find, in_order, is_passed_over
from sitegen.folder import CONTENT, see, signature_of
from sitegen.model import Copy

SETTLED = 2_000_000_000
"""Nanoseconds after which a file system shows by its time that a file was changed again."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What stands in the folder of a site at one moment. `templates` are bytes by name, those of the site first.

    `addresses` are the bytes of the record of those that were published, which is none of the `files`: a build writes it. `besides` tells all
    the rest apart, worked out once, when somebody asks.
    """

    site: Path
    settings: bytes
    files: tuple[Found, ...]
    glossary: bytes
    templates: tuple[tuple[str, bytes], ...]
    static: tuple[tuple[Copy, Stamp], ...]
    addresses: bytes
    scanned: int
    fonts: tuple[tuple[str, Stamp], ...]
    besides: Callable[[], bytes] = field(compare=False)

    @property
    def signature(self) -> bytes:
        """Equal for equal inputs, as far as the disk tells."""
        return signature_of(self.besides(), self.addresses)

    def is_settled(self, stamp: Stamp) -> bool:
        """Whether a change after this look would show in the stamp: a file that was as young may change unseen."""
        return max(stamp.modified, stamp.changed) < self.scanned - SETTLED

    @property
    def all_settled(self) -> bool:
        """Whether that is so of every file."""
        stamps = [each.stamp for each in self.files] + [stamp for _, stamp in (*self.static, *self.fonts)]
        return all(map(self.is_settled, stamps))


def look(site: Path, now: int) -> Inputs:
    """Look at the folder of a site; `now` in nanoseconds, taken before."""
    return _inputs(site, None, now)


def _inputs(site: Path, files: Iterable[Found] | None, now: int) -> Inputs:
    seen = see(site, files)
    return Inputs(
        site=site,
        settings=seen.settings,
        files=seen.files,
        glossary=seen.glossary,
        templates=seen.templates,
        static=tuple((Copy(path=path, file=file), stamp) for path, file, stamp in seen.static),
        addresses=seen.addresses,
        scanned=now,
        fonts=seen.fonts,
        besides=cache(lambda: seen.besides),
    )


def look_at(before: Inputs, changed: Collection[str], now: int) -> Inputs:
    """Look only at files of the content that are known to have changed, named from the folder of the site, and at all others.

    A LookupError where that may not be all of the content: a folder has come or gone.
    """
    site, files = before.site, {each.inside: each for each in before.files}
    for name in changed:
        folder, _, inside = name.partition("/")
        if folder == CONTENT:
            _look_at_one(site / CONTENT, inside, files)
    return _inputs(site, sorted(files.values(), key=in_order), now)


def _look_at_one(content: Path, inside: str, files: dict[str, Found]) -> None:
    found = find(content, inside)
    known = files.pop(inside, None)
    if found:
        files[inside] = found
    elif known is None and not any(map(is_passed_over, inside.split("/"))):
        raise LookupError(inside)
