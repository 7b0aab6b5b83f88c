"""Make the entry of an article in the index, from the pages as they were just rendered."""

from collections.abc import Iterator, Sequence

from msgspec import json

from sitegen.cache import EntryRow, entry_digest
from sitegen.model import ArticlePage, ArticleSheet, Figure, Script
from sitegen.plaintext import text_of
from sitegen.renderer import Renderer
from sitegen.search import Entry, Term, Wording, entry_of, facts_in, packed, weights_in


def entry_row(sheet: ArticleSheet, pages: Sequence[tuple[ArticlePage, bool]], renderer: Renderer) -> EntryRow:
    """The entry of an article from its pages in every script; each may be ready in its script."""
    wordings = [_wording(sheet, page, renderer, is_ready=is_ready) for page, is_ready in pages]
    date = sheet.article.date
    terms = packed(weights_in(wordings))
    facts = json.encode(facts_in(sheet.route, date.iso if date else "", wordings))
    digests = entry_digest(terms), entry_digest(facts)
    return EntryRow(sheet.article.file, b"", *digests, terms, facts)


def entry_from(sheet: ArticleSheet, pages: Sequence[tuple[ArticlePage, bool]], renderer: Renderer) -> Entry:
    """The same as a value, for an index that is made at once."""
    date = sheet.article.date
    wordings = [_wording(sheet, page, renderer, is_ready=is_ready) for page, is_ready in pages]
    return entry_of(sheet.route, date.iso if date else "", wordings)


def _wording(sheet: ArticleSheet, page: ArticlePage, renderer: Renderer, *, is_ready: bool) -> Wording:
    own, body = renderer.shown(page, is_ready=is_ready)
    if not isinstance(own, ArticlePage):
        raise TypeError(own)
    text = "\n".join([text_of(body), *_beside(own)])
    return Wording(str(own.title), str(own.subtitle), text, tuple(_terms(sheet, page.script, renderer)))


def _beside(page: ArticlePage) -> Iterator[str]:
    """The words of a page beside its body: under the picture, in corrections, of rights."""
    if isinstance(page.cover, Figure):
        yield from (str(page.cover.caption), str(page.cover.credit))
    yield from (str(each.text) for each in page.corrections)
    yield str(page.rights or "")


def _terms(sheet: ArticleSheet, script: Script, renderer: Renderer) -> Iterator[Term]:
    for key, _, trails in sheet.terms:
        yield from (Term(key, tuple(renderer.words(each.text, script) for each in trail)) for trail in trails)
