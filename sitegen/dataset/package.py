"""The files of the archive as data → a description of them (Data Package of Frictionless Data), with counts and digests."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import json

from sitegen.dataset.fields import FIRST, LAST, MARKDOWN, TERM, WORD, Described, Field, schema, taxonomy_field
from sitegen.model import OutputFile, SiteFacts
from sitegen.model.archived import FOLDER, TABLE_SCHEMA, TREE_SCHEMA

MEDIA_TYPES = {"jsonl": "application/jsonl", "csv": "text/csv"}


class Resource(NamedTuple):
    """A file of data: its path, bytes and SHA-256, and how many lines it tells of."""

    path: str
    size: int
    digest: str
    rows: int


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
            _table(terms, "terms", TERM, ["taxonomy", "key"]),
            _table(words, "glossary", WORD, ["written", "script", "form"]),
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


def _schema_file(path: str, fields: Sequence[Field], *, flat: bool) -> OutputFile:
    content = json.format(json.encode(schema(fields, key="id", flat=flat)), indent=2) + b"\n"
    return OutputFile(path=path, content=content)


def _articles(resource: Resource) -> Described:
    year, form, _ = resource.path.rpartition("/")[2].split(".")
    return {
        "name": f"articles-{year}-{form}",
        **_file(resource, form),
        "compression": "gz",
        "schema": _beside(TREE_SCHEMA if form == "jsonl" else TABLE_SCHEMA),
    }


def _table(resource: Resource, name: str, fields: Sequence[Field], key: list[str]) -> Described:
    return {"name": name, **_file(resource, "csv"), "schema": schema(fields, key=key, flat=True)}


def _file(resource: Resource, form: str) -> Described:
    return {
        "path": _beside(resource.path),
        "format": form,
        "mediatype": MEDIA_TYPES[form],
        "encoding": "utf-8",
        "bytes": resource.size,
        "hash": f"sha256:{resource.digest}",
        "rows": resource.rows,
    }


def _beside(path: str) -> str:
    """A file as its neighbours call it."""
    return path.removeprefix(f"{FOLDER}/")
