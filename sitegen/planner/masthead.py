"""Plan the few facts of the site that every page of one script may mention."""

from collections.abc import Iterator

from sitegen.model import Cards, Image, Lead, Link, Masthead
from sitegen.model.card import HIGH, WIDE
from sitegen.planner.cards import SITE_CARD
from sitegen.planner.shelf import Shelf
from sitegen.planner.terms import all_terms_of
from sitegen.planner.urls import ARCHIVE, FEED, FRONT, SEARCH
from sitegen.planner.view import View, views_of
from sitegen.planner.words import ARCHIVE as ARCHIVE_NAME
from sitegen.planner.words import HOME

PAPER = "paper.css"
"""The file of static/ that holds a site's own colours and type, see docs/theming.md."""


def mastheads_of(shelf: Shelf, assets: tuple[tuple[str, str], ...] = ()) -> tuple[Masthead, ...]:
    """The facts of the site for the pages of each script."""
    return tuple(masthead(shelf, view, assets) for view in views_of(shelf.facts).values())


def masthead(shelf: Shelf, view: View, assets: tuple[tuple[str, str], ...] = ()) -> Masthead:
    """The facts of the site for the pages of one script."""
    facts = shelf.facts
    addresses = {name: view.root.href(f"/{path}") for name, path in assets}
    return Masthead(
        script=view.script,
        title=facts.title,
        description=facts.description,
        home=view.urls.href(FRONT),
        root=view.root.href(FRONT),
        navigation=tuple(_entry(shelf, view, each) for each in facts.navigation) or view.links(_usual(shelf)),
        paper=addresses.get(PAPER),
        feed=view.urls.href(FEED),
        search=view.urls.href(SEARCH) if facts.search else None,
        assets=tuple(addresses.items()),
        footer=facts.footer,
        card=_card(shelf, view),
    )


def _card(shelf: Shelf, view: View) -> Image | None:
    """The picture that stands for links to pages without one: a file of the site's own, of any size, or the card of the site."""
    if SITE_CARD in shelf.copies:
        return Image(src=view.root.href(SITE_CARD))
    is_drawn = shelf.facts.cards is Cards.DRAWN
    return Image(src=view.urls.href(SITE_CARD), width=WIDE, height=HIGH) if is_drawn else None


def _entry(shelf: Shelf, view: View, entry: Link) -> Link:
    if not entry.url.startswith("/"):
        return entry
    leads = view.root if entry.url in shelf.copies else view.urls
    return Link(text=entry.text, url=leads.href(entry.url))


def _usual(shelf: Shelf) -> Iterator[Lead]:
    """The front page, the archive and each taxonomy that has a term."""
    yield Lead(HOME, FRONT)
    yield Lead(ARCHIVE_NAME, ARCHIVE)
    yield from (all_terms_of(groups) for groups in shelf.groups.values() if groups.by_key)
