"""Tell whether a drawing is only a drawing."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from xml.etree import ElementTree as ET

PASSIVE = {
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "metadata",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "textPath",
    "linearGradient",
    "radialGradient",
    "stop",
    "pattern",
    "clipPath",
    "mask",
    "marker",
    "image",
    "style",
    "filter",
    "feGaussianBlur",
    "feOffset",
    "feBlend",
    "feMerge",
    "feMergeNode",
    "feColorMatrix",
    "feFlood",
    "feComposite",
}
SVG = "{http://www.w3.org/2000/svg}"
ACTING = (
    "{http://www.w3.org/1999/xhtml}",
    "{http://www.w3.org/1998/Math/MathML}",
    "{http://www.w3.org/2001/xml-events}",
)
"""Namespaces of elements that a browser acts upon; those of editors it passes over."""

OUTSIDE = re.compile(
    r"""url\((?!\s*["']?\s*\#)|image-set|@import|expression\(|javascript:|\\""", re.IGNORECASE | re.VERBOSE
)
"""What calls elsewhere in a style; a backslash could spell any of it."""

INLINE_IMAGE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);")
ANY_NAMESPACE = re.compile(r"{[^}]*}")


def why_active(data: bytes) -> str | None:
    """Say why an SVG could run code or call other hosts; None where it cannot.

    >>> why_active(b'<svg onload="x()"/>')
    'it has the attribute onload'
    """
    text = data.decode("utf-16" if data[:2] in {BOM_UTF16_LE, BOM_UTF16_BE} else "utf-8", "replace")
    if "<!ENTITY" in text:
        return "it declares entities"
    if "<?xml-stylesheet" in text:
        return "it names a style sheet"
    try:
        root = ET.fromstring(data)  # noqa: S314  # entities, the danger meant, are refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        return f"it is not XML ({error})"
    return next(filter(None, map(_why_element, root.iter())), None)


def _why_element(element: ET.Element) -> str | None:
    tag = str(element.tag)
    name = ANY_NAMESPACE.sub("", tag)
    is_drawing = tag.startswith(SVG) or not tag.startswith("{")
    if tag.startswith(ACTING) or (is_drawing and name not in PASSIVE):
        return f"it has the element {name}"
    if name == "style" and OUTSIDE.search("".join(element.itertext())):
        return "its style refers to something outside"
    for key, value in element.attrib.items():
        if is_drawing and (reason := _why_attribute(ANY_NAMESPACE.sub("", key), value)):
            return reason
    return None


def _why_attribute(key: str, value: str) -> str | None:
    if key.lower().startswith("on"):
        return f"it has the attribute {key}"
    if key in {"href", "src"} and not INLINE_IMAGE.match(value.strip()):
        return f"it refers to {value}"
    return "it refers to something outside" if OUTSIDE.search(value) else None
