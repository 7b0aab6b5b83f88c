"""How much a term says of an article: four bits, fixed when the entry is made and dependent on nothing but the article."""

from collections.abc import Iterable, Mapping
from functools import cache

from sitegen.search.keys import Key

TITLE = 4
"""The term stands in the title or subtitle."""

NAME = 8
"""The term stands in the name of a series, tag, place, person or source."""

USUAL = 1200
"""Terms of an article of common length, counted each time."""

OFTEN = (2, 3, 5)
"""Counts in an article of common length from which on a term is of the next class."""

MOST = 3
"""The highest class."""


def weights_of(text: Mapping[Key, int], title: Iterable[Key], names: Iterable[Key]) -> dict[Key, int]:
    """Weigh the terms of an article: how often they stand in the text, as one of four classes, and where else."""
    classes = _classes(_length(sum(text.values())))
    known = len(classes)
    weights = {key: 0 if count == 1 else classes[count] if count < known else MOST for key, count in text.items()}
    for flag, keys in ((TITLE, title), (NAME, names)):
        for key in keys:
            weights[key] = weights.get(key, 0) | flag
    return weights


@cache
def _classes(length: float) -> bytes:
    """The class of each count, up to the first of the highest class."""
    return bytes(sum(count >= length * each for each in OFTEN) for count in range(int(length * OFTEN[-1]) + 1))


def _length(count: int) -> float:
    """How long an article is beside others, roughly: an edit seldom makes another of it, and so of the weights."""
    return next(
        factor
        for most, factor in ((USUAL // 2, 0.5), (USUAL * 2, 1.0), (USUAL * 6, 1.5), (count, 2.0))
        if count <= most
    )
