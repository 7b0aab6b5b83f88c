"""Turn one file into an article, a page or the words of a term."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit

from sitegen.chinese import relevant, script_of, term_key, without_rules
from sitegen.documents import Document
from sitegen.errors import FieldError, Place, Warn, raise_all
from sitegen.fields import validate
from sitegen.files import Found
from sitegen.loader.bodies import Gist, body_of, gist_of
from sitegen.loader.dates import parse_date
from sitegen.loader.frontmatter import split
from sitegen.loader.glossary import glossary_of
from sitegen.loader.links import refer
from sitegen.loader.marks import faults_of
from sitegen.loader.pictures import no_alt, unnamed_pictures
from sitegen.loader.schema import (
    ArticleFields,
    CorrectionFields,
    CoverFields,
    EditionFields,
    PageFields,
    TermFields,
    WithdrawnFields,
    article_fields,
)
from sitegen.loader.scripts import doubts, faults_in_front
from sitegen.loader.settings import Reading
from sitegen.loader.terms import Writing, assign, assignments, slug_for
from sitegen.loader.text import clean
from sitegen.messages import message
from sitegen.model import (
    Article,
    Assignment,
    Body,
    DatedNote,
    Edition,
    Markup,
    Origin,
    Picture,
    PlainPage,
    RoughDate,
    Script,
    Taxonomy,
    TermNote,
    Text,
)

DATED_NAME = re.compile(r"(\d{4}-\d{2}(?:-\d{2}(?!\d))?)(?:[-_ .]+(.*)|(?=[^\x00-\x7f])(.*))?")
Fields = TypeVar("Fields", bound=PageFields)


class _Draft(NamedTuple):
    """A file half read: what every kind of file has."""

    document: Document
    body: Body
    gist: Gist
    script: Script
    words: Callable[[str], Text]
    summary: Text
    warnings: tuple[Warn, ...]


def read_article(found: Found, reading: Reading, data: bytes) -> Article:
    """Read an article from the bytes of its file; raise every problem in it at once."""
    fields, draft = _read(found, article_fields(reading.taxonomies), reading, data)
    dated = _date_in_name(found.stem, reading)
    words = draft.words
    return Article(
        file=found.shown,
        lines=tuple((str(path[0]), line) for path, line in draft.document.lines.items() if len(path) == 1),
        slug=fields.slug or slug_for(dated[1], draft.script),
        script=draft.script,
        title=words(fields.title),
        subtitle=words(fields.subtitle),
        summary=draft.summary,
        date=fields.date or dated[0],
        updated=fields.updated,
        terms=_terms(fields, draft, reading),
        body=draft.body,
        characters=draft.gist.characters,
        cover=_picture(fields.cover, draft),
        references=draft.gist.references,
        aliases=fields.aliases,
        related=fields.related,
        draft=fields.draft,
        expires=fields.expires.start if fields.expires else None,
        withdrawn=_withdrawn(fields.withdrawn, words),
        corrections=tuple(_correction(each, words) for each in fields.corrections),
        rights=words(fields.rights) if fields.rights else None,
        edition=_edition(fields.edition, words),
        origin=_origin(fields.origin),
        review=fields.review,
        warnings=draft.warnings,
        silence=fields.silence,
        extra=fields.extra,
    )


def read_page(found: Found, reading: Reading, data: bytes) -> PlainPage:
    """Read a page that is no article; its place in content/pages/ is its address."""
    fields, draft = _read(found, PageFields, reading, data)
    folder = PurePosixPath(*found.pure.parts[1:]).parent
    folder = folder.parent if found.pure.stem == "index" else folder
    steps = [slug_for(part, draft.script) for part in folder.parts]
    return PlainPage(
        file=found.shown,
        slug="/".join([*steps, fields.slug or slug_for(found.stem, draft.script)]),
        script=draft.script,
        title=draft.words(fields.title),
        summary=draft.summary,
        body=draft.body,
        references=draft.gist.references,
        aliases=fields.aliases,
        warnings=draft.warnings,
        silence=fields.silence,
    )


def read_note(found: Found, taxonomy: Taxonomy, reading: Reading, data: bytes) -> TermNote:
    """Read what a file says of a term; its name is the term's."""
    fields, draft = _read(found, TermFields, reading, data)
    return TermNote(
        file=found.shown,
        taxonomy=taxonomy.key,
        assignment=_named_by(found, taxonomy, Writing(draft.script, reading.glossary.words)),
        slug=fields.slug,
        title=draft.words(fields.title),
        summary=draft.words(fields.summary),
        cover=_picture(fields.cover, draft),
        body=draft.body,
        references=draft.gist.references,
        aliases=fields.aliases,
        warnings=draft.warnings,
        silence=fields.silence,
    )


def _read(found: Found, model: type[Fields], reading: Reading, data: bytes) -> tuple[Fields, _Draft]:
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
    return fields, _Draft(parts.fields, body, gist, script, words, words(fields.summary or gist.summary), warnings)


def _unnamed_cover(fields: PageFields, front: Document) -> Iterator[Warn]:
    cover = getattr(fields, "cover", None)
    if isinstance(cover, CoverFields) and not cover.alt:
        yield no_alt(cover.src, front.place(("cover", "src")), message("write cover: {src: …, alt: …}"))


def _tags(fields: PageFields, script: Script) -> Iterator[str]:
    """The identities of the tags, each of which may take a topic of the site's glossary."""
    return (term_key(each.name, script) for each in getattr(fields, "tags", ()))


def _terms(fields: ArticleFields, draft: _Draft, reading: Reading) -> tuple[tuple[str, tuple[Assignment, ...]], ...]:
    writing = Writing(draft.script, reading.glossary.words)
    return tuple(
        (taxonomy.key, assignments(given, taxonomy, writing, draft.words))
        for taxonomy in reading.taxonomies
        if (given := getattr(fields, taxonomy.key))
    )


def _date_in_name(name: str, reading: Reading) -> tuple[RoughDate | None, str]:
    """Part 2023-06-12-spring into the date and the rest; a name that is only a date keeps it."""
    match = DATED_NAME.fullmatch(name)
    if not match:
        return None, name
    try:
        return parse_date(match[1], reading.zone), match[2] or match[3] or match[1]
    except ValueError:  # 2023-13-45-spring is a name like any other
        return None, name


def _named_by(found: Found, taxonomy: Taxonomy, writing: Writing) -> Assignment:
    parts = [*found.pure.parts[1:-1], *([] if found.pure.stem == "index" else [found.pure.stem])]
    hint = message("name it after the term: content/{key}/….md", key=taxonomy.key)
    unclear = FieldError(message("it is not clear which term this is about"), place=Place(found.shown), hint=hint)
    if not parts or (len(parts) > 1 and not taxonomy.hierarchical):
        raise unclear
    named = assign("/".join(parts), taxonomy, writing)
    if not named.path:
        raise unclear
    return named


def _picture(cover: CoverFields | None, draft: _Draft) -> Picture | None:
    if cover is None:
        return None
    words, place = draft.words, draft.document.place(("cover", "src"))
    return Picture(
        src=replace(refer(cover.src, file=place.file, line=place.line or 1), is_shown=True),
        alt=words(cover.alt),
        caption=words(cover.caption),
        credit=words(cover.credit),
    )


def _withdrawn(fields: WithdrawnFields | None, words: Callable[[str], Text]) -> DatedNote | None:
    return DatedNote(date=fields.date, text=words(fields.reason)) if fields else None


def _correction(fields: CorrectionFields, words: Callable[[str], Text]) -> DatedNote:
    return DatedNote(date=fields.date, text=words(fields.text))


def _edition(fields: EditionFields | None, words: Callable[[str], Text]) -> Edition | None:
    return Edition(issue=words(fields.issue), page=words(fields.page)) if fields else None


def _origin(given: Mapping[str, object]) -> Origin | None:
    """Take an address only where it leads to a page of the web."""
    if not given:
        return None
    address = str(given.get("address") or given.get("url") or "").strip()
    return Origin(address=address if _is_of_the_web(address) else None)


def _is_of_the_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
