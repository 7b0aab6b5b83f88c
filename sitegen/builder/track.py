"""Tell somebody how far a piece of work is."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Track(Protocol):
    """Hands on items one by one, and may tell somebody how far the work is."""

    def __call__(self, doing: str, items: Iterable[Item], total: int, /) -> Iterable[Item]:
        """Hand on `items`, of which there are `total`; `doing` says what is done with them."""
        ...


def silently(_doing: str, items: Iterable[Item], _total: int) -> Iterable[Item]:
    """Tell nobody how far the work is."""
    return items
