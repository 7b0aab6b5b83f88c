"""What is made of the content on its way to a page: its HTML, scraped text, the cards of links."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from sitegen.fields import Settings, wrong
from sitegen.messages import message


class RawHtml(StrEnum):
    """What becomes of HTML in an article."""

    SANITISE = "sanitise"
    ALLOW = "allow"


def _pattern(value: object) -> object:
    try:
        re.compile(str(value))
    except re.error as error:
        raise wrong(
            message("{value!r} is no regular expression: {error}", value=value, error=str(error)),
            message("put a backslash before a sign that means itself"),
        ) from error
    return value


class ImportSettings(Settings):
    """What `sitegen import` should know of the sites that a text was scraped from."""

    boilerplate: tuple[Annotated[str, BeforeValidator(_pattern)], ...] = ()


class CardSettings(Settings):
    """Whether links to pages get a card, and in which font, a path from the folder of the site, rather than one of the machine."""

    draw: bool = False
    font: str = ""


def _cards(value: object) -> object:
    """Let `cards: true` do, and a font alone ask for cards."""
    return {"draw": True, **value} if isinstance(value, dict) else {"draw": value}


Cards = Annotated[CardSettings, BeforeValidator(_cards, json_schema_input_type=bool | CardSettings)]
"""The settings of cards, or only whether there are any."""
