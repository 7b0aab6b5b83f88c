"""Turn the names of tags, series, places and people into terms with an identity."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from sitegen.chinese import convert, relevant, script_of, slug_of, term_key
from sitegen.loader.schema import AssignedFields
from sitegen.model import Assignment, Glossary, Script, Taxonomy, Term, Text


class Writing(NamedTuple):
    """The script that names are in where they do not show it, and the site's words for them."""

    script: Script
    glossary: Glossary = ()


INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]")
"""Characters of no width, which scraped names are full of."""


def assignments(
    fields: Iterable[AssignedFields], taxonomy: Taxonomy, writing: Writing, words: Callable[[str], Text]
) -> tuple[Assignment, ...]:
    """Make the terms of one article in one taxonomy, each once, in the order written; `words` are its author's."""
    made = [_assigned(each, assign(each.name, taxonomy, writing), words) for each in fields]
    by_key = {each.key: each for each in reversed(made)}
    return tuple(by_key[key] for key in dict.fromkeys(each.key for each in made))


def assign(name: str, taxonomy: Taxonomy, writing: Writing) -> Assignment:
    """Make an assignment from a name; in a hierarchical taxonomy 甘肃省/兰州市 is a path of two."""
    plain = INVISIBLE.sub("", normalize("NFKC", name)).strip()
    steps = plain.split("/") if taxonomy.hierarchical else [plain]
    return Assignment(path=tuple(_term(step.strip(), writing) for step in steps if step.strip()))


def _assigned(fields: AssignedFields, made: Assignment, words: Callable[[str], Text]) -> Assignment:
    """Add what the article says of its part in the term, which most say nothing of."""
    if not fields.role and fields.part is None:
        return made
    return replace(made, role=words(fields.role) if fields.role else None, part=fields.part)


def slug_for(name: str, script: Script) -> str:
    """Spell a name, in whatever script it is, from its Simplified form."""
    judged = script_of(name) or script
    return slug_of(convert(name, judged, Script.HANS))


@lru_cache(maxsize=10_000)
def _term(name: str, writing: Writing) -> Term:
    key = term_key(name, writing.script)
    script = script_of(name) or writing.script
    return Term(key=key, name=Text(name, script, glossary=relevant(writing.glossary, name)), slug=slug_of(key))
