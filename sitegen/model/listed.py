"""What stands in a list, whatever the list: as its sheet holds it, and as its page shows it."""

from msgspec import Struct

from sitegen.model.page import Figure, Link
from sitegen.model.sheet import Lead
from sitegen.model.text import RoughDate, Span, Text


class Entry(Struct, frozen=True):
    """An article as lists show it."""

    lead: Lead
    summary: Text
    date: RoughDate | None


class Card(Struct, frozen=True, kw_only=True):
    """An article as it appears in a list: no more than the list shows."""

    url: str
    title: Text
    summary: Text
    date: RoughDate | None = None
    number: int | None = None


class Tally(Struct, frozen=True):
    """A term, month or year with the count of its articles; `depth` counts from 0 at the widest."""

    lead: Lead
    count: int
    depth: int = 0


class TermLink(Struct, frozen=True, kw_only=True):
    """A term in a list of terms; `depth` counts from 0 at the widest, `step` grows with the count, from 1 to 5."""

    link: Link
    count: int
    depth: int = 0
    step: int = 1


class Run(Struct, frozen=True):
    """A series at a glance: what it is about, how long it is, and its newest part."""

    lead: Lead
    summary: Text
    count: int
    span: Span | None
    newest: Lead


class SeriesCard(Struct, frozen=True, kw_only=True):
    """A series in a list of series, with its newest part."""

    link: Link
    summary: Text
    count: int
    span: Span | None
    cover: Figure | None
    newest: Link


class Tile(Struct, frozen=True):
    """A place on a map of tiles; one without articles leads nowhere."""

    name: Text
    route: str | None
    count: int
    column: int
    row: int
