"""What stands at an address whose page is elsewhere, or nowhere."""

from sitegen.model.article import DatedNote
from sitegen.model.page import PageBase
from sitegen.model.sheet import Sheet


class RedirectSheet(Sheet, frozen=True, kw_only=True):
    """An address that a file asks to lead to another route; it exists once, for the script at the root."""

    target: str


class MovedSheet(Sheet, frozen=True, kw_only=True):
    """An address that was published, in every script, and leads to another route."""

    target: str


class RedirectPage(PageBase, frozen=True, kw_only=True):
    """An old address that leads to `target`."""

    target: str


class TombstoneSheet(Sheet, frozen=True, kw_only=True):
    """What stands where an article was withdrawn, or where something was once and is gone: of that the `note` says nothing."""

    note: DatedNote


class TombstonePage(PageBase, frozen=True, kw_only=True):
    """What stands where an article was withdrawn."""

    note: DatedNote


class NotFoundSheet(Sheet, frozen=True, kw_only=True):
    """What a host shows for an address that leads nowhere."""


class NotFoundPage(PageBase, frozen=True, kw_only=True):
    """What a host shows for an address that leads nowhere."""
