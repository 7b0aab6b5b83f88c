"""Plan the cards that other places show of links: to articles, to lists of terms, to the site."""

from collections.abc import Iterable, Iterator

from sitegen.errors import Place, Warn
from sitegen.messages import message
from sitegen.model import AnySheet, Article, ArticleSheet, CardPage, Cards, CardSheet, SiteFacts, Taxonomy
from sitegen.model.sheet import Targets
from sitegen.planner.shelf import Shelf
from sitegen.planner.taxonomy import Group
from sitegen.planner.urls import FRONT, card_route
from sitegen.planner.view import View
from sitegen.planner.words import NOTHING

NO_FONT = Warn(
    code="no-card-font",
    problem=message("no font is here that could draw the cards of links"),
    place=Place("site.yaml"),
    hint=message("install one, such as fonts-noto-cjk, or name its file: `cards: {font: fonts/song.otf}`"),
)


SITE_CARD = card_route(FRONT)
"""The route of the card of the site; a file of the site's own may stand there."""


def card_of(facts: SiteFacts, article: Article, route: str, targets: Targets) -> str | None:
    """The route of an article's card; an article has none that shows a picture of its own."""
    if facts.cards is not Cards.DRAWN or _has_picture(article, targets):
        return None
    return card_route(route)


def with_cards(sheets: Iterable[ArticleSheet]) -> Iterator[AnySheet]:
    """Some articles, each with its card behind it."""
    for each in sheets:
        yield each
        if each.card:
            yield _card(each, each.card)


def other_cards(shelf: Shelf) -> Iterator[CardSheet]:
    """The card of the site and that of each term. An article more changes none of them: names stand on them, and no numbers."""
    if shelf.facts.cards is Cards.DRAWN:
        if SITE_CARD not in shelf.copies:
            yield site_card(shelf.facts)
        for groups in shelf.groups.values():
            yield from (term_card(shelf.facts, groups.taxonomy, each) for each in groups.by_key.values())


def site_card(facts: SiteFacts) -> CardSheet:
    """The card of every page that has no other."""
    return CardSheet(route=SITE_CARD, publisher=NOTHING, title=facts.title, description=facts.description)


def term_card(facts: SiteFacts, taxonomy: Taxonomy, group: Group) -> CardSheet:
    """The card of a term."""
    return CardSheet(
        route=card_route(group.route),
        publisher=facts.title,
        title=group.name,
        description=facts.description,
        kicker=taxonomy.name,
    )


def card_of_term(facts: SiteFacts, group: Group) -> str | None:
    """The route of the card of a term."""
    return card_route(group.route) if facts.cards is Cards.DRAWN else None


def card_page(sheet: CardSheet, view: View) -> CardPage:
    """A card in one script."""
    return CardPage(
        **view.frame(sheet.route, sheet.title, sheet.description),
        publisher=sheet.publisher,
        kicker=sheet.kicker,
        date=sheet.date,
        origin=sheet.origin,
    )


def _card(sheet: ArticleSheet, route: str) -> CardSheet:
    sources = [trails for key, _, trails in sheet.terms if key == "sources"]
    return CardSheet(
        route=route,
        publisher=sheet.publisher,
        title=sheet.article.title,
        description=NOTHING,
        kicker=sheet.series[0].series.text if sheet.series else None,
        date=sheet.article.date,
        origin=sources[0][0][-1].text if sources and sources[0] else None,
    )


def _has_picture(article: Article, targets: Targets) -> bool:
    """Whether an article has a picture that other places show; a drawing in SVG is none."""
    if article.cover is None:
        return False
    target = dict(targets).get(article.cover.src.written)
    shown = target and (target.picture.src if target.picture else target.route)
    return bool(shown) and not str(shown).endswith(".svg")
