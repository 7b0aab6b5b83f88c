"""What Jinja2 does for every expression of every page, done sooner: to get an attribute, to escape."""

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup, escape

from sitegen.model import Script, Text

SIGNS = re.compile("[&<>'\"]")


def quick_escape(value: object) -> str:
    """Escape what a template prints, as markupsafe does: most of it is words without a sign to be escaped."""
    words = value.value if type(value) is Text else value
    if type(words) is str or type(words) is Script:
        return escape(words) if SIGNS.search(words) else words
    if type(words) is Markup:
        return words
    return str(words) if type(words) is int else escape(words)


def quick_attribute(otherwise: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Get what a template asks for, as Jinja2 does; nearly always it is there."""

    def quick(obj: Any, attribute: str) -> Any:
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return otherwise(obj, attribute)

    return quick


class QuickTemplate(Template):
    """A template that begins and escapes quickly: what Jinja2 compiles looks `escape` up in its own module."""

    @classmethod
    def from_code(cls, environment: Environment, code: Any, globals: Any, uptodate: Any = None) -> Template:  # noqa: A002  # Jinja2's own name
        """Make a template of what was compiled."""
        own = dict(globals)  # a chain of them would be copied for each page
        template = super().from_code(environment, code, own, uptodate)
        template.root_render_func.__globals__["escape"] = quick_escape
        return template
