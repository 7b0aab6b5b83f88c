"""Put the newest articles in order while the others have never been read: pages that somebody can look at meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.builder.ground import Ground
from sitegen.errors import SitegenError
from sitegen.loader import MEDIA, Answer, Asked, answer, load_content
from sitegen.model import Media
from sitegen.planner import Shelf, put_in_order

FIRST = 200
"""Articles that are read first."""


def shelf_of_newest(ground: Ground) -> Shelf | None:
    """The newest articles in order, by the names of their files; None where something is wrong with them, or no name says a date.

    Pictures are not looked at: they are shown as lost until all is read.
    """
    newest = ground.inventory.articles[-FIRST:]

    def fetch(asked: Sequence[Asked]) -> Iterator[Answer]:
        return (
            Media(file=e.found.shown, path=e.found.on_disk, fault="unread")
            if e.kind == MEDIA
            else answer(e, ground.reading)
            for e in asked
        )

    try:
        content = load_content(ground.reading, replace(ground.inventory, articles=newest), fetch=fetch)
        return put_in_order(replace(content, addresses=()), ground.facts, ground.visibility, ground.copies)
    except (SitegenError, ExceptionGroup):
        return None
