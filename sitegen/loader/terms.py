"""Turn the names of tags, series, places and people into terms with an identity."""

import re
from dataclasses import replace
from unicodedata import normalize

from sitegen.chinese import convert, script_of, slug_of, term_key
from sitegen.loader.schema import AssignedFields
from sitegen.model import Assignment, Script, Taxonomy, Term, Text

INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]")
"""Characters of no width, which scraped names are full of."""


def assignments(
    fields: tuple[AssignedFields, ...], taxonomy: Taxonomy, script: Script, *, fixed: bool = False
) -> tuple[Assignment, ...]:
    """Make the terms of one article in one taxonomy, each once, in the order written."""
    made = [
        replace(assign(each.name, taxonomy, script), role=_role(each, script, fixed=fixed), part=each.part)
        for each in fields
    ]
    return tuple({each.key: each for each in reversed(made)}[key] for key in _keys(made))


def assign(name: str, taxonomy: Taxonomy, script: Script) -> Assignment:
    """Make an assignment from a name; in a hierarchical taxonomy 甘肃省/兰州市 is a path of two."""
    plain = INVISIBLE.sub("", normalize("NFKC", name)).strip()
    steps = plain.split("/") if taxonomy.hierarchical else [plain]
    return Assignment(path=tuple(_term(step.strip(), script) for step in steps if step.strip()))


def _role(fields: AssignedFields, script: Script, *, fixed: bool) -> Text | None:
    return Text(fields.role, script, fixed=fixed) if fields.role else None


def slug_for(name: str, script: Script) -> str:
    """Spell a name, in whatever script it is, from its Simplified form."""
    judged = script_of(name) or script
    return slug_of(convert(name, judged, Script.HANS))


def _term(name: str, script: Script) -> Term:
    key = term_key(name, script)
    return Term(key=key, name=Text(name, script_of(name) or script), slug=slug_of(key))


def _keys(made: list[Assignment]) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(each.key for each in made))
