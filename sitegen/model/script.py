"""The ways of writing Chinese, and words that somebody wrote for each of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TypeVar

Form = TypeVar("Form")


class Script(StrEnum):
    """The ways of writing Chinese, named as in HTML's `lang` (BCP 47)."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    HANT_TW = "zh-Hant-TW"
    HANT_HK = "zh-Hant-HK"

    def reads_as_written(self, other: "Script") -> bool:
        """Whether what was written in `other` stands in this script as it is.

        Taiwan's and Hong Kong's Traditional differ in a few characters, which nobody converts back.
        """
        return (self is Script.HANS) == (other is Script.HANS)

    @classmethod
    def named(cls, tag: str) -> "Script | None":
        """Find the script of a tag in any case, also of those that MediaWiki writes: zh-cn, zh-tw, zh-hk."""
        tag = tag.strip().lower()
        return VARIANTS.get(tag) or next((each for each in cls if each.lower() == tag), None)


VARIANTS = {
    "zh-cn": Script.HANS,
    "zh-sg": Script.HANS,
    "zh-my": Script.HANS,
    "zh-tw": Script.HANT_TW,
    "zh-hk": Script.HANT_HK,
    "zh-mo": Script.HANT_HK,
}
"""MediaWiki's names of regions for the scripts that they write."""

NEAREST = {
    Script.HANS: (Script.HANS,),
    Script.HANT: (Script.HANT, Script.HANT_TW, Script.HANT_HK),
    Script.HANT_TW: (Script.HANT_TW, Script.HANT, Script.HANT_HK),
    Script.HANT_HK: (Script.HANT_HK, Script.HANT, Script.HANT_TW),
}
"""Whose form a page shows: that of its own script, else the next that its readers would write."""


def form_for(script: Script, forms: Mapping[Script, Form]) -> Form | None:
    """Choose what a page in `script` shows; None where no form is near enough."""
    return next((forms[each] for each in NEAREST[script] if each in forms), None)


class Layer(IntEnum):
    """Whose word counts where two glossaries speak of the same text: the nearest."""

    ARTICLE = 0
    TOPIC = 1
    SITE = 2


@dataclass(frozen=True, slots=True)
class Word:
    """An entry of a glossary: a word as articles write it, and how the pages of each script write it."""

    written: str
    forms: tuple[tuple[Script, str], ...]
    layer: Layer

    def on(self, script: Script) -> str | None:
        """The word on pages in `script`; None where the entry says nothing of them."""
        return form_for(script, dict(self.forms))


Glossary = tuple[Word, ...]
"""Words of all layers, in no order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteGlossary:
    """What content/glossary.yaml says: words for everything, and words of topics by the key of their name."""

    words: Glossary = ()
    topics: Mapping[str, Glossary] = field(default_factory=dict)
