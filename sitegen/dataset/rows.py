"""An article as its author wrote it → a line of data."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct, json

from sitegen.dataset.fields import taxonomy_field
from sitegen.model import Article, Assignment, RoughDate, Text

Wording = Callable[[Text], Text]


class Row(Struct, frozen=True):
    """What is told of an article besides what stands in it: its names on the web, and its text without and with markup."""

    article: Article
    id: str
    url: str
    text: str
    markdown: str | None


def row_json(row: Row, taxonomies: Sequence[str], written: Wording) -> bytes:
    """One line of JSON, without its end; `taxonomies` are the keys of those of the site, `written` works out rules in words."""
    return json.encode(dict(_values(row, taxonomies, written)))


def _values(row: Row, taxonomies: Sequence[str], written: Wording) -> Iterator[tuple[str, Any]]:
    def words(text: Text | None) -> str | None:
        return written(text).value if text else None

    article, edition = row.article, row.article.edition
    yield "id", row.id
    yield "url", row.url
    yield "title", words(article.title)
    yield "subtitle", words(article.subtitle)
    yield "date", _date(article.date)
    yield "updated", _date(article.updated)
    yield "script", article.script.value
    for key in taxonomies:
        yield taxonomy_field(key, "").name, [_term(each, written) for each in article.assigned(key)]
    yield "summary", words(article.summary)
    yield "characters", article.characters
    yield "issue", words(edition.issue) if edition else None
    yield "page", words(edition.page) if edition else None
    yield "rights", words(article.rights)
    yield "origin", article.origin.address if article.origin else None
    yield "corrections", [{"date": _date(each.date), "text": words(each.text) or ""} for each in article.corrections]
    yield "text", row.text
    yield "markdown", row.markdown


def _term(assigned: Assignment, written: Wording) -> dict[str, object]:
    """A term, and what it is to this article; without what is not known."""
    told = {
        "key": "/".join(assigned.key),
        "name": "/".join(written(each.name).value for each in assigned.path),
        "role": written(assigned.role).value if assigned.role else None,
        "part": assigned.part,
    }
    return {name: value for name, value in told.items() if value is not None}


def _date(date: RoughDate | None) -> str | None:
    return date.iso if date else None
