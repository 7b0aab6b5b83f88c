"""Number the articles of a series."""

from collections.abc import Iterable
from itertools import count

from sitegen.errors import Place, Warn
from sitegen.messages import message
from sitegen.model import Article
from sitegen.planner.taxonomy import Group

REPEATED = "repeated-part"


def numbered(group: Group, taxonomy: str) -> tuple[tuple[int, Article], ...]:
    """Number a series: a part that an article names is kept, the rest follow by date."""
    named = {article.file: part for article, part in _named_parts(group, taxonomy)}
    taken = set(named.values())
    free = (number for number in count(1) if number not in taken)
    parts = ((named.get(a.file) or next(free), a) for a in group.articles)
    return tuple(sorted(parts, key=lambda pair: pair[0]))


def repeated_parts(groups: Iterable[Group], taxonomy: str) -> tuple[Warn, ...]:
    """Warn of parts of a series that two articles both claim to be."""
    warnings = []
    for group in groups:
        first: dict[int, Article] = {}
        for article, part in _named_parts(group, taxonomy):
            other = first.setdefault(part, article)
            if other is not article:
                problem = message("part {part} of {name} is also {file}", part=part, name=group.name, file=other.file)
                place = Place(article.file, article.line(taxonomy))
                hint = message("give one of them another number")
                warnings.append(Warn(code=REPEATED, problem=problem, place=place, hint=hint))
    return tuple(warnings)


def _named_parts(group: Group, taxonomy: str) -> list[tuple[Article, int]]:
    return [
        (article, each.part)
        for article in group.articles
        for each in article.assigned(taxonomy)
        if each.key == group.key and each.part
    ]
