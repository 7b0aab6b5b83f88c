"""Plan the pages that lead on from old addresses."""

from collections.abc import Iterator

from sitegen.model import RedirectPage
from sitegen.planner.view import View
from sitegen.planner.words import MOVED, NOTHING


def redirect_pages(root: View) -> Iterator[RedirectPage]:
    """Plan a page at each old address; they exist once, for the script at the root."""
    for alias, route in sorted(root.shelf.aliases.items()):
        yield RedirectPage(
            url=root.urls.href(alias),
            path=root.urls.file(alias),
            script=root.script,
            title=MOVED,
            description=NOTHING,
            target=root.urls.href(route),
            absolute=root.urls.absolute(route),
        )


def redirect_lines(root: View) -> tuple[tuple[str, str], ...]:
    """Pair each old address with the new one, for hosts that read `_redirects`."""
    pairs = sorted(root.shelf.aliases.items())
    return tuple((root.urls.href(alias), root.urls.href(route)) for alias, route in pairs)
