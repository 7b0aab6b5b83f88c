"""Find where the files lead that stood beside pages at old addresses: no page can stand there, so that only lists of hosts and servers can tell."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.model import Cards, OldFile, Script, SiteFacts
from sitegen.planner.again import CONTENT
from sitegen.planner.cards import card_of
from sitegen.planner.shelf import Shelf
from sitegen.planner.targets import targets_of
from sitegen.planner.urls import beside_route, card_route, feed_route
from sitegen.planner.view import View

ARTICLES = "articles/"
"""What the sources of articles begin with, as the record of addresses names them."""


class Neighbour(NamedTuple):
    """A file that stands beside a page, by its name; some stand `once`, for all scripts."""

    name: str
    once: bool = False


def old_files(shelf: Shelf, views: Mapping[Script, View]) -> tuple[OldFile, ...]:
    """Pair each file beside a page that has moved with that of today, and each beside one that is gone with the page that says so."""
    root, *others = (view.urls for view in views.values())
    taken = shelf.aliases.keys() | shelf.copies
    return tuple(
        OldFile(old=urls.href(old + name), new=urls.href(new if is_gone else new + name), is_gone=is_gone)
        for old, new, neighbours, is_gone in (*_moved(shelf), *_gone(shelf))
        for name, once in neighbours
        if old + name not in taken
        for urls in ((root,) if once else (root, *others))
    )


def _moved(shelf: Shelf) -> Iterator[tuple[str, str, tuple[Neighbour, ...], bool]]:
    moved = shelf.history.moved
    here = _neighbours(shelf) if moved else {}
    tombs = {shelf.routes[each.file] for each in shelf.withdrawn}
    for old, new in sorted(moved.items()):
        if new in tombs:
            yield old, new, _of_any_article(shelf.facts), True
        elif new in here:
            yield old, new, here[new], False


def _gone(shelf: Shelf) -> Iterator[tuple[str, str, tuple[Neighbour, ...], bool]]:
    routes = {route: line.source for route, line in shelf.history.gone.items()}
    routes |= {shelf.routes[each.file]: each.file.removeprefix(CONTENT) for each in shelf.withdrawn}
    for route, source in sorted(routes.items()):
        groups = shelf.groups.get(source.partition("/")[0])
        if source.startswith(ARTICLES):
            yield route, route, _of_any_article(shelf.facts), True
        elif groups:
            yield route, route, _of_term(shelf.facts, has_feeds=groups.taxonomy.has_feeds), True


def _neighbours(shelf: Shelf) -> dict[str, tuple[Neighbour, ...]]:
    """What stands beside each page of today that something may lead to."""
    wanted = set(shelf.history.moved.values())
    of_terms = {
        group.route: _of_term(shelf.facts, has_feeds=groups.taxonomy.has_feeds)
        for groups in shelf.groups.values()
        for group in groups.by_key.values()
        if group.route in wanted
    }
    of_articles = {
        route: (
            *_of_any_article(shelf.facts, with_card=False),
            *(
                [Neighbour(card_route(""))]
                if card_of(shelf.facts, article, route, targets_of(shelf, (), article.cover))
                else []
            ),
        )
        for article in shelf.articles
        if (route := shelf.routes[article.file]) in wanted
    }
    return of_terms | of_articles


def _of_any_article(facts: SiteFacts, *, with_card: bool = True) -> tuple[Neighbour, ...]:
    """What an article may have beside it; whether one that is gone had a card nobody knows."""
    forms = tuple(Neighbour(beside_route("", form), once=True) for form in facts.keeping.beside)
    return (*forms, *(_card(facts) if with_card else ()))


def _of_term(facts: SiteFacts, *, has_feeds: bool) -> tuple[Neighbour, ...]:
    feeds = tuple(Neighbour(feed_route("", is_json=each)) for each in (False, True)) if has_feeds else ()
    return (*feeds, *_card(facts))


def _card(facts: SiteFacts) -> tuple[Neighbour, ...]:
    return (Neighbour(card_route("")),) if facts.cards is Cards.DRAWN else ()
