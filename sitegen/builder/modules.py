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

    It stays as it is where something is imported that is not there, or in another way than `import { a, b as c } from "./x.js"`, where
    two modules export the same name, or where they import each other in a circle: then the browser fetches what it needs.
    """
    try:
        *others, _ = parts = [*dict.fromkeys(_order(name, sources, ()))]
        if not others:
            return sources[name]
        exported = [export for each in others for export in _exports(sources[each])]
        if len({*exported}) < len(exported):
            return sources[name]
        return "".join(_module(sources[each], is_last=each == name) for each in parts)
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


def _module(source: str, *, is_last: bool) -> str:
    body = EXPORT.sub(r"\1", IMPORT.sub(_imported, source))
    if LEFT.search(body):
        raise NotUnderstoodError
    if is_last:
        return f"{{{body}}}"
    exports = ",".join(_exports(source))
    return f"const{{{exports}}}=(()=>{{{body}\nreturn{{{exports}}}}})();"


def _imported(each: re.Match[str]) -> str:
    """What a module exports is known to all that follow; only another name for it has to be given."""
    pairs = [name.split(" as ") for name in (each[1] or "").split(",") if " as " in name]
    return "".join(f"const {new.strip()}={old.strip()};" for old, new in pairs)


def _exports(source: str) -> list[str]:
    return [each[2] for each in EXPORT.finditer(source)]
