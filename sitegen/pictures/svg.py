"""Leave of an SVG what is drawing: bytes → bytes that can neither act nor call elsewhere, and what was taken out."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sitegen.messages import Message, message
from sitegen.pictures import Unreadable
from sitegen.pictures.entities import refuse_dangerous_entities
from sitegen.pictures.viewport import viewport

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
for prefix, namespace in (("", SVG), ("xlink", XLINK)):
    ET.register_namespace(prefix, namespace[1:-1])

PASSIVE = frozenset(
    """
    svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon text tspan textPath linearGradient
    radialGradient stop pattern clipPath mask marker image style filter feBlend feColorMatrix feComponentTransfer feComposite
    feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    """.split()  # noqa: SIM905  # words are easier to read in lines
)
"""Elements that only draw."""

TEXTS = frozenset({f"{SVG}text", f"{SVG}tspan"})
STYLE = f"{SVG}style"
UNSAID = f"{SVG}metadata"
"""Goes without a word, as all goes that is of another namespace: notes of the program that the drawing was made with."""

KEPT_OF_OTHERS = frozenset({f"{XLINK}href", f"{XML}space", f"{XML}lang"})

OUTSIDE = re.compile(
    r"""url\((?!\s*["']?\s*(?:\#|data:(?:image/(?:png|jpeg|gif|webp)|font/|application/(?:x-)?font)))
      | image-set | @import | expression\( | javascript: | \\""",
    re.IGNORECASE | re.VERBOSE,
)
"""What calls elsewhere in a style; a backslash could spell any of it."""

BEYOND_THE_TREE = re.compile(rb"<!DOCTYPE|<\?(?!xml\s)|\0")
"""What a parsed drawing does not show: declarations, style sheets, and letters of two bytes that may hide them."""

IMPORT = re.compile(r"@import[^;]*;?", re.IGNORECASE)
INLINE_IMAGE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);")
ANY_NAMESPACE = re.compile(r"{[^}]*}")


class Drawing(NamedTuple):
    """An SVG that is safe to publish, its size in pixels, and what it was rid of, in words."""

    data: bytes
    width: int
    height: int
    removed: tuple[Message, ...]


def clean(data: bytes) -> Drawing:
    """Clean a drawing, one that needs nothing byte for byte as it is; Unreadable where it is none.

    >>> [str(each) for each in clean(b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>').removed]
    ['the attribute onload']
    """
    root = _parsed(data)
    before = _outline(root)
    if root.tag == "svg":
        _put_into_namespace(root)
    if root.tag != f"{SVG}svg":
        raise Unreadable(message("it is no SVG: it begins with {name}", name=ANY_NAMESPACE.sub("", root.tag)))
    removed = tuple(dict.fromkeys(_removed(root)))
    is_as_it_was = not removed and before == _outline(root) and not BEYOND_THE_TREE.search(data)
    return Drawing(data if is_as_it_was else _written(root), *viewport(root), removed)


def _parsed(data: bytes) -> ET.Element:
    try:
        refuse_dangerous_entities(data)
        return ET.fromstring(data)  # noqa: S314  # entities, the danger meant, are refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        raise Unreadable(message("it is not XML ({error})", error=str(error))) from error


def _put_into_namespace(root: ET.Element) -> None:
    """Say what was meant: without its namespace no browser shows a drawing."""
    for element in root.iter():
        if not element.tag.startswith("{"):
            element.tag = SVG + element.tag


def _outline(root: ET.Element) -> tuple[int, int, str]:
    """Differs where an element, an attribute or the namespace went or came."""
    return sum(1 for _ in root.iter()), sum(len(each.attrib) for each in root.iter()), root.tag


def _written(root: ET.Element) -> bytes:
    try:
        return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=False))
    except RecursionError as error:
        raise Unreadable(message("its parts are nested too deeply")) from error


def _removed(root: ET.Element) -> Iterator[Message]:
    """Take out what is no drawing, and name what somebody may miss."""
    yield from _attributes(root)
    for parent in root.iter():
        for child in parent:
            yield from _mended(child, parent)
        why = [(child, _why_not(child)) for child in parent]
        parent[:] = [child for child, reason in why if reason is None]
        yield from (reason for _, reason in why if isinstance(reason, Message))
        for child in parent:
            yield from _attributes(child)


def _mended(element: ET.Element, parent: ET.Element) -> Iterator[Message]:
    """Keep what a link holds, for in a picture nothing can be clicked, and what a style says besides calling for others."""
    if element.tag == f"{SVG}a":
        element.tag = f"{SVG}{'tspan' if parent.tag in TEXTS else 'g'}"
        for key in ("href", f"{XLINK}href", "target"):
            element.attrib.pop(key, None)
        yield message("a link")
    if element.tag == STYLE and element.text and IMPORT.search(element.text):
        element.text = IMPORT.sub("", element.text)
        yield message("an @import")


def _why_not(element: ET.Element) -> Message | str | None:
    """Say why an element has to go, nothing where that goes without saying; None where it may stay."""
    name = ANY_NAMESPACE.sub("", str(element.tag))
    if element.tag == UNSAID:
        return ""
    if not element.tag.startswith(SVG):
        return (
            ""
            if element.tag.startswith("{") and name not in {"script", "iframe"}
            else message("the element {name}", name=name)
        )
    if name not in PASSIVE:
        return message("the element {name}", name=name)
    return _why_no_style(element) if element.tag == STYLE else None


def _why_no_style(element: ET.Element) -> Message | None:
    if len(element):
        return message("a style with elements in it")
    return message("a style that calls elsewhere") if OUTSIDE.search(element.text or "") else None


def _attributes(element: ET.Element) -> Iterator[Message]:
    for key, value in list(element.attrib.items()):
        name = ANY_NAMESPACE.sub("", key)
        if key.startswith("{") and key not in KEPT_OF_OTHERS:
            del element.attrib[key]
        elif name.lower().startswith("on"):
            del element.attrib[key]
            yield message("the attribute {name}", name=name)
        elif name in {"href", "src"} and not INLINE_IMAGE.match(value.strip()):
            del element.attrib[key]
            yield message("a reference to {value}", value=value)
        elif OUTSIDE.search(value):
            _mend_style(element, key, value)
            yield message("what calls elsewhere in the attribute {name}", name=name)


def _mend_style(element: ET.Element, key: str, value: str) -> None:
    kept = [each for each in value.split(";") if not OUTSIDE.search(each)] if key == "style" else []
    if kept and not OUTSIDE.search(";".join(kept)):
        element.attrib[key] = ";".join(kept)
    else:
        del element.attrib[key]
