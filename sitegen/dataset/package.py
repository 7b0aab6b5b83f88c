"""The files of the archive as data → a description of them (Data Package of Frictionless Data), with counts and digests."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import json

from sitegen.dataset.fields import FIRST, LAST, MARKDOWN, TERMS, WORDS, Described, Field, schema, taxonomy_field
from sitegen.model import OutputFile, SiteFacts

FOLDER = "data"
PACKAGE = f"{FOLDER}/datapackage.json"
TREE_SCHEMA, TABLE_SCHEMA = "articles-jsonl.schema.json", "articles-csv.schema.json"
MEDIA_TYPES = {"jsonl": "application/jsonl", "csv": "text/csv"}


class Resource(NamedTuple):
    """A file of data: its path, bytes and SHA-256, and how many lines it tells of."""

    path: str
    size: int
    digest: str
    rows: int


def year_path(year: str, form: str) -> str:
    """The file of the articles of a year, or of the undated.

    >>> year_path("2024", "csv")
    'data/2024.csv.gz'
    """
    return f"{FOLDER}/{year}.{form}.gz"


def package_json(
    facts: SiteFacts, years: Sequence[Resource], terms: Resource, words: Resource, *, articles: int
) -> bytes:
    """Describe all of them."""
    told = {
        "name": re.sub(r"[^a-z0-9._-]+", "-", f"{facts.origin.partition('://')[2]}{facts.base_path}".lower()).strip(
            "-"
        ),
        "title": str(facts.title),
        "description": str(facts.description) or str(facts.title),
        "homepage": f"{facts.origin}{facts.base_path}/",
        "profile": "data-package",
        "articles": articles,
        "resources": [
            *map(_articles, years),
            _table(terms, "terms", TERMS, ["taxonomy", "key"]),
            _table(words, "glossary", WORDS, ["written", "script", "form"]),
        ],
    }
    return json.format(json.encode(told), indent=2) + b"\n"


def schema_files(facts: SiteFacts) -> tuple[OutputFile, ...]:
    """What the fields of an article are, in both forms."""
    taxonomies = [taxonomy_field(each.key, str(each.name)) for each in facts.taxonomies]
    table = (*FIRST, *taxonomies, *LAST)
    return (
        _schema_file(TREE_SCHEMA, (*table, MARKDOWN), flat=False),
        _schema_file(TABLE_SCHEMA, table, flat=True),
    )


def _schema_file(name: str, fields: Sequence[Field], *, flat: bool) -> OutputFile:
    content = json.format(json.encode(schema(fields, key="id", flat=flat)), indent=2) + b"\n"
    return OutputFile(path=f"{FOLDER}/{name}", content=content)


def _articles(resource: Resource) -> Described:
    year, form, _ = resource.path.rpartition("/")[2].split(".")
    return {
        "name": f"articles-{year}-{form}",
        **_file(resource, form),
        "compression": "gz",
        "schema": TREE_SCHEMA if form == "jsonl" else TABLE_SCHEMA,
    }


def _table(resource: Resource, name: str, fields: Sequence[Field], key: list[str]) -> Described:
    return {"name": name, **_file(resource, "csv"), "schema": schema(fields, key=key, flat=True)}


def _file(resource: Resource, form: str) -> Described:
    return {
        "path": resource.path.removeprefix(f"{FOLDER}/"),
        "format": form,
        "mediatype": MEDIA_TYPES[form],
        "encoding": "utf-8",
        "bytes": resource.size,
        "hash": f"sha256:{resource.digest}",
        "rows": resource.rows,
    }
