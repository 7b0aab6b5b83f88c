"""The bytes of one file → an article, a page or the words of a term."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sitegen.errors import FieldError, Place
from sitegen.files import Found
from sitegen.loader.dates import date_in_name
from sitegen.loader.draft import Draft, read
from sitegen.loader.links import refer
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
from sitegen.loader.settings import Reading
from sitegen.loader.terms import Writing, assign, assignments, slug_for
from sitegen.messages import message
from sitegen.model import (
    Article,
    Assignment,
    DatedNote,
    Edition,
    Origin,
    Picture,
    PlainPage,
    Taxonomy,
    TermNote,
    Text,
)


def read_article(found: Found, reading: Reading, data: bytes) -> Article:
    """Read an article from the bytes of its file; raise every problem in it at once."""
    fields, draft = read(found, article_fields(reading.taxonomies), reading, data)
    date, name = date_in_name(found.stem, reading.zone)
    words = draft.words
    return Article(
        file=found.shown,
        lines=tuple((str(path[0]), line) for path, line in draft.document.lines.items() if len(path) == 1),
        slug=fields.slug or slug_for(name, draft.script),
        script=draft.script,
        title=words(fields.title),
        subtitle=words(fields.subtitle),
        summary=draft.summary,
        date=fields.date or date,
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
    fields, draft = read(found, PageFields, reading, data)
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
    fields, draft = read(found, TermFields, reading, data)
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


def _terms(fields: ArticleFields, draft: Draft, reading: Reading) -> tuple[tuple[str, tuple[Assignment, ...]], ...]:
    writing = Writing(draft.script, reading.glossary.words)
    return tuple(
        (taxonomy.key, assignments(given, taxonomy, writing, draft.words))
        for taxonomy in reading.taxonomies
        if (given := getattr(fields, taxonomy.key))
    )


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


def _picture(cover: CoverFields | None, draft: Draft) -> Picture | None:
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
