"""Read YAML into plain values that remember their lines.

The values are built from the parser's events: its own tree builder recurses in C and ends the process on hostile files.
See docs/decisions/0003-yaml-by-events.md.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from sitegen.errors import FieldError, Place
from sitegen.foreign import foreign
from sitegen.messages import Message, message
from sitegen.plainyaml import read_plain

Path = tuple[str | int, ...]

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

DEEPEST = 20
"""Levels of nesting. libyaml's own tree builder overruns the stack on hostile files."""

EMPTY = {"", "~", "null", "Null", "NULL"}
NO_TABS = message("indent with spaces, not tabs")
QUOTE_IT = message("put the value in quotes: key: '…'")
SYNTAX_HINTS = {
    "found character that cannot start any token": message("{one}; {other}", one=NO_TABS, other=QUOTE_IT),
    "found a tab character": NO_TABS,
    "mapping values are not allowed": message("{quote_it}, or write the colon as ：", quote_it=QUOTE_IT),
    "did not find expected alphabetic": QUOTE_IT,
    "did not find expected": message("look for a missing bracket, quotation mark or blank after a colon"),
    "unexpected end of stream": message("look for a missing bracket, quotation mark or blank after a colon"),
    "unknown escape character": message("put the value in single quotes: '…'"),
    "could not find expected ':'": message("write a colon and a blank after the key"),
}


@dataclass(frozen=True, slots=True)
class Document:
    """The values of a YAML mapping, all scalars as written, and the line of each.

    `written` tells how a key was spelled that stands under another name.
    """

    values: dict[str, Any]
    file: str
    lines: dict[Path, int] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    def place(self, path: Path) -> Place:
        """Where a value stands, or the nearest thing around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return Place(self.file, self.lines.get(path, 1))


def read_yaml(text: str, *, file: str, first_line: int = 1) -> Document:
    """Read a YAML mapping; raise a FieldError where the text is none.

    Scalars stay as written (`012`, `no`, `12:30`): what they mean is for the model to say.
    """
    plain = read_plain(text, first_line)
    if plain:
        return Document(plain[0], file, plain[1])
    return _read_by_events(text, file, first_line)


def _read_by_events(text: str, file: str, first_line: int) -> Document:
    reader = _Reader(file, first_line, first_line + text.count("\n"))
    try:
        values = reader.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = min(mark.line if mark else 0, text.rstrip("\n").count("\n"))
        hint = _first(SYNTAX_HINTS, str(error.problem))
        raise FieldError(
            message("this is not YAML: {problem}", problem=foreign(error.problem)),
            place=Place(file, line + first_line),
            hint=hint,
        ) from error
    except yaml.reader.ReaderError as error:
        raise FieldError(
            message("this is not YAML: {reason}", reason=foreign(error.reason)), place=Place(file, first_line)
        ) from error
    except UnicodeDecodeError as error:  # a tag such as !%ED%A0%80
        raise FieldError(
            message("this is not YAML: there is a tag that spells no character"), place=Place(file, first_line)
        ) from error
    return Document(values, file, reader.lines)


class _Reader:
    """Builds plain values from the parser's events, never deeper than DEEPEST."""

    def __init__(self, file: str, first_line: int, last_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.last_line = last_line
        self.lines: dict[Path, int] = {}

    def document(self, events: Iterable[yaml.Event]) -> dict[str, Any]:
        stream = iter(events)
        value: object = None
        seen = 0
        for event in stream:
            seen += isinstance(event, yaml.DocumentStartEvent)
            if seen > 1:
                raise FieldError(
                    message("something else begins here"), place=self._place(event), hint=message("keep one part only")
                )
            if isinstance(event, yaml.NodeEvent):
                value = self._value(event, stream, ())
                self._check_top(value, event)
        return value if isinstance(value, dict) else {}

    def _check_top(self, value: object, event: yaml.Event) -> None:
        if value is not None and not isinstance(value, dict):
            hint = message("write `key: value`, with a blank after the colon")
            raise FieldError(message("there are no keys here"), place=self._place(event), hint=hint)

    def _value(self, event: yaml.Event, stream: Iterator[yaml.Event], path: Path) -> object:
        self.lines.setdefault(path, self._line(event))
        if len(path) > DEEPEST:
            raise FieldError(message("nested too deeply"), place=self._place(event))
        self._refuse_marks(event)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event)
            case yaml.SequenceStartEvent():
                return self._sequence(stream, path)
            case yaml.MappingStartEvent():
                return self._mapping(stream, path)
            case _:
                raise TypeError(event)

    def _refuse_marks(self, event: yaml.Event) -> None:
        """YAML's own marks would take a word out of the text without a trace."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            hint = message("write the value out, or put it in quotes")
            raise FieldError(message("&, * and ! have no meaning here"), place=self._place(event), hint=hint)

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        if event.implicit[0] and event.value in EMPTY:
            return None
        self._refuse_control(event)
        return str(event.value)

    def _refuse_control(self, event: yaml.ScalarEvent) -> None:
        if odd := CONTROL.search(event.value):
            problem = message("there is a control character (U+{code:04X})", code=ord(odd[0]))
            raise FieldError(problem, place=self._place(event), hint=message("take it out"))

    def _sequence(self, stream: Iterator[yaml.Event], path: Path) -> list[object]:
        items: list[object] = []
        for event in stream:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            value = self._value(event, stream, (*path, len(items)))
            items += [] if value is None else [value]
        return items

    def _mapping(self, stream: Iterator[yaml.Event], path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in stream:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, values)
            self.lines[(*path, key)] = self._line(event)
            values[key] = self._value(next(stream), stream, (*path, key))
        return values

    def _key(self, event: yaml.Event, seen: Mapping[str, object]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise FieldError(message("a key must be one word"), place=self._place(event), hint=QUOTE_IT)
        self._refuse_marks(event)
        self._refuse_control(event)
        if event.value in seen:
            problem = message("{key}: stands here twice", key=event.value)
            raise FieldError(problem, place=self._place(event), hint=message("keep one of the two"))
        return str(event.value)

    def _place(self, event: yaml.Event) -> Place:
        return Place(self.file, self._line(event))

    def _line(self, event: yaml.Event) -> int:
        line = self.first_line + (event.start_mark.line if event.start_mark else 0)
        return min(line, self.last_line)


def _first(hints: Mapping[str, Message], problem: str) -> Message | str:
    return next((hint for words, hint in hints.items() if re.search(re.escape(words), problem)), "")
