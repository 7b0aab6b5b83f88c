"""Put the words that a page holds into the script of the page."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from sitegen.chinese import Conversion, has_rules
from sitegen.model import Prose, RoughDate, Text

Value = TypeVar("Value")


def localise(value: Value, own: Conversion) -> Value:
    """Copy `value`, a page or anything it holds, with every Text in it written in the script that `own` leads to.

    `own` is the conversion of the interface. A body is not text but stands for a file: the renderer converts it as HTML.
    """
    return _localised(value, own)  # type: ignore[no-any-return]  # same shape, see below


def text_in(text: Text, own: Conversion) -> Text:
    """Write words in a script, once, from the script they were written in, and resolve the rules in them.

    Words that bring no glossary along are the interface's, or hold nothing that its glossary speaks of.
    """
    source = own.target if text.fixed else text.script
    if source is own.target and not has_rules(text.value):
        return text
    written = Conversion(source, own.target, text.glossary or own.glossary, own.orthography).text(text.value)
    return Text(written, text.script if text.fixed else own.target, fixed=text.fixed)


def _localised(value: Any, own: Conversion) -> Any:
    match value:
        case Text():
            return text_in(value, own)
        case tuple():
            return tuple(_localised(each, own) for each in value)
        case Mapping():
            return {key: _localised(each, own) for key, each in value.items()}
        case Prose() | RoughDate():
            return value
        case _ if is_dataclass(value) and not isinstance(value, type):
            names = _field_names(type(value))
            return replace(value, **{name: _localised(getattr(value, name), own) for name in names})
        case _:
            return value


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    """The fields that may hold words: a str is an address or a code, never words."""
    return tuple(each.name for each in fields(kind) if each.type not in {"str", "int", "bool", str, int, bool})
