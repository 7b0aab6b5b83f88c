"""What feed readers get: a sheet of articles, and the feed of one script that it becomes."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from sitegen.model.article import Body, DatedNote, Picture
from sitegen.model.page import Image, PageBase, Prose
from sitegen.model.sheet import Lead, Sheet, Targets
from sitegen.model.text import RoughDate, Text


class FeedForm(StrEnum):
    """How a feed is written."""

    ATOM = "atom"
    JSON = "json"


class FeedEntry(Struct, frozen=True, kw_only=True):
    """An article as feeds tell of it; `body` where they hold the whole text. The address that it had `first` names it."""

    lead: Lead
    first: str
    subtitle: Text
    summary: Text
    published: RoughDate
    updated: datetime
    authors: tuple[Text, ...]
    tags: tuple[Text, ...]
    corrections: tuple[DatedNote, ...]
    body: Body | None
    cover: Picture | None
    targets: Targets


class FeedSheet(Sheet, frozen=True, kw_only=True):
    """A feed of the site, whose `title` is None, or of a term; `home` is the route of the page that it belongs to. The route that it had `first` names it.

    An archive (RFC 5005) has a `number`, counted from the oldest, and holds what no longer changes; `earlier` and `later` are the
    archives beside a feed, `newest` is the feed that an archive belongs to. `authority` begins the names of entries (RFC 4151).
    """

    form: FeedForm
    title: Text | None
    publisher: Text
    description: Text
    home: str
    first: str
    entries: tuple[FeedEntry, ...]
    authority: str
    hub: str = ""
    number: int | None = None
    earlier: str | None = None
    later: str | None = None
    newest: str | None = None


class FeedItem(Struct, frozen=True, kw_only=True):
    """An article in a feed; addresses are whole, times those of RFC 3339. `media_type` is that of `image`."""

    id: str
    url: str
    title: Text
    subtitle: Text
    summary: Text
    published: str
    updated: str
    authors: tuple[Text, ...]
    tags: tuple[Text, ...]
    corrections: tuple[DatedNote, ...]
    prose: Prose | None
    image: Image | None
    media_type: str


class FeedPage(PageBase, frozen=True, kw_only=True):
    """A feed in one script; all addresses are whole. `title` is that of the site or term, `publisher` the site."""

    form: FeedForm
    id: str
    is_of_site: bool
    publisher: Text
    home: str
    updated: str
    items: tuple[FeedItem, ...]
    hub: str
    is_archive: bool
    earlier: str | None
    later: str | None
    newest: str | None
