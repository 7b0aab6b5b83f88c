"""Put the words that a page holds into the script of the page."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from sitegen.chinese import convert
from sitegen.model import Prose, RoughDate, Script, Text

Value = TypeVar("Value")


def localise(value: Value, script: Script) -> Value:
    """Copy `value`, a page or anything it holds, with every Text in it written in `script`.

    A body is not text but stands for a file: the renderer converts it as HTML.
    """
    return _localised(value, script)  # type: ignore[no-any-return]  # same shape, see below


def text_in(text: Text, script: Script) -> Text:
    """Write words in a script, once, from the script they were written in."""
    if text.fixed or text.script is script:
        return text
    return Text(convert(text.value, text.script, script), script)


def _localised(value: Any, script: Script) -> Any:
    match value:
        case Text():
            return text_in(value, script)
        case tuple():
            return tuple(_localised(each, script) for each in value)
        case Mapping():
            return {key: _localised(each, script) for key, each in value.items()}
        case Prose() | RoughDate():
            return value
        case _ if is_dataclass(value) and not isinstance(value, type):
            names = _field_names(type(value))
            return replace(value, **{name: _localised(getattr(value, name), script) for name in names})
        case _:
            return value


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    """The fields that may hold words: a str is an address or a code, never words."""
    return tuple(each.name for each in fields(kind) if each.type not in {"str", "int", "bool", str, int, bool})
