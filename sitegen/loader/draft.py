"""One file → what every kind of file has: its fields, its body, the script it is in, what there is to warn of."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeVar

from sitegen.chinese import relevant, script_of, term_key, without_rules
from sitegen.documents import Document
from sitegen.errors import Warn, raise_all
from sitegen.fields import validate
from sitegen.files import Found
from sitegen.loader.bodies import Gist, body_of, gist_of
from sitegen.loader.frontmatter import split
from sitegen.loader.glossary import glossary_of
from sitegen.loader.marks import faults_of
from sitegen.loader.pictures import no_alt, unnamed_pictures
from sitegen.loader.schema import CoverFields, PageFields
from sitegen.loader.scripts import doubts, faults_in_front
from sitegen.loader.settings import Reading
from sitegen.loader.text import clean
from sitegen.messages import message
from sitegen.model import Body, Markup, Script, Text

Fields = TypeVar("Fields", bound=PageFields)


class Draft(NamedTuple):
    """A file half read: what every kind of file has."""

    document: Document
    body: Body
    gist: Gist
    script: Script
    words: Callable[[str], Text]
    summary: Text
    warnings: tuple[Warn, ...]


def read(found: Found, model: type[Fields], reading: Reading, data: bytes) -> tuple[Fields, Draft]:
    """Read the bytes of a file by the model of its fields; raise every problem in it at once."""
    parts = split(clean(data, found.shown), found.shown)
    markup = Markup.PLAIN if found.ending == ".txt" else Markup.MARKDOWN
    fields = validate(model, parts.fields, zone=reading.zone)
    body = body_of(parts.body, found=found, first_line=parts.body_line, markup=markup)
    raise_all([*faults_in_front(parts.fields), *faults_of(parts.body, body)])
    gist = gist_of(parts.body, body)
    script = (
        fields.script or script_of(f"{without_rules(fields.title)}\n{without_rules(parts.body)}") or reading.language
    )
    glossary = glossary_of(fields.glossary, _tags(fields, script), reading.glossary, parts.fields)

    def words(value: str) -> Text:
        return Text(value, script, fixed=not fields.convert, glossary=relevant(glossary, value))

    body = replace(body, script=script, fixed=not fields.convert, glossary=relevant(glossary, parts.body))
    doubtful = () if fields.script or body.fixed else doubts(fields.title, parts, script, found)
    warnings = (*doubtful, *unnamed_pictures(parts.body, body), *_unnamed_cover(fields, parts.fields))
    return fields, Draft(parts.fields, body, gist, script, words, words(fields.summary or gist.summary), warnings)


def _unnamed_cover(fields: PageFields, front: Document) -> Iterator[Warn]:
    cover = getattr(fields, "cover", None)
    if isinstance(cover, CoverFields) and not cover.alt:
        yield no_alt(cover.src, front.place(("cover", "src")), message("write cover: {src: …, alt: …}"))


def _tags(fields: PageFields, script: Script) -> Iterator[str]:
    """The identities of the tags, each of which may take a topic of the site's glossary."""
    return (term_key(each.name, script) for each in getattr(fields, "tags", ()))
