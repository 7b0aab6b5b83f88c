"""Plan what leads on from old addresses: a page at each, and the pairs that servers read."""

from collections.abc import Iterator, Mapping

from sitegen.errors import Place, Warn
from sitegen.messages import message
from sitegen.model import MovedSheet, RedirectSheet, Script
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import feed_route
from sitegen.planner.view import View

SETTINGS = "site.yaml"


def redirect_sheets(shelf: Shelf) -> Iterator[RedirectSheet | MovedSheet]:
    """Plan a page at each old address: one that was published stood there in every script."""
    for alias, route in sorted(shelf.aliases.items()):
        kind = MovedSheet if alias in shelf.history.moved else RedirectSheet
        yield kind(route=alias, target=route)


def redirect_lines(shelf: Shelf, views: Mapping[Script, View]) -> tuple[tuple[str, str], ...]:
    """Pair each old address with the new one, as hosts and servers ask for them; feeds of a term move with it."""
    root, *others = (view.urls for view in views.values())
    with_feeds = {
        group.route for groups in shelf.groups.values() if groups.taxonomy.has_feeds for group in groups.by_key.values()
    }
    pairs = []
    for alias, route in sorted(shelf.aliases.items()):
        is_moved = alias in shelf.history.moved
        for urls in (root, *others) if is_moved else (root,):
            pairs.append((urls.href(alias), urls.href(route)))
            if is_moved and route in with_feeds:
                pairs += [
                    (urls.href(feed_route(alias, is_json=each)), urls.href(feed_route(route, is_json=each)))
                    for each in (False, True)
                ]
    return tuple(pairs)


def gone_lines(shelf: Shelf, views: Mapping[Script, View]) -> tuple[str, ...]:
    """The addresses of what is there no more, and of what was withdrawn."""
    routes = sorted({*shelf.history.gone, *(shelf.routes[each.file] for each in shelf.withdrawn)})
    return tuple(view.urls.href(route) for route in routes for view in views.values())


def too_many(shelf: Shelf, lines: int) -> Iterator[Warn]:
    """Say that there is no list of old addresses for hosts that would not read all of it."""
    most = shelf.facts.old_links.most
    if lines > most:
        problem = message(
            "{lines} old addresses are more than the {most} that `_redirects` may hold: pages alone lead on",
            lines=lines,
            most=most,
        )
        hint = message("write another number under `old_links: {most: …}` if the host takes more")
        yield Warn(code="many-redirects", problem=problem, place=Place(SETTINGS), hint=hint)
