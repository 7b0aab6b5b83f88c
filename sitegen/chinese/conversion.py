"""Write text of one script in another. The only module that the steps ask for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial

from sitegen.chinese.addresses import addresses_in
from sitegen.chinese.engine import Engine, engine
from sitegen.chinese.glossary import words_in
from sitegen.chinese.orthography import USUAL, Orthography
from sitegen.chinese.quotes import with_corner_quotes
from sitegen.chinese.rules import OPEN, rules_in
from sitegen.chinese.spans import Span, Step, filled, refined
from sitegen.chinese.surnames import APART, surnames_in
from sitegen.model import Glossary, Script

RECIPES: dict[tuple[Script, Script], str] = {
    (Script.HANS, Script.HANT): "s2tw",
    (Script.HANS, Script.HANT_TW): "s2tw",
    (Script.HANS, Script.HANT_HK): "s2hk",
    (Script.HANT, Script.HANS): "tw2s",
    (Script.HANT_TW, Script.HANS): "tw2s",
    (Script.HANT_HK, Script.HANS): "hk2s",
}
"""OpenCC's configuration for each pair. Between two Traditional scripts text stays as written."""

SHORT = 160
"""Characters. What is at most as long (titles, tags, summaries) is likely to come again."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """How words in `source` are written on pages in `target`; the words of `glossary` go before the dictionaries."""

    source: Script
    target: Script
    glossary: Glossary = ()
    orthography: Orthography = USUAL

    def text(self, text: str) -> str:
        """Write plain text.

        >>> Conversion(Script.HANS, Script.HANT).text("晒干，实干，-{头发}-")
        '曬乾，實幹，头发'
        """
        if self.is_nothing and OPEN not in text:
            return text
        return _of_short(text, self) if len(text) <= SHORT else self._written(text)

    def texts(self, texts: Sequence[str]) -> Sequence[str]:
        """Write several texts that have nothing to do with one another, as if each came alone."""
        joined = APART.join(texts)
        if OPEN in joined or self.orthography.corner_quotes or joined.count(APART) != len(texts) - 1:
            return [self._written(text) for text in texts]
        return self._written(joined).split(APART)

    def spans(self, text: str) -> Iterator[Span]:
        """Part a text into stretches, each with what becomes of it."""
        text = self._quoted(text)
        for span in self.decided(text):
            yield span if span.words is not None else span._replace(words=self._converted(text[span.start : span.end]))

    def decided(self, text: str) -> Iterable[Span]:
        """Part a text by what rules, addresses, glossaries and names say; the rest is the dictionaries'."""
        spans: Iterable[Span] = filled(self._ruled(text), len(text))
        for step in self._steps():
            spans = refined(spans, text, step)
        return spans

    @property
    def engine(self) -> Engine | None:
        """The dictionaries; None where words stand as they are written."""
        return _engine(self.source, self.target, self.orthography)

    @property
    def is_nothing(self) -> bool:
        """Whether words stand as they are, but for rules in them."""
        return (self.source, self.target) not in RECIPES

    def _steps(self) -> Iterator[Step]:
        if self.is_nothing:
            return
        yield addresses_in
        if self.glossary:
            yield partial(words_in, glossary=self.glossary, script=self.target)
        if self.source is Script.HANS:
            yield surnames_in

    def _ruled(self, text: str) -> Iterator[Span]:
        for span, script in rules_in(text, self.target):
            words = span.words or ""
            other = script and replace(self, source=script)
            yield span._replace(words=other.text(words) if other else words)

    def _quoted(self, text: str) -> str:
        is_asked = self.orthography.corner_quotes and self.source is Script.HANS and not self.is_nothing
        return with_corner_quotes(text) if is_asked else text

    def _converted(self, text: str) -> str:
        engine = None if text.isascii() else self.engine
        return engine(text) if engine else text

    def _written(self, text: str) -> str:
        text = self._quoted(text)
        spans = self.decided(text)
        return "".join([self._converted(text[at:end]) if words is None else words for at, end, words in spans])


@cache
def _engine(source: Script, target: Script, orthography: Orthography) -> Engine | None:
    recipe = RECIPES.get((source, target))
    if recipe and source is Script.HANS:
        recipe = dict(orthography.recipes).get(target, recipe)
    return engine(recipe, orthography.dictionaries, glossary=True) if recipe else None


@lru_cache(maxsize=2_000)
def _of_short(text: str, conversion: Conversion) -> str:
    return conversion._written(text)  # noqa: SLF001  # its memo


def convert(text: str, source: Script, target: Script) -> str:
    """Write `text`, which is in `source`, in `target`, by the dictionaries and the built-in glossary.

    >>> convert("晒干，实干，头发", Script.HANS, Script.HANT)
    '曬乾，實幹，頭髮'
    """
    return Conversion(source, target).text(text)
