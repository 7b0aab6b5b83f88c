"""Find the words of glossaries in a text; the nearest glossary wins."""

from collections.abc import Iterable, Iterator

from sitegen.chinese.spans import Span
from sitegen.model import Glossary, Script, Word


def relevant(words: Iterable[Word], text: str) -> Glossary:
    """The words all of whose characters are in `text`: markup may still stand between them."""
    words = tuple(words)
    present = set(text) if words else set()
    return tuple(word for word in words if present.issuperset(word.written))


def words_in(text: str, glossary: Glossary, script: Script) -> list[Span]:
    """Where words of the glossary stand: of those that overlap the nearest one, then the longest, then the first."""
    taken: list[Span] = []
    for _, _, span in sorted(_found(text, glossary, script)):
        if all(span.end <= other.start or other.end <= span.start for other in taken):
            taken.append(span)
    return sorted(taken)


def _found(text: str, glossary: Glossary, script: Script) -> Iterator[tuple[int, int, Span]]:
    for word in glossary:
        at = text.find(word.written)  # most words are not there, though their characters are
        form = word.on(script) if at >= 0 else None
        while at >= 0 and form is not None:
            yield word.layer, -len(word.written), Span(at, at + len(word.written), form)
            at = text.find(word.written, at + 1)
