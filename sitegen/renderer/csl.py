"""Say what is known of an article to programs that cite: a page in CSL-JSON. No template can forget a field of it."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import json

from sitegen.model import BesidePage, RoughDate, Text
from sitegen.renderer.controls import without_controls

Item = dict[str, object]


def csl_json(page: BesidePage) -> Markup:
    """An article of a newspaper, else of this site, as a list of one item."""
    item = {name: value for name, value in _item(page).items() if value}
    return Markup(json.format(json.encode([item]), indent=1).decode())  # noqa: S704  # nothing but JSON takes it


def _item(page: BesidePage) -> Item:
    edition = page.edition
    return {
        "id": page.address,
        "type": "article-newspaper" if page.papers else "webpage",
        "title": _title(page),
        "author": _authors(page),
        "container-title": _words(page.papers[0] if page.papers else page.publisher),
        "collection-title": _words(page.series[0]) if page.series else "",
        "publisher": _words(page.publisher),
        "issued": {"date-parts": [_parts(page.date)]} if page.date else None,
        "issue": _words(edition.issue) if edition else "",
        "page": _words(edition.page) if edition else "",
        "abstract": _words(page.description),
        "keyword": ", ".join(map(_words, page.keywords)),
        "language": page.language.value,
        "URL": page.address,
    }


def _title(page: BesidePage) -> str:
    has_more = page.subtitle and page.subtitle != page.title
    return f"{_words(page.title)}: {_words(page.subtitle)}" if has_more else _words(page.title)


def _authors(page: BesidePage) -> list[Item]:
    """The people as they signed: nobody can tell a family name from a given one for certain."""
    names: Sequence[Text] = page.authors or (() if page.papers else (page.publisher,))
    return [{"literal": _words(each)} for each in names]


def _parts(date: RoughDate) -> list[int]:
    return [int(each) for each in (date.year, date.month, date.day) if each]


def _words(text: Text) -> str:
    return " ".join(without_controls(str(text)).split())
