"""The texts that readers of a site see, with the line of each character."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from sitegen.loader import plain_lines
from sitegen.model import Article, Body, Source, Text


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and where it stands: its lines begin at the offsets `starts` and have the numbers `lines` in the file."""

    text: Text
    file: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def line(self, at: int) -> int:
        """The line of the file on which a character stands."""
        return self.lines[bisect_right(self.starts, at) - 1]


def passages(sources: Iterable[Source], read_body: Callable[[Body], str]) -> Iterator[Passage]:
    """Yield every headline, every name of a term once, and every body as it reads without its marks."""
    named: set[Text] = set()
    for source in sources:
        for line, text in _head(source):
            if text and text not in named:
                yield Passage(text, source.file, (0,), (line,))
        named |= set(_names(source))
        yield from _prose(source, read_body)


def _head(source: Source) -> Iterator[tuple[int, Text]]:
    if isinstance(source, Article):
        yield from ((source.line(field), getattr(source, field)) for field in ("title", "subtitle"))
        yield from ((source.line(taxonomy), term) for taxonomy, term in _terms(source))
    else:
        yield 1, source.title


def _terms(article: Article) -> Iterator[tuple[str, Text]]:
    for taxonomy, assignments in article.terms:
        yield from ((taxonomy, term.name) for each in assignments for term in each.path)


def _names(source: Source) -> Iterator[Text]:
    return (name for _, name in _terms(source)) if isinstance(source, Article) else iter(())


def _prose(source: Source, read_body: Callable[[Body], str]) -> Iterator[Passage]:
    body = source.body
    numbered = [*plain_lines(read_body(body), body)]
    numbers, lines = [number for number, _ in numbered], [line for _, line in numbered]
    text = Text("".join(lines), body.script, fixed=body.fixed, glossary=body.glossary)
    yield Passage(text, body.file, (0, *accumulate(map(len, lines[:-1]))), tuple(numbers))
