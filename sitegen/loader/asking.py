"""What is asked of the files of the content, and what is answered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sitegen.errors import SitegenError
from sitegen.files import Found
from sitegen.model import Media, PlainPage, Source

MEDIA = "media"
ARTICLES = "articles"
PAGES = "pages"


class Asked(NamedTuple):
    """A file to be read, and what it is: an article, a page, a medium, or else the words of a term of a taxonomy."""

    kind: str
    found: Found


Answer = Source | Media | tuple[SitegenError, ...]
"""What a file holds, or what is wrong with it."""

Fetch = Callable[[Sequence[Asked]], Iterable[Answer]]
"""Answers every question in the order asked: by reading the file, or from memory."""


def uses_of(source: Source) -> Iterator[tuple[str, bool]]:
    """Each file that a source may show or link to, and whether it is shown."""
    yield from ((reference.target, reference.is_shown) for reference in source.references)
    if not isinstance(source, PlainPage) and source.cover:
        yield source.cover.src.target, True
