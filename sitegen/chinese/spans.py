"""A text parted into stretches: for some it is said what they become, the others are open."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text and what it becomes; None where nobody has said."""

    start: int
    end: int
    words: str | None = None


Step = Callable[[str], Iterable[Span]]
"""Says something of a text: which stretches of it become what, in order and without overlap."""


def refined(spans: Iterable[Span], text: str, step: Step) -> Iterator[Span]:
    """Ask a step about the stretches of `text` that are still open."""
    for span in spans:
        if span.words is None:
            for inner in filled(step(text[span.start : span.end]), span.end - span.start):
                yield Span(inner.start + span.start, inner.end + span.start, inner.words)
        else:
            yield span


def filled(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """Put open stretches between the spans of a text of this length."""
    at = 0
    for span in spans:
        if at < span.start:
            yield Span(at, span.start)
        yield span
        at = span.end
    if at < length:
        yield Span(at, length)
