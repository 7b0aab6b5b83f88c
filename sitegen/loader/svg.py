"""Tell whether a drawing is only a drawing."""

import re
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
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)
INLINE_IMAGE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);")
ANY_NAMESPACE = re.compile(r"{[^}]*}")
EDITORS = re.compile(r"{(?!http://www\.w3\.org/)[^}]*}")


def why_active(data: bytes) -> str | None:
    """Say why an SVG could run code or call other hosts; None where it cannot.

    >>> why_active(b'<svg onload="x()"/>')
    'it has the attribute onload'
    """
    if b"<!ENTITY" in data:
        return "it declares entities"
    if b"<?xml-stylesheet" in data:
        return "it names a style sheet"
    try:
        root = ET.fromstring(data)  # noqa: S314  # entities, the danger meant, are refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        return f"it is not XML ({error})"
    return next(filter(None, map(_why_element, root.iter())), None)


def _why_element(element: ET.Element) -> str | None:
    name = ANY_NAMESPACE.sub("", str(element.tag))
    if name not in PASSIVE and not EDITORS.match(str(element.tag)):
        return f"it has the element {name}"
    if name == "style" and OUTSIDE.search(element.text or ""):
        return "its style refers to something outside"
    for key, value in element.attrib.items():
        if reason := _why_attribute(ANY_NAMESPACE.sub("", key), value):
            return reason
    return None


def _why_attribute(key: str, value: str) -> str | None:
    if key.lower().startswith("on"):
        return f"it has the attribute {key}"
    if key in {"href", "src"} and not INLINE_IMAGE.match(value.strip()):
        return f"it refers to {value}"
    return "it refers to something outside" if OUTSIDE.search(value) else None
