"""The size of a drawing in pixels: its own, else that of its box in the width of a column."""

import re
from xml.etree.ElementTree import Element

LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)(px|pt|pc|mm|cm|in)?\s*", re.IGNORECASE)
PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
UNSIZED = (300, 150)
"""What a browser takes for a drawing that says nothing of its size."""

COLUMN = 800
"""A drawing with a box and no size fills the column that it stands in, so the number says no less."""

MOST = 20_000


def viewport(root: Element) -> tuple[int, int]:
    """Width and height of the root of an SVG, neither of them 0.

    >>> viewport(Element("svg", {"viewBox": "0 0 40 30"}))
    (800, 600)
    """
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = _box(root.get("viewBox"))
    if width and height:
        return _whole(width), _whole(height)
    if not box:
        return _whole(width or UNSIZED[0]), _whole(height or UNSIZED[1])
    ratio = box[1] / box[0]
    wide = width or (height / ratio if height else max(box[0], COLUMN))
    return _whole(wide), _whole(wide * ratio)


def _length(value: str | None) -> float:
    match = LENGTH.fullmatch(value or "")
    return float(match[1]) * PIXELS[(match[2] or "px").lower()] if match else 0.0


def _box(value: str | None) -> tuple[float, float] | None:
    try:
        _, _, width, height = map(float, re.split(r"[\s,]+", (value or "").strip()))
    except ValueError:
        return None
    return (width, height) if 0 < width < MOST * MOST and 0 < height < MOST * MOST else None


def _whole(value: float) -> int:
    return min(MOST, max(1, round(value)))
