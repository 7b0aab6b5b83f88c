"""How much a term says of an article: four bits, fixed when the entry is made and dependent on nothing but the article."""

from collections.abc import Iterable, Mapping

TITLE = 4
"""The term stands in the title or subtitle."""

NAME = 8
"""The term stands in the name of a series, tag, place, person or source."""

USUAL = 600
"""Terms of an article of common length, counted each time."""

OFTEN = (2, 3, 5)
"""Counts in an article of common length from which on a term is of the next class."""


def weights_of(text: Mapping[str, int], title: Iterable[str], names: Iterable[str]) -> dict[str, int]:
    """Weigh the terms of an article: how often they stand in the text, as one of four classes, and where else."""
    limits = tuple(each * _length(sum(text.values())) for each in OFTEN)
    weights = {term: sum(count >= limit for limit in limits) if count > 1 else 0 for term, count in text.items()}
    for flag, terms in ((TITLE, title), (NAME, names)):
        for term in terms:
            weights[term] = weights.get(term, 0) | flag
    return weights


def _length(count: int) -> float:
    """How long an article is beside others, roughly: an edit seldom makes another of it, and so of the weights."""
    return next(
        factor
        for most, factor in ((USUAL // 2, 0.5), (USUAL * 2, 1.0), (USUAL * 6, 1.5), (count, 2.0))
        if count <= most
    )
