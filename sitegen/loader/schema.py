"""The fields of a front matter: their types, and what each may say."""

import re
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, ClassVar
from unicodedata import normalize
from urllib.parse import unquote

from pydantic import BeforeValidator, Field, ValidationInfo, create_model

from sitegen.chinese import has_rules, rule_of
from sitegen.fields import Codes, Settings, one_or_more, wrong
from sitegen.loader.dates import SHAPE as DATE_SHAPE
from sitegen.loader.dates import parse_date
from sitegen.loader.glossary import GlossaryFields, named
from sitegen.loader.synonyms import SEPARATORS, SYNONYMS
from sitegen.messages import message
from sitegen.model import RoughDate, Script, Taxonomy

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
Slug = Annotated[str, BeforeValidator(_slug, json_schema_input_type=_shape(r"^(?!.*\.\.)[^/\\\s.][^/\\\s]*$"))]
Alias = Annotated[str, BeforeValidator(_alias, json_schema_input_type=_shape(r"^(/|%2[Ff])(?!/)[^?#\\]*$"))]
FileBeside = Annotated[
    str, BeforeValidator(_file_beside, json_schema_input_type=_shape(r"^(?!/)[^:\\]*[^:\\\s][^:\\]*$"))
]
Words = Annotated[str, Field(min_length=1)]


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


InScripts = Annotated[str, BeforeValidator(_in_scripts, json_schema_input_type=str | dict[str, str])]


class AssignedFields(Settings):
    """A term, with what this article says of it."""

    name: Words
    role: str | None = None
    part: Annotated[int, Field(ge=1)] | None = None


class CoverFields(Settings):
    """A picture above the article."""

    src: FileBeside
    alt: str = ""
    caption: str = ""
    credit: str = ""


class EditionFields(Settings):
    """Where it stood in print."""

    issue: str = ""
    page: str = ""


class CorrectionFields(Settings):
    """What was put right, and when."""

    date: Date | None = None
    text: Words


class WithdrawnFields(Settings):
    """When and why it was taken back."""

    date: Date | None = None
    reason: str = ""


def _cover(value: object) -> object:
    return {"src": value} if isinstance(value, str) else value


Cover = Annotated[CoverFields, BeforeValidator(_cover, json_schema_input_type=CoverFields | FileBeside)]


class PageFields(Settings):
    """What every file of words may say."""

    also_known: ClassVar[frozenset[str]] = frozenset(SYNONYMS)

    title: Annotated[InScripts, Field(min_length=1)]
    summary: InScripts = ""
    slug: Slug | None = None
    aliases: Annotated[tuple[Alias, ...], one_or_more(Alias)] = ()
    script: Script | None = None
    convert: bool = True
    glossary: GlossaryFields = GlossaryFields()
    silence: Codes = ()


class TermFields(PageFields):
    """What a file such as content/series/….md may say; the title is the term's name in lists."""

    title: InScripts = ""
    cover: Cover | None = None


class ArticleFields(PageFields):
    """What an article may say, besides its terms."""

    subtitle: InScripts = ""
    date: Date | None = None
    updated: Date | None = None
    cover: Cover | None = None
    draft: bool = False
    expires: Date | None = None
    related: Annotated[tuple[str, ...], one_or_more(str)] = ()
    rights: str = ""
    edition: EditionFields | None = None
    corrections: tuple[CorrectionFields, ...] = ()
    withdrawn: WithdrawnFields | None = None
    title_inferred: bool = False
    origin: Annotated[dict[str, Any], BeforeValidator(_plain_scalars)] = Field(default_factory=dict)
    review: Annotated[tuple[str, ...], one_or_more(str)] = ()
    extra: Annotated[dict[str, Any], BeforeValidator(_plain_scalars)] = Field(default_factory=dict)


@cache
def article_fields(taxonomies: tuple[Taxonomy, ...]) -> type[ArticleFields]:
    """Make the model of an article's front matter for the taxonomies of a site."""
    fields: dict[str, Any] = {
        each.key: (Annotated[tuple[AssignedFields, ...], _names_of(each)], ()) for each in taxonomies
    }
    model = create_model("ArticleFields", __base__=ArticleFields, **fields)
    model.also_known = frozenset(name for name, ours in SYNONYMS.items() if ours in model.model_fields)
    return model


def _names_of(taxonomy: Taxonomy) -> BeforeValidator:
    one = AssignedFields | str
    return BeforeValidator(_assigned(taxonomy), json_schema_input_type=tuple[one, ...] | one)


def _assigned(taxonomy: Taxonomy) -> Callable[[object], list[object]]:
    """Read a name, a list of names, or mappings with a name; the name of a series is taken whole."""

    def read(value: object) -> list[object]:
        if isinstance(value, str) and taxonomy.key != "series":
            value = [name for name in SEPARATORS.split(value) if name.strip()]
        items = value if isinstance(value, list) else [value]
        named = [{"name": item} if isinstance(item, str) else item for item in items]
        for item in named:
            _check_steps(item, taxonomy)
        return named

    return read


def _check_steps(item: object, taxonomy: Taxonomy) -> None:
    name = item.get("name") if isinstance(item, dict) else None
    if not isinstance(name, str):
        return
    if not name.strip():
        raise wrong(message("there is an empty name"), message("take it out"))
    if has_rules(name):
        hint = message("write one name here; content/{key}/….md may give it a title for each script", key=taxonomy.key)
        raise wrong(message("{name!r} is not one name", name=name), hint)
    if taxonomy.hierarchical and not all(map(str.strip, normalize("NFKC", name).split("/"))):
        raise wrong(message("{name!r} has an empty step", name=name), message("write 甘肃省/兰州市/红古区"))
