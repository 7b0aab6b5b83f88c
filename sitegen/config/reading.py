"""The folder of a site → its Config, or every problem of its settings at once, each with its line."""

from pathlib import Path

from sitegen.config.file import NAME, text_of
from sitegen.config.site import Config
from sitegen.documents import Document, read_yaml
from sitegen.errors import FieldError
from sitegen.fields import validate
from sitegen.messages import message


def read_config(site: Path, **overrides: str) -> Config:
    """Read the settings of the site in a folder; raise every problem in them at once."""
    document = read_yaml(text_of(site), file=NAME)
    document.values.update(overrides)
    config = validate(Config, document)
    _look_for_font(config, document, site)
    return config


def _look_for_font(config: Config, document: Document, site: Path) -> None:
    """The font that cards are to be drawn in must be there."""
    if config.cards.font and not (site / config.cards.font).is_file():
        problem = message("cards.font: there is no file {font}", font=config.cards.font)
        hint = message("put the font there, or take `font:` away")
        raise FieldError(problem, place=document.place(("cards", "font")), hint=hint)
