"""Put the words that a page holds into the script of the page."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Struct, structs

from sitegen.chinese import Conversion, has_rules
from sitegen.model import Prose, RoughDate, Text

Value = TypeVar("Value")
Write = Callable[[Any, Conversion], Any]
"""Writes a value of one type in the script that a conversion leads to; what holds nothing to be written is the same again."""

OPAQUE = (Prose, RoughDate)
"""A body is not text but stands for a file: the renderer converts it as HTML. A date is the same in every script."""


def localise(value: Value, own: Conversion) -> Value:
    """Copy `value`, a page or anything it holds, with every Text in it written in the script that `own` leads to.

    `own` is the conversion of the interface.
    """
    write = _writer(type(value))  # type: ignore[arg-type]  # a type is hashable
    return write(value, own) if write else value


def text_in(text: Text, own: Conversion) -> Text:
    """Write words in a script, once, from the script they were written in, and resolve the rules in them.

    Words that bring no glossary along are the interface's, or hold nothing that its glossary speaks of.
    """
    source = own.target if text.fixed else text.script
    if source is own.target and not has_rules(text.value):
        return text
    written = Conversion(source, own.target, text.glossary or own.glossary, own.orthography).text(text.value)
    return Text(written, text.script if text.fixed else own.target, fixed=text.fixed)


@cache
def _writer(kind: Any) -> Write | None:
    """Make the function for values of a type; None where such a value never holds words."""
    origin = get_origin(kind)
    if kind is Text:
        return text_in
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

    def write(value: Any, own: Conversion) -> Any:
        changes = {}
        for name, writer in writers:
            before = getattr(value, name)
            after = writer(before, own)
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
    return (lambda value, own: value if value is None else write_it(value, own)) if others == (NoneType,) else _by_value


def _tuple_writer(kinds: tuple[Any, ...]) -> Write | None:
    if len(kinds) == 2 and kinds[1] is ...:  # noqa: PLR2004  # tuple[kind, ...]
        write = _writer(kinds[0])
        return (lambda value, own: tuple([write(each, own) for each in value])) if write else None
    writers = [_writer(kind) or _same for kind in kinds]
    if all(write is _same for write in writers):
        return None
    return lambda value, own: tuple([write(each, own) for write, each in zip(writers, value, strict=True)])


def _by_value(value: Any, own: Conversion) -> Any:
    """Write what may be of several types, or of any."""
    match value:
        case None | str() | int() | float():
            return value
        case tuple() | list():
            return tuple(_by_value(each, own) for each in value)
        case Mapping():
            return {key: _by_value(each, own) for key, each in value.items()}
        case _:
            return localise(value, own)


def _same(value: Any, _own: Conversion) -> Any:
    return value
