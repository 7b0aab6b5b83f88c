"""Write text of one script in another. The only module that knows the dictionaries' engine."""

from collections.abc import Callable
from functools import cache, lru_cache

from sitegen.model import Script

RECIPES: dict[tuple[Script, Script], str] = {
    (Script.HANS, Script.HANT): "s2tw",
    (Script.HANS, Script.HANT_HK): "s2hk",
    (Script.HANT, Script.HANS): "tw2s",
    (Script.HANT_HK, Script.HANS): "hk2s",
}
"""OpenCC's configuration for each pair. Between two Traditional scripts text stays as written."""

SHORT = 60
"""Characters. What is at most as long (titles, tags) is likely to come again."""


def convert(text: str, source: Script, target: Script) -> str:
    """Write `text`, which is in `source`, in `target`; its length stays the same.

    >>> convert("晒干，实干，头发", Script.HANS, Script.HANT)
    '曬乾，實幹，頭髮'
    """
    recipe = RECIPES.get((source, target))
    if recipe is None or text.isascii():
        return text
    return _convert_short(text, recipe) if len(text) <= SHORT else _engine(recipe)(text)


@lru_cache(maxsize=100_000)
def _convert_short(text: str, recipe: str) -> str:
    return _engine(recipe)(text)


@cache
def _engine(recipe: str) -> Callable[[str], str]:
    from opencc import OpenCC

    convert_by_recipe: Callable[[str], str] = OpenCC(recipe).convert
    return convert_by_recipe
