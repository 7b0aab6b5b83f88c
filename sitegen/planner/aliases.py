"""Plan what leads on from old addresses: a page at each, and the pairs that servers read."""

from collections.abc import Iterator, Mapping

from sitegen.errors import Place, Warn
from sitegen.messages import message
from sitegen.model import MovedSheet, RedirectSheet, Script
from sitegen.planner.shelf import Shelf
from sitegen.planner.view import View

SETTINGS = "site.yaml"


def redirect_sheets(shelf: Shelf) -> Iterator[RedirectSheet | MovedSheet]:
    """Plan a page at each old address: one that was published stood there in every script."""
    for alias, route in sorted(shelf.aliases.items()):
        kind = MovedSheet if alias in shelf.history.moved else RedirectSheet
        yield kind(route=alias, target=route)


def redirect_lines(shelf: Shelf, views: Mapping[Script, View]) -> tuple[tuple[str, str], ...]:
    """Pair each old address with the new one, as hosts and servers ask for them."""
    root, *others = (view.urls for view in views.values())
    return tuple(
        (urls.href(alias), urls.href(route))
        for alias, route in sorted(shelf.aliases.items())
        for urls in ((root, *others) if alias in shelf.history.moved else (root,))
    )


def gone_lines(shelf: Shelf, views: Mapping[Script, View]) -> tuple[str, ...]:
    """The addresses of what is there no more, and of what was withdrawn."""
    routes = sorted({*shelf.history.gone, *(shelf.routes[each.file] for each in shelf.withdrawn)})
    return tuple(view.urls.href(route) for route in routes for view in views.values())


def too_many(shelf: Shelf, pages: int, files: int) -> Iterator[Warn]:
    """Say that hosts would not read a list of all old addresses: those of files come first, since pages lead on without one."""
    most, lines = shelf.facts.old_links.most, pages + files
    if lines > most:
        problem = (
            message(
                "{lines} old addresses are more than the {most} that `_redirects` may hold: those of files are there, pages lead on by themselves",
                lines=lines,
                most=most,
            )
            if 0 < files <= most
            else message(
                "{lines} old addresses are more than the {most} that `_redirects` may hold: pages alone lead on",
                lines=lines,
                most=most,
            )
        )
        hint = message("write another number under `old_links: {most: …}` if the host takes more")
        yield Warn(code="many-redirects", problem=problem, place=Place(SETTINGS), hint=hint)
