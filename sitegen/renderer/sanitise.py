"""Leave in an author's HTML only what cannot act: the only module that knows nh3."""

from copy import deepcopy
from functools import cache

import nh3

CLASSES = {"left", "center", "right", "table", "credit", "footnote", "footnote-ref", "footnote-backref"}
CODE = "language-"
EVERYWHERE = {"id", "class", "lang", "dir", "title", "translate"}
SCHEMES = {"http", "https", "mailto", "tel"}


def sanitise(html: str) -> str:
    """Take out scripts, styles, frames, forms, event handlers and addresses that act."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    attributes = deepcopy(nh3.ALLOWED_ATTRIBUTES)
    attributes["*"] = EVERYWHERE
    attributes["div"] = {"tabindex", "role", "aria-label"}
    attributes["img"] = {"src", "alt", "width", "height", "loading"}
    return nh3.Cleaner(
        tags=nh3.ALLOWED_TAGS - {"map", "area"} | {"section", "tfoot"},
        attributes=attributes,
        attribute_filter=_filter,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def _filter(_tag: str, attribute: str, value: str) -> str | None:
    if attribute == "role":
        return value if value == "group" else None
    if attribute == "class":
        kept = [name for name in value.split() if name in CLASSES or name.startswith(CODE)]
        return " ".join(kept) or None
    return value
