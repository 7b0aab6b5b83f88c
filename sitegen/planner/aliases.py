"""Plan the pages that lead on from old addresses."""

from collections.abc import Iterator

from sitegen.model import RedirectSheet
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import Urls


def redirect_sheets(shelf: Shelf) -> Iterator[RedirectSheet]:
    """Plan a page at each old address."""
    return (RedirectSheet(route=alias, target=route) for alias, route in sorted(shelf.aliases.items()))


def redirect_lines(shelf: Shelf, urls: Urls) -> tuple[tuple[str, str], ...]:
    """Pair each old address with the new one, for hosts that read `_redirects`."""
    pairs = sorted(shelf.aliases.items())
    return tuple((urls.href(alias), urls.href(route)) for alias, route in pairs)
