"""What pages draw: bars, calendars and maps. An `url` is ready for an href; what leads nowhere has none."""

from msgspec import Struct

from sitegen.model.text import Text


class Bar(Struct, frozen=True, kw_only=True):
    """A count drawn as a bar; `height` is in hundredths of the highest."""

    text: Text
    url: str | None
    count: int
    height: int


class Cell(Struct, frozen=True, kw_only=True):
    """A day of a calendar, and how many articles it has."""

    number: int
    url: str | None
    count: int


Week = tuple[Cell | None, ...]
"""Seven days from Monday; None for those of another month."""


class Square(Struct, frozen=True, kw_only=True):
    """A place on a map of tiles; `step` grows with the count, from 0 for none to 4."""

    text: Text
    url: str | None
    count: int
    step: int
    column: int
    row: int


class TileMap(Struct, frozen=True, kw_only=True):
    """Tiles in a grid of so many columns and rows."""

    columns: int
    rows: int
    squares: tuple[Square, ...]
