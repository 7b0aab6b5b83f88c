"""Take out the line breaks of the source that would show as spaces between Han characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sitegen.elements import MARKED, TYPED

WIDE = "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f000-\U0003ffff"
EITHER = WIDE + "\u2014\u2018-\u201d\u2026"
"""Wide characters, and the punctuation that Chinese shares with other scripts."""

SPURIOUS = re.compile(rf"(?<=[{WIDE}])[ \t]*\n[ \t]*(?=[{EITHER}])|(?<=[{EITHER}])[ \t]*\n[ \t]*(?=[{WIDE}])")
BOUNDARY = "\0"
INLINE = MARKED | TYPED | {"img"}


@dataclass(frozen=True, slots=True)
class _Slot:
    """A text inside a tree: the element, and whether it is its text or its tail."""

    element: Element
    name: str

    @property
    def text(self) -> str:
        return getattr(self.element, self.name) or ""


def join_wide_lines(root: Element) -> None:
    """Remove every such break below `root`; a break is seen across inline elements."""
    slots = list(_slots(root))
    joined = "".join(slot.text if slot else BOUNDARY for slot in slots)
    cuts = [match.span() for match in SPURIOUS.finditer(joined)]
    at = 0
    for slot in slots if cuts else ():
        if slot is None:
            at += len(BOUNDARY)
            continue
        end = at + len(slot.text)
        setattr(slot.element, slot.name, _without(joined, at, end, cuts))
        at = end


def _slots(element: Element) -> Iterator[_Slot | None]:
    """Yield the texts below an element in reading order; None where a block or code stands."""
    if element.tag in {"pre", "code"}:
        yield None
        return
    is_block = element.tag not in INLINE
    if is_block:
        yield None
    yield _Slot(element, "text")
    for child in element:
        yield from _slots(child)
        yield _Slot(child, "tail")
    if is_block:
        yield None


def _without(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    kept, at = [], start
    for first, last in cuts:
        if last > start and first < end:
            kept.append(text[at : max(at, first)])
            at = min(max(at, last), end)
    return "".join([*kept, text[at:end]])
