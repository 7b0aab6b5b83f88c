"""Put the words that a page holds into the script of the page."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache, partial
from typing import Any, TypeVar

from sitegen.chinese import Conversion, Orthography
from sitegen.model import Prose, RoughDate, Script, Text

Value = TypeVar("Value")


def localise(value: Value, script: Script, orthography: Orthography) -> Value:
    """Copy `value`, a page or anything it holds, with every Text in it written in `script`.

    A body is not text but stands for a file: the renderer converts it as HTML.
    """
    return _localised(value, partial(text_in, script=script, orthography=orthography))  # type: ignore[no-any-return]  # same shape, see below


def text_in(text: Text, script: Script, orthography: Orthography) -> Text:
    """Write words in a script, once, from the script they were written in, and resolve the rules in them."""
    source = script if text.fixed else text.script
    written = Conversion(source, script, text.glossary, orthography).text(text.value)
    return Text(written, text.script if text.fixed else script, fixed=text.fixed)


def _localised(value: Any, written: Callable[[Text], Text]) -> Any:
    match value:
        case Text():
            return written(value)
        case tuple():
            return tuple(_localised(each, written) for each in value)
        case Mapping():
            return {key: _localised(each, written) for key, each in value.items()}
        case Prose() | RoughDate():
            return value
        case _ if is_dataclass(value) and not isinstance(value, type):
            names = _field_names(type(value))
            return replace(value, **{name: _localised(getattr(value, name), written) for name in names})
        case _:
            return value


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    """The fields that may hold words: a str is an address or a code, never words."""
    return tuple(each.name for each in fields(kind) if each.type not in {"str", "int", "bool", str, int, bool})
