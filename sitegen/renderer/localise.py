"""Put the words that a page holds into the script of the page."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Struct, structs

from sitegen.chinese import Conversion, convert_html, has_rules
from sitegen.model import Glossary, Prose, RoughDate, Script, Text

Value = TypeVar("Value")
Wording = Callable[[Text], Text]
"""Writes words in the script of a page; words that stay as they are are the same object again."""

Write = Callable[[Any, Wording], Any]
"""Writes a value of one type by a wording; what holds nothing to be written is the same again."""

OPAQUE = (Prose, RoughDate)
"""A body is not text but stands for a file: the renderer converts it as HTML. A date is the same in every script."""

REMEMBERED = 30_000
"""Words that are kept as they were written last: titles, terms and summaries stand on many pages."""


def localise(value: Value, wording: Wording) -> Value:
    """Copy `value`, a page or anything it holds, with every Text in it as `wording` writes it."""
    write = _writer(type(value))  # type: ignore[arg-type]  # a type is hashable
    return write(value, wording) if write else value


def wording_of(own: Conversion) -> Wording:
    """Write words once, from the script they were written in, and resolve the rules in them.

    `own` is the conversion of the interface. Words that bring no glossary along are the interface's, or hold nothing that its
    glossary speaks of.
    """

    @lru_cache(REMEMBERED)
    def written(value: str, script: Script, glossary: Glossary, *, fixed: bool) -> Text:
        source = own.target if fixed else script
        words = Conversion(source, own.target, glossary or own.glossary, own.orthography).text(value)
        return Text(words, script if fixed else own.target, fixed=fixed)

    def wording(text: Text) -> Text:
        if (text.fixed or text.script is own.target) and not has_rules(text.value):
            return text
        return written(text.value, text.script, text.glossary, fixed=text.fixed)

    return wording


def in_its_own_script(html: str, script: Script) -> str:
    """The same of a body."""
    return convert_html(html, Conversion(script, script)) if has_rules(html) else html


@cache
def _writer(kind: Any) -> Write | None:
    """Make the function for values of a type; None where such a value never holds words."""
    origin = get_origin(kind)
    if kind is Text:
        return _text
    if origin is tuple:
        return _tuple_writer(get_args(kind))
    if origin in {UnionType, Union}:
        return _optional_writer(get_args(kind))
    if kind is object or origin is Mapping:
        return _by_value
    if isinstance(kind, type) and kind not in OPAQUE and (is_dataclass(kind) or issubclass(kind, Struct)):
        return _record_writer(kind)
    return None


def _record_writer(kind: Any) -> Write | None:
    hints = get_type_hints(kind)
    names = kind.__struct_fields__ if issubclass(kind, Struct) else tuple(each.name for each in fields(kind))
    writers = tuple((name, writer) for name in names if (writer := _writer(hints[name])))
    change = structs.replace if issubclass(kind, Struct) else replace

    def write(value: Any, wording: Wording) -> Any:
        changes = {}
        for name, writer in writers:
            before = getattr(value, name)
            after = writer(before, wording)
            if after is not before:
                changes[name] = after
        return change(value, **changes) if changes else value

    return write if writers else None


def _optional_writer(kinds: tuple[Any, ...]) -> Write | None:
    """For a value that may be missing; one of several types is looked at as it comes."""
    writers = {kind: write for kind in kinds if (write := _writer(kind))}
    if len(writers) != 1:
        return _by_value if writers else None
    ((_, write_it),) = writers.items()
    others = tuple(kind for kind in kinds if kind not in writers)
    if others != (NoneType,):
        return _by_value
    return lambda value, wording: value if value is None else write_it(value, wording)


def _tuple_writer(kinds: tuple[Any, ...]) -> Write | None:
    if len(kinds) == 2 and kinds[1] is ...:  # noqa: PLR2004  # tuple[kind, ...]
        write = _writer(kinds[0])
        return (lambda value, wording: tuple([write(each, wording) for each in value])) if write else None
    writers = [_writer(kind) or _same for kind in kinds]
    if all(write is _same for write in writers):
        return None
    return lambda value, wording: tuple([write(each, wording) for write, each in zip(writers, value, strict=True)])


def _by_value(value: Any, wording: Wording) -> Any:
    """Write what may be of several types, or of any."""
    match value:
        case None | str() | int() | float():
            return value
        case tuple() | list():
            return tuple(_by_value(each, wording) for each in value)
        case Mapping():
            return {key: _by_value(each, wording) for key, each in value.items()}
        case _:
            return localise(value, wording)


def _text(text: Text, wording: Wording) -> Text:
    return wording(text)


def _same(value: Any, _wording: Wording) -> Any:
    return value
