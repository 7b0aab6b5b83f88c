"""Scripts and the modules that they import from beside them → one script each, so that a page asks for one file."""

import posixpath
import re
from collections.abc import Iterator, Mapping

IMPORT = re.compile(r"""(?<![\w$.])import\s*(?:\{([^}]*)\}\s*from\s*)?["'](\.{1,2}/[^"'\\]+)["'];?""")
EXPORT = re.compile(r"(?<![\w$.])export\s+((?:async\s+)?(?:function\*?|class|const|let)\s+([\w$]+))")
LEFT = re.compile(r"""(?<![\w$.])(?:(?:import|export)\s*[\w$*{"']|import\s*\()""")
"""What imports or exports in a way that is not understood here."""


def bundled(name: str, sources: Mapping[str, str]) -> str:
    """A script, minified as all of `sources` are, with the modules that it imports put in before it, each in a function of its own.

    It stays as it is where something is imported that is not there, or in another way than `import { a, b as c } from "./x.js"`,
    or where modules import each other in a circle: then the browser fetches what it needs.
    """
    try:
        order = [*_order(name, sources, ())]
        parts = [*dict.fromkeys(order)]
        numbers = {each: f"$${at}" for at, each in enumerate(parts)}
        return "".join(_module(each, sources[each], numbers, is_last=each == name) for each in parts)
    except NotUnderstoodError:
        return sources[name]


class NotUnderstoodError(Exception):
    """A module is written in a way that cannot be put together here."""


def _order(name: str, sources: Mapping[str, str], importers: tuple[str, ...]) -> Iterator[str]:
    """The modules that a script needs, each behind those that it needs itself, and the script last."""
    if name not in sources or name in importers:
        raise NotUnderstoodError
    for each in IMPORT.finditer(sources[name]):
        yield from _order(_beside(name, each[2]), sources, (*importers, name))
    yield name


def _beside(name: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


def _module(name: str, source: str, numbers: Mapping[str, str], *, is_last: bool) -> str:
    def imported(each: re.Match[str]) -> str:
        names = (each[1] or "").replace(" as ", ":")
        return f"const{{{names}}}={numbers[_beside(name, each[2])]};" if names else ""

    body = EXPORT.sub(r"\1", IMPORT.sub(imported, source))
    if len(numbers) > 1 and LEFT.search(body):
        raise NotUnderstoodError
    if is_last:
        return body if len(numbers) > 1 else source
    exports = ",".join(each[2] for each in EXPORT.finditer(source))
    return f"const {numbers[name]}=(()=>{{{body}\nreturn{{{exports}}}}})();"
