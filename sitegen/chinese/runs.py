"""Convert texts that a reader sees as one, and put each back where it was: 头<b>发</b>."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from sitegen.chinese.conversion import Conversion
from sitegen.chinese.rules import OPEN
from sitegen.chinese.spans import Span


def convert_run(texts: Sequence[str], conversion: Conversion) -> Sequence[str]:
    """Convert neighbouring texts as one.

    A word that goes over an end and changes its length is converted in each text by itself: nobody can tell what
    of it belongs where.
    """
    joined = "".join(texts)
    if joined.isascii() and OPEN not in joined:
        return texts
    ends = [*accumulate(map(len, texts))]
    written = [""] * len(texts)
    for span in conversion.spans(joined):
        for at, words in _dealt(span, joined, ends, conversion):
            written[at] += words
    return written


def _dealt(span: Span, joined: str, ends: Sequence[int], conversion: Conversion) -> Iterator[tuple[int, str]]:
    """Deal the words of a span out among the texts it stands in, which end at `ends`."""
    words = span.words or ""
    at, begin = bisect_right(ends, span.start), span.start
    if span.end <= ends[at]:
        yield at, words
        return
    while begin < span.end:
        end = min(ends[at], span.end)
        if len(words) == span.end - span.start:
            yield at, words[begin - span.start : end - span.start]
        elif words:
            yield at, conversion.text(joined[begin:end])
        at, begin = at + 1, end
