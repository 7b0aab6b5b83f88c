"""Write a clipping as an editor would write the file of an article."""

import re
from collections.abc import Iterator, Mapping

from sitegen.chinese import escaped
from sitegen.documents import EMPTY
from sitegen.importer.clipping import Clipping, Person
from sitegen.messages import Message
from sitegen.model import Script
from sitegen.translation import said

PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<.][^\n]*")
"""What may stand in YAML without quotation marks, where no sign of YAML's is inside."""

INSIDE = re.compile(r": |:$| #|^\s|\s$")
IN_FLOW = re.compile(r"[,:?\[\]{}]")


def article_file(clipping: Clipping, origin: Mapping[str, object]) -> str:
    """The whole file: a front matter in the order that editors read, and a paragraph a line.

    What an editor is to look at is said in the language that is spoken now, by whoever imports, and stays in it.
    """
    return "\n".join(["---", *_front_matter(clipping, origin), "---", *clipping.paragraphs, ""])


def _front_matter(clipping: Clipping, origin: Mapping[str, object]) -> Iterator[str]:
    yield f"title: {scalar(escaped(clipping.title))}"
    if clipping.subtitle:
        yield f"subtitle: {scalar(escaped(clipping.subtitle))}"
    if clipping.date:
        yield f"date: {clipping.date}"
    yield from _names("series", clipping.series)
    yield from _names("places", clipping.places)
    yield from _people(clipping.authors)
    yield from _names("sources", clipping.sources)
    if clipping.summary:
        yield f"summary: {scalar(escaped(clipping.summary))}"
    if clipping.script is not Script.HANS:
        yield f"script: {clipping.script}"
    if clipping.title_inferred:
        yield "title_inferred: true"
    yield from _review(clipping.review)
    yield from _mapping("origin", origin)


def scalar(text: str, *, in_flow: bool = False) -> str:
    """Write words as YAML, in quotation marks only where they need them.

    >>> scalar("春耕：三件事"), scalar("a: b"), scalar("- 甲"), scalar("null")
    ('春耕：三件事', "'a: b'", "'- 甲'", "'null'")
    """
    is_plain = (
        text not in EMPTY
        and PLAIN.fullmatch(text)
        and not INSIDE.search(text)
        and not (in_flow and IN_FLOW.search(text))
    )
    return text if is_plain else "'" + text.replace("'", "''") + "'"


def _names(key: str, names: tuple[str, ...]) -> Iterator[str]:
    if len(names) == 1 and key == "series":
        yield f"{key}: {_name(names[0])}"
    elif names:
        yield f"{key}: [{', '.join(_name(name) for name in names)}]"


def _name(name: str) -> str:
    """A name holds no rule, and -{ would begin one."""
    return scalar(name.replace("-{", "{"), in_flow=True)


def _people(people: tuple[Person, ...]) -> Iterator[str]:
    if people:
        yield "authors:"
    for person in people:
        role = f", role: {_name(person.role)}" if person.role else ""
        yield f"  - {{name: {_name(person.name)}{role}}}"


def _review(notes: tuple[Message, ...]) -> Iterator[str]:
    if notes:
        yield "review:"
    yield from (f"  - {scalar(said(note))}" for note in notes)


def _mapping(key: str, values: Mapping[str, object], indent: str = "") -> Iterator[str]:
    yield f"{indent}{key}:"
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _mapping(name, value, indent + "  ")
        else:
            yield f"{indent}  {name}: {scalar(str(value))}"
