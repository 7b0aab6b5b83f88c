"""Plan batches of articles that are picked as if by chance: the same articles always give the same batches."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from sitegen.model import ChanceSheet, Standing
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import batch_route
from sitegen.planner.words import CHANCE

SIZE = 12
"""Articles in a batch."""

MOST = 16
"""Batches, a power of two."""

Batches = tuple[tuple[str, ...], ...]
"""The files of the articles of each batch."""


def chance_sheets(shelf: Shelf) -> Iterator[ChanceSheet]:
    """Plan the batches, the first of them at the address of all."""
    batches = batches_of(shelf.standing)
    yield from (chance_sheet(shelf, batches, number) for number in range(1, len(batches) + 1))


def chance_sheet(shelf: Shelf, batches: Batches, number: int) -> ChanceSheet:
    """Show one batch and lead to the others."""
    return ChanceSheet(
        route=batch_route(number),
        title=CHANCE,
        number=number,
        count=len(batches),
        entries=tuple(shelf.entries[file] for file in batches[number - 1]),
    )


def batches_of(standing: Sequence[Standing]) -> Batches:
    """Deal the articles out by a digest of the names of their files, and keep those of each batch with the least.

    In a large archive a new article is hardly ever among them, and if so changes one batch.
    """
    count = batch_count(len(standing))
    dealt: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for _, _, file, _ in standing:
        lot = int.from_bytes(blake2b(file.encode(), digest_size=8).digest(), "big")
        dealt[lot % count].append((lot, file))
    return tuple(tuple(file for _, file in sorted(dealt[number])[:SIZE]) for number in range(count))


def batch_count(articles: int) -> int:
    """As many batches as can be filled, in powers of two, so that it seldom is another number.

    >>> batch_count(5), batch_count(60), batch_count(10_000)
    (1, 4, 16)
    """
    return min(MOST, 1 << (max(1, articles // SIZE).bit_length() - 1))
