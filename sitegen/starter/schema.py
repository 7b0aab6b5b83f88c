"""JSON Schema of what editors write, made of the models that read it: a file that is read is never refused by it.

A program that edits YAML sees numbers and booleans where the loader, which takes every value as it is written, sees text.
"""

import json
from typing import Any

from pydantic import BaseModel

from sitegen.config import Config, TaxonomySettings
from sitegen.loader.schema import article_fields
from sitegen.loader.synonyms import SYNONYMS
from sitegen.messages import Message, message
from sitegen.model import SiteFacts
from sitegen.starter.about import ARTICLE, SITE, about_terms
from sitegen.translation import said

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that editors understand best; nothing here is newer."""

SCALARS = ["string", "number", "boolean"]
YES_AND_NO = ["yes", "no", "on", "off", "y", "n", "t", "f", 1, 0]
"""What else than true and false stands for them, in small letters, as text or as a number."""

UNSAID = ("title", "default", "description")
"""What a model says besides, for programmers."""


def article_schema(config: Config | None = None) -> Schema:
    """The schema of the front matter of an article, with the taxonomies of a site or those that a site has by itself."""
    facts = (config or Config(title="…", base_url="https://example.org/")).facts()
    model = article_fields(facts.taxonomies)
    schema = _schema_of(model)
    _describe(schema["properties"], {**_terms(facts), **ARTICLE})
    _add_other_names(schema["properties"])
    return {**schema, "title": said(message("the front matter of an article"))}


def site_schema() -> Schema:
    """The schema of site.yaml."""
    schema = _schema_of(Config)
    schema["$defs"][TaxonomySettings.__name__].pop("required")  # the taxonomies of every site have their names
    (taxonomies, *_) = schema["properties"]["taxonomies"]["anyOf"]
    taxonomies["additionalProperties"] = _or_nothing(taxonomies["additionalProperties"])
    _describe(schema["properties"], SITE)
    return {**schema, "title": said(message("the settings of a site"))}


def as_json(schema: Schema) -> str:
    """A schema as a file of its own."""
    return json.dumps(schema, ensure_ascii=False, indent=2)


def _schema_of(model: type[BaseModel]) -> Schema:
    schema = _as_yaml(model.model_json_schema(mode="validation"))
    return {"$schema": DIALECT, **schema}


def _as_yaml(node: Any) -> Any:
    """Take numbers for text, and nothing for what may be left out."""
    if isinstance(node, list):
        return [_as_yaml(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: _as_yaml(value) for key, value in node.items() if key not in (*UNSAID, "properties")}
    if "properties" in node:
        needed = node.get("required", ())
        read = {key: _as_yaml(each) for key, each in node["properties"].items()}
        made["properties"] = {key: each if key in needed else _or_nothing(each) for key, each in read.items()}
    if "items" in made:
        made["items"] = _or_nothing(made["items"])
    return _widened(made)


def _widened(node: Schema) -> Schema:
    match node.get("type"):
        case "string" if "enum" not in node and "const" not in node:
            return {**node, "type": SCALARS}
        case "integer":
            return {**node, "type": ["integer", "string"], "pattern": r"^\s*[0-9]+\s*$"}
        case "boolean":
            pattern = f"^({'|'.join(str(each) for each in ['true', 'false', *YES_AND_NO])})$"
            spelled = "".join(f"[{each}{each.upper()}]" if each.isalpha() else each for each in pattern)
            words = {"type": "string", "pattern": spelled}
            return {"anyOf": [node, words, {"enum": [0, 1]}]}
        case _:
            return node


def _or_nothing(node: Schema) -> Schema:
    """A key without a value is as good as none."""
    if not node or {"type": "null"} in node.get("anyOf", ()):
        return node
    choices = node["anyOf"] if set(node) == {"anyOf"} else [node]
    return {"anyOf": [*choices, {"type": "null"}]}


def _describe(properties: dict[str, Schema], about: dict[str, Message]) -> None:
    for key, node in properties.items():
        node["description"] = said(about[key])


def _terms(facts: SiteFacts) -> dict[str, Message]:
    return {each.key: about_terms(str(each.name)) for each in facts.taxonomies}


def _add_other_names(properties: dict[str, Schema]) -> None:
    """Accept what other generators call a key."""
    for name, ours in SYNONYMS.items():
        if ours in properties:
            properties[name] = {**properties[ours], "description": said(message("the same as `{key}`", key=ours))}
    properties["published"] = {**properties["draft"], "description": said(message("false: the same as `draft: true`"))}
    properties["status"] = {
        "enum": ["draft", "published", None],
        "description": said(message("draft: the same as `draft: true`")),
    }
