"""The picture that other places show of a link to a page: what stands on it."""

from enum import StrEnum

from msgspec import Struct

from sitegen.model.page import PageBase
from sitegen.model.sheet import Sheet
from sitegen.model.text import RoughDate, Text

WIDE, HIGH = 1200, 630
"""Pixels of a card: what WeChat, QQ and the like show whole; small previews cut the square in the middle out, so everything stands about it."""


class Cards(StrEnum):
    """Whether a site has cards; one that wants them may be built where no font is."""

    NONE = "none"
    DRAWN = "drawn"
    WITHOUT_FONT = "without-font"


class CardSheet(Sheet, frozen=True, kw_only=True):
    """A card: the headline below the name of the site, its first series, and from when and whom it is.

    That of a term has the name of its taxonomy for a kicker; that of the site its name for a headline, and nothing above. What describes the site stands below both.
    """

    publisher: Text
    title: Text
    description: Text
    kicker: Text | None = None
    date: RoughDate | None = None
    origin: Text | None = None


class CardPage(PageBase, frozen=True, kw_only=True):
    """A card in one script, whose headline is its title."""

    publisher: Text
    kicker: Text | None
    date: RoughDate | None
    origin: Text | None


class CardWords(Struct, frozen=True, kw_only=True):
    """What stands on a card as it is to be drawn: the name of the site, the series or taxonomy, the headline, and a line of what else is known."""

    name: str
    series: str
    headline: str
    note: str
