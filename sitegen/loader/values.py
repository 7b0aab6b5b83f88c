"""What a field of a front matter may hold → the same as plain values, or why it cannot mean anything."""

import re
from typing import Annotated, Any
from unicodedata import normalize
from urllib.parse import unquote

from pydantic import BeforeValidator, Field, ValidationInfo

from sitegen.chinese import has_rules, rule_of
from sitegen.fields import wrong
from sitegen.loader.dates import SHAPE as DATE_SHAPE
from sitegen.loader.dates import parse_date
from sitegen.loader.glossary import named
from sitegen.messages import message
from sitegen.model import RoughDate

SLUG = re.compile(r"[\w~-][\w.~-]*")

LONGEST_NAME = 200
"""Bytes of a path segment; most file systems take 255."""


def _date(value: object, info: ValidationInfo) -> RoughDate:
    return parse_date(str(value), (info.context or {})["zone"])


def _slug(value: object) -> object:
    slug = normalize("NFC", str(value))
    if "/" in slug or "\\" in slug or ".." in slug:
        raise wrong(
            message("{slug!r} would leave the folder of its kind", slug=slug),
            message("write letters, digits and hyphens"),
        )
    if not SLUG.fullmatch(slug) or len(slug.encode()) > LONGEST_NAME:
        raise wrong(
            message("{slug!r} cannot be a part of an address", slug=slug), message("write letters, digits and hyphens")
        )
    return slug


def _alias(value: object) -> object:
    path = normalize("NFC", unquote(str(value)))
    if not path.startswith("/") or path.startswith("//"):
        raise wrong(
            message("{path!r} is no address of this site", path=path),
            message("begin it with one /; it counts from base_url"),
        )
    if re.search(r"[?#\\\x00-\x1f]", path):
        raise wrong(message("{path!r} cannot be a file", path=path), message("leave out what follows ? or #"))
    if {".", ".."} & set(path.split("/")):
        raise wrong(message("{path!r} would leave the site", path=path), message("write it in full, without . and .."))
    if any(len(part.encode()) > LONGEST_NAME for part in path.split("/")):
        raise wrong(
            message("a part of it is too long for a file's name"), message("shorten it, or leave it to the server")
        )
    return path


def _file_beside(value: object) -> object:
    path = str(value)
    if not path.strip() or path.startswith("/") or "\\" in path or ":" in path:
        raise wrong(
            message("{path!r} is no file beside the article", path=path), message("write its name, as in photo.jpg")
        )
    return path


def _in_scripts(value: object) -> object:
    """Let a mapping say the words for each script: they become one rule."""
    if not isinstance(value, dict):
        return value
    forms = {named(tag): _form(words) for tag, words in value.items() if words is not None}
    if not forms:
        raise wrong(message("says nothing"), message("write it out, or leave the line out"))
    return rule_of(forms)


def _form(words: object) -> str:
    if not isinstance(words, str) or has_rules(words) or "}-" in words:
        raise wrong(
            message("{words} is more than words", words=repr(words)), message("write plain words for each script")
        )
    return words.strip()


def _plain_scalars(value: object) -> object:
    """Give free values the types of YAML 1.2: numbers, true and false, else text."""
    if isinstance(value, dict):
        return {key: _plain_scalars(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain_scalars(each) for each in value]
    text = str(value)
    if text in {"true", "false"}:
        return text == "true"
    if re.fullmatch(r"[-+]?(0|[1-9]\d{0,15})", text, re.ASCII):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?\d{1,15}\.\d{1,15}", text, re.ASCII) else value


def _shape(pattern: str) -> Any:
    """What an editor can tell of a value while it is typed; a validator says the rest."""
    return Annotated[str, Field(pattern=pattern)]


def _dated() -> Any:
    """The same of a date; a program that edits YAML takes a year for a number."""
    as_number: dict[str, Any] = {"type": ["string", "integer"], "minimum": 1000, "maximum": 2999}
    return Annotated[str, Field(pattern=DATE_SHAPE, json_schema_extra=as_number)]


Date = Annotated[RoughDate, BeforeValidator(_date, json_schema_input_type=_dated())]
"""A day, a month or a year, with a time or without."""

Slug = Annotated[str, BeforeValidator(_slug, json_schema_input_type=_shape(r"^(?!.*\.\.)[^/\\\s.][^/\\\s]*$"))]
"""The last part of an address."""

Alias = Annotated[str, BeforeValidator(_alias, json_schema_input_type=_shape(r"^(/|%2[Ff])(?!/)[^?#\\]*$"))]
"""An old address of this site."""

FileBeside = Annotated[
    str, BeforeValidator(_file_beside, json_schema_input_type=_shape(r"^(?!/)[^:\\]*[^:\\\s][^:\\]*$"))
]
"""The name of a file beside the article."""

Words = Annotated[str, Field(min_length=1)]
"""Something that is said at all."""

InScripts = Annotated[str, BeforeValidator(_in_scripts, json_schema_input_type=str | dict[str, str])]
"""Words, or what they are in each script."""

Free = Annotated[dict[str, Any], BeforeValidator(_plain_scalars)]
"""What nobody but templates and other programs reads."""
