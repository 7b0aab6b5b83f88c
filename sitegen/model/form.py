"""The forms that an article is told in besides its page."""

from enum import StrEnum


class Beside(StrEnum):
    """A form that an article is told in besides its page."""

    RIS = "ris"
    CSL = "csl"
    TEXT = "text"
