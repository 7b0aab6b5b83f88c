"""Tags that were meant to be others: used once, spelled otherwise, a character apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sitegen.checker.findings import Finding, warning
from sitegen.errors import Place
from sitegen.messages import counted, message
from sitegen.model import Article, Script, Term

TAGS = "tags"
FEW = 10
"""Articles below which every tag is new."""

RARE = 2
"""Articles of a tag that may be a slip of the pen."""

SHORTEST, SHORTEST_OF_ONE_SOUND = 4, 3
"""Characters of tags that one of them makes alike, and of those that sound the same."""

APART = (
    "0123456789",
    "〇一二三四五六七八九十百千",
    "东西南北中",
    "上中下",
    "春夏秋冬",
    "大中小",
    "甲乙丙丁",
    "新老旧",
    "男女",
    "省市县区乡镇村",
)
"""Characters that are exchanged on purpose: 2023年春耕 and 2024年春耕 are two."""


class Use(NamedTuple):
    """An article that has a tag."""

    article: Article
    term: Term

    @property
    def place(self) -> Place:
        """Where it says so."""
        return Place(self.article.file, self.article.line(TAGS))


def uses_of_tags(articles: Sequence[Article]) -> dict[str, list[Use]]:
    """Who has each tag, by its identity."""
    uses: dict[str, list[Use]] = defaultdict(list)
    for article in articles:
        for assigned in article.assigned(TAGS):
            uses[assigned.path[0].key].append(Use(article, assigned.path[0]))
    return uses


def used_once(articles: Sequence[Article]) -> Iterator[Finding]:
    """Name tags that lead from one article to no other."""
    for uses in uses_of_tags(articles).values() if len(articles) >= FEW else ():
        if len(uses) == 1:
            problem = message("no other article has the tag {tag}", tag=uses[0].term.name)
            hint = message("take a tag that others have, or leave it out")
            yield warning("tag-used-once", problem, uses[0].place, hint)


def spelled_otherwise(articles: Sequence[Article]) -> Iterator[Finding]:
    """Name tags that are one with another, but written otherwise than other articles of the same script write it."""
    for use, usual in respelled(articles):
        problem = message("the tag {tag} is written {usual} elsewhere", tag=use.term.name, usual=usual)
        hint = message("write {right}; `sitegen check --fix` does", right=usual)
        yield warning("tag-spelling", problem, use.place, hint)


def respelled(articles: Sequence[Article]) -> Iterator[tuple[Use, str]]:
    """Give each use of a tag that is written otherwise than usual, and what is usual."""
    for uses in uses_of_tags(articles).values():
        if len({use.term.name.value for use in uses}) > 1:
            usual = _usual(uses)
            yield from (
                (use, usual[use.article.script]) for use in uses if use.term.name.value != usual[use.article.script]
            )


def _usual(uses: Sequence[Use]) -> Mapping[Script, str]:
    """How articles of each script write a tag: as most of them do."""
    counts: dict[Script, Counter[str]] = defaultdict(Counter)
    for use in uses:
        counts[use.article.script][use.term.name.value] += 1
    own = {
        script: Counter({use.term.name.value for use in uses if use.term.name.script is script}) for script in counts
    }
    return {
        script: min(counted, key=lambda name: (-counted[name], -own[script][name], name))
        for script, counted in counts.items()
    }


def alike(articles: Sequence[Article]) -> Iterator[Finding]:
    """Name tags that a blank or one character tells from another, which has more articles."""
    uses = uses_of_tags(articles)
    for rarer, other in sorted(_pairs(uses)):
        problem = counted(
            "the tag {tag} is nearly {other}, which {count} article has",
            "the tag {tag} is nearly {other}, which {count} articles have",
            count=len(uses[other]),
            tag=uses[rarer][0].term.name,
            other=uses[other][0].term.name,
        )
        hint = message("write both the same; if they are two, `silence: tags-alike`")
        yield warning("tags-alike", problem, uses[rarer][0].place, hint)


def _pairs(uses: Mapping[str, Sequence[Use]]) -> set[tuple[str, str]]:
    """Pairs of tags that are alike, the rarer one first."""
    near: dict[str, list[str]] = defaultdict(list)
    for key in uses:
        for form in _forms(key):
            near[form].append(key)
    found = {pair for keys in near.values() for pair in combinations(sorted(set(keys)), 2) if _are_alike(*pair, uses)}
    return {(a, b) if len(uses[a]) <= len(uses[b]) else (b, a) for a, b in found}


def _forms(key: str) -> set[str]:
    """The key without blanks, and the same without each of its characters: two that are alike share one of them."""
    bare = _bare(key)
    return {bare} | {bare[:at] + bare[at + 1 :] for at in range(len(bare)) if len(bare) >= SHORTEST_OF_ONE_SOUND}


def _are_alike(one: str, other: str, uses: Mapping[str, Sequence[Use]]) -> bool:
    a, b = _bare(one), _bare(other)
    if a == b:
        return True
    if min(len(uses[one]), len(uses[other])) > RARE or not _is_one_apart(a, b):
        return False
    sounds_the_same = uses[one][0].term.slug == uses[other][0].term.slug
    return min(len(a), len(b)) >= (SHORTEST_OF_ONE_SOUND if sounds_the_same else SHORTEST)


def _is_one_apart(one: str, other: str) -> bool:
    """Whether one character was exchanged, added or left out, and not on purpose."""
    shorter, longer = sorted((one, other), key=len)
    at = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :] and not longer[at].isdigit() and at not in {0, len(shorter)}
    same_rest = shorter[at + 1 :] == longer[at + 1 :]
    return same_rest and not any(shorter[at] in each and longer[at] in each for each in APART)


def _bare(key: str) -> str:
    return "".join(character for character in key if not character.isspace() and character not in "-_·・")
