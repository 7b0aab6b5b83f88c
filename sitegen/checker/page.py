"""Read a built page once: its elements, its words, where it leads and what in it can be led to."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import turbohtml
from turbohtml import TokenType, conformance

from sitegen.checker.nesting import Fault, Nesting
from sitegen.errors import Place

LEFT_ALONE = frozenset(("script", "style", "code", "pre", "kbd", "samp", "textarea"))
WHOLE_PAGE = frozenset(("html", "body"))
START, END, TEXT = TokenType.START_TAG, TokenType.END_TAG, TokenType.TEXT


class Element(NamedTuple):
    """The beginning of an element that has attributes; `is_alone` says that nothing in it is converted."""

    tag: str
    attributes: dict[str, str]
    line: int
    column: int
    is_alone: bool


class Words(NamedTuple):
    """A text between two tags."""

    words: str
    line: int
    column: int
    is_alone: bool


class Page:
    """A page of the built site; `path` is relative to the output folder, `shown_as` its name in messages."""

    def __init__(self, path: str, shown_as: str, html: str) -> None:
        self.path = path
        self.shown_as = shown_as
        self.html = html
        self.elements: list[Element] = []
        self.texts: list[Words] = []
        self.faults: list[Fault] = []
        self._read()

    @cached_property
    def document(self) -> turbohtml.Document:
        """The page as a browser would build it."""
        return turbohtml.parse(self.html)

    @cached_property
    def report(self) -> conformance.ConformanceReport:
        """What the rules for authors say of it."""
        return conformance.check(self.document)

    @cached_property
    def lang(self) -> str:
        """The script that the page says it is in."""
        return next((each.attributes.get("lang", "") for each in self.elements if each.tag == "html"), "")

    @property
    def is_redirect(self) -> bool:
        """Whether the page only leads on."""
        return any(
            each.tag == "meta" and each.attributes.get("http-equiv", "").lower() == "refresh" for each in self.elements
        )

    def place(self, line: int, column: int) -> Place:
        """A spot in the page; columns here count from 0, and what is about all of it has line 0."""
        return Place(self.shown_as, max(line, 1), column + 1)

    def of(self, tag: str) -> Iterator[Element]:
        """The elements of one name."""
        return (each for each in self.elements if each.tag == tag)

    def _read(self) -> None:
        nesting = Nesting()
        line = column = 1
        for token in turbohtml.tokenize(self.html, capture_attributes=True):
            kind, tag, line, column = token.type, token.tag or "", token.line, token.col
            if kind is TEXT:
                if (words := token.data) and not words.isspace():
                    self.texts.append(Words(words, line, column, nesting.is_marked))
            elif kind is START:
                attributes = dict(token.attrs or ())
                mark = tag in LEFT_ALONE or (bool(attributes) and _is_left_alone(tag, attributes))
                is_alone = nesting.begin(tag, line, column, mark=mark, is_whole=token.self_closing)
                if attributes or tag == "html":
                    self.elements.append(Element(tag, attributes, line, column, is_alone))
            elif kind is END:
                nesting.end(tag, line, column)
        nesting.finish(line, column)
        self.faults = nesting.faults


def _is_left_alone(tag: str, attributes: dict[str, str]) -> bool:
    """Whether the words in an element stay as they are in every script."""
    if "translate" in attributes and attributes["translate"].lower() == "no":
        return True
    return "lang" in attributes and tag not in WHOLE_PAGE and attributes["lang"].lower() != "zh"
