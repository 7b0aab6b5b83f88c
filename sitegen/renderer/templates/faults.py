"""A fault of a template → what is told of it, and where: Jinja2 writes tracebacks as if templates were programs."""

import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Self

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError
from jinja2.utils import missing

from sitegen.errors import Place, TemplateError
from sitegen.messages import Message, message

FAULTS = (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RuntimeError)
"""What a template's expressions can raise."""


ENDINGS = (".html", ".xml", ".json", ".txt", ".ris")
"""Those of the names of templates."""


def fault_of(error: Exception, name: str) -> TemplateError:
    """Tell of what was raised while a template was filled, with the name and line of the template that it is in."""
    if isinstance(error, TemplateSyntaxError):
        return TemplateError(str(error.message), place=_place(error.name or name, error.lineno))
    place = _place_in(error, name)
    if isinstance(error, TemplateNotFound):
        hint = message("put it into templates/, or name another one")
        return TemplateError(message("there is no template {name}", name=error.name), place=place, hint=hint)
    if isinstance(error, UnicodeDecodeError):
        return TemplateError(message("this is not UTF-8"), place=place, hint=message("save it as UTF-8"))
    if isinstance(error, RecursionError):
        hint = message("take out where it includes, extends or calls itself")
        return TemplateError(message("this template uses itself without end"), place=place, hint=hint)
    return TemplateError(_words_of(error), place=place)


def with_guess(problem: Message, close: Sequence[str]) -> Message:
    """Add to a problem the name that is nearest to the one that was written."""
    return message("{problem}; did you mean {close!r}?", problem=problem, close=close[0]) if close else problem


class Missing(StrictUndefined):
    """A name that a template asks for in vain; the message says what there is instead."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint or self._undefined_obj is missing:
            return str(super()._undefined_message)
        kind = type(self._undefined_obj).__name__
        known = [name for name in dir(self._undefined_obj) if not name.startswith("_")]
        close = get_close_matches(str(self._undefined_name), known, n=1)
        problem = message("{kind} has no {name!r}", kind=kind, name=self._undefined_name)
        return _Told(with_guess(problem, close))


class _Told(str):
    """A message that goes through Jinja2 as text."""

    __slots__ = ("words",)

    words: Message

    def __new__(cls, words: Message) -> Self:
        told = super().__new__(cls, words)
        told.words = words
        return told


def _words_of(error: Exception) -> Message | str:
    """What a fault of a template says, as a message where it is one of ours."""
    words = error.args[0] if error.args else ""
    if isinstance(words, _Told):
        return words.words
    return words if isinstance(words, Message) else str(error)


def _place_in(error: Exception, name: str) -> Place:
    """Find the line of the innermost template; Jinja2 rewrites tracebacks to have it."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.endswith(ENDINGS) or frame.name == "template"]
    return _place(Path(inside[-1].filename).name, inside[-1].lineno) if inside else _place(name, None)


def _place(name: str, line: int | None) -> Place:
    return Place(f"templates/{name}", line)
