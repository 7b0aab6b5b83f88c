"""Parts that the series of an archive leave out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.checker.findings import Finding, warning
from sitegen.errors import Place
from sitegen.messages import message
from sitegen.model import Article, Assignment, Key

SERIES = "series"
MANY = 20
"""Missing parts of one series from which on they are not parts but another way to count."""


def part_gaps(articles: Sequence[Article]) -> Iterator[Finding]:
    """Name the parts that are missing between those of a series; articles without a number fill gaps, as they do on pages."""
    for members in _members(articles).values():
        named = {assigned.part: article for article, assigned in members if assigned.part}
        missing = sorted(set(range(1, max(named, default=0))) - named.keys())
        missing = missing[sum(assigned.part is None for _, assigned in members) :]
        for part in missing if len(missing) <= MANY else []:
            following = named[min(each for each in named if each > part)]
            problem = message("part {part} of {name} is missing", part=part, name=members[0][1].path[-1].name)
            hint = message("find part {part}, or renumber this one and those after it", part=part)
            yield warning("part-gap", problem, Place(following.file, following.line(SERIES)), hint)


def _members(articles: Sequence[Article]) -> dict[Key, list[tuple[Article, Assignment]]]:
    members: dict[Key, list[tuple[Article, Assignment]]] = defaultdict(list)
    for article in articles:
        for assigned in article.assigned(SERIES):
            members[assigned.key].append((article, assigned))
    return members
