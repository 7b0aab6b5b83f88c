"""Cite an article: what is known of it → one line by GB/T 7714-2015, but for the address and the day of the visit."""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.model import Credit, Edition, RoughDate, Text
from sitegen.planner.words import word

NAMED = 3
"""Authors that are named; of more the standard says 等."""


def cite(
    *,
    title: Text,
    subtitle: Text,
    authors: Sequence[Credit],
    sources: Sequence[Credit],
    date: RoughDate | None,
    edition: Edition | None,
    publisher: Text,
) -> tuple[Text, ...]:
    """Put the pieces of a citation in order, each in its own script: an article of a newspaper, else one of this site."""
    people, papers = _names(authors), _names(sources)
    day = date.iso[:10] if date else ""
    cited = [*_people(people or ([] if papers else [publisher])), title]
    if subtitle and subtitle != title:
        cited += [word(": "), subtitle]
    if papers:
        return (*cited, word("[N/OL]. "), papers[0], word(f", {day}" if day else ""), *_page(edition))
    return (*cited, word(f"[EB/OL]. ({day})" if day else "[EB/OL]"))


def _names(credits_: Iterable[Credit]) -> list[Text]:
    return [each.link.text for each in credits_ if not each.is_ours]


def _people(names: Sequence[Text]) -> Iterator[Text]:
    for at, name in enumerate(names[:NAMED]):
        if at:
            yield word(", ")
        yield name
    if names:
        yield word(", 等. " if len(names) > NAMED else ". ")


def _page(edition: Edition | None) -> Iterator[Text]:
    if edition and edition.page:
        yield from (word("("), edition.page, word(")"))
