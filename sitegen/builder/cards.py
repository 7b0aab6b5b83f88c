"""Draw the cards of links: the page of a card, in its script → the file; each is kept by what stands on it, as long as a card of the site does."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import json, structs

from sitegen.builder.decided import Decided
from sitegen.cache import Developed, digest_of
from sitegen.model import CardPage, Cards, CardSheet, CardWords, OutputFile, Script

if TYPE_CHECKING:  # a build that finds nothing changed renders nothing
    from sitegen.pictures.faces import Fonts
    from sitegen.renderer import Renderer

FOLDER = "cards"
"""Below .sitegen/: where they are kept."""

BESIDE = "\u3000"
"""Between the date and the source."""


def with_cards(decided: Decided, site: Path) -> Decided:
    """Decide whether a site has cards: it asks for them, and each script has a font on this machine, now."""
    return structs.replace(decided, facts=replace(decided.facts, cards=_cards(decided, site)))


def _cards(decided: Decided, site: Path) -> Cards:
    if not decided.has_cards:
        return Cards.NONE
    return Cards.DRAWN if all(fonts_of(decided, site).values()) else Cards.WITHOUT_FONT


def fonts_of(decided: Decided, site: Path) -> "dict[Script, Fonts | None]":
    """The fonts for the cards of each script; none where there are to be no cards."""
    if not decided.has_cards:
        return {}
    from sitegen.pictures.fonts import fonts_for

    own = site / decided.font if decided.font else None
    return {script: fonts_for(script, own) for script in decided.facts.scripts}


def card_digests(decided: Decided, site: Path) -> dict[Script, bytes]:
    """What draws the cards of each script, apart from what stands on them."""
    fonts = fonts_of(decided, site)
    if not fonts:
        return {}
    from sitegen.pictures.cards import card_maker

    return {script: digest_of((card_maker(each), decided.orthography)) for script, each in fonts.items() if each}


def card_file(page: CardPage, fonts: "Fonts", renderer: "Renderer", site: Path, *, is_ready: bool) -> OutputFile:
    """Draw a card, or take it from those that are kept."""
    own, _ = renderer.shown(page, is_ready=is_ready)
    if not isinstance(own, CardPage):
        raise TypeError(own)
    from sitegen.pictures.cards import card_maker, draw_card

    words = _words(own)
    key = f"{known_by(page, page.script)} {digest_of(json.encode(words)).hex()} {card_maker(fonts)}"
    kept = Developed(site, FOLDER)
    return OutputFile(path=page.path, content=kept.get(key) or kept.keep(key, draw_card(words, fonts)))


def known_by(card: CardSheet | CardPage, script: Script) -> str:
    """What tells before anything is put into a script which card of which script a kept file is."""
    return digest_of((script, card.publisher, card.title, card.description, card.kicker, card.date, card.origin)).hex()


def _words(page: CardPage) -> CardWords:
    date = page.date.chinese.partition(" ")[0] if page.date else ""
    return CardWords(
        name=str(page.publisher),
        series=str(page.kicker or ""),
        headline=str(page.title),
        note=BESIDE.join(filter(None, [date, str(page.origin or ""), str(page.description)])),
    )
