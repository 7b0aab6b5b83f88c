"""What a page will show, whatever the script: planned once, laid out for each script that needs it.

A sheet holds all that its pages show, by value, with *routes* (addresses inside one script's part of the site) in place of
links. Nothing else is at hand when it is laid out, so that equal sheets give equal pages.
"""

from msgspec import Struct

from sitegen.model.article import Picture
from sitegen.model.picture import Shown
from sitegen.model.text import Text


class Lead(Struct, frozen=True):
    """Words that lead to a route."""

    text: Text
    route: str


class Target(Struct, frozen=True):
    """Where a link of the content leads; what is `shared` stands once, at the root, for all scripts.

    `picture` is what is shown in its place; a lost one leads nowhere.
    """

    route: str = ""
    shared: bool = False
    suffix: str = ""
    picture: Shown | None = None


Targets = tuple[tuple[str, Target], ...]
"""A link or picture as its author wrote it, and where it leads."""


class Cover(Struct, frozen=True):
    """A picture beside a way in, and where its file is."""

    picture: Picture
    target: Target


class Sheet(Struct, frozen=True, kw_only=True, tag=True):
    """What every page has."""

    route: str
