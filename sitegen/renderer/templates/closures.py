"""Find out which templates a template is made of, so that a change of one of them is known to concern it."""

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_referenced_templates


def closures(templates: Mapping[str, bytes]) -> dict[str, tuple[str, ...]]:
    """Map each template to all that it may include, itself first, names that are looked for in vain among them.

    A name that is only known when the page is made stands for every template.
    """
    direct = {
        name: frozenset(_referenced(text.decode("utf-8", "replace"), templates)) for name, text in templates.items()
    }
    return {name: (name, *sorted(_reached(name, direct) - {name})) for name in templates}


def _referenced(text: str, every: Iterable[str]) -> Iterator[str]:
    try:
        tree = Environment().parse(text)  # noqa: S701  # nothing is rendered
    except TemplateSyntaxError:  # it is told where the template is used
        return
    for name in find_referenced_templates(tree):
        if name is None:
            yield from every
        else:
            yield name


def _reached(start: str, direct: Mapping[str, frozenset[str]]) -> set[str]:
    seen: set[str] = set()
    left = [start]
    while left:
        name = left.pop()
        if name not in seen:
            seen.add(name)
            left += direct.get(name, ())
    return seen
