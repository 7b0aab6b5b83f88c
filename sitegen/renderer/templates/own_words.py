"""The words of a template itself → the same in the script of the page, when it is compiled."""

from collections.abc import Iterator
from dataclasses import replace

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from sitegen.chinese import Conversion, convert_html, script_of

GAP = "\ufdd0"
"""Stands for whatever Jinja puts between two pieces of a template's own text; no text holds it."""


class OwnWords(Extension):
    """Converts the text of a template, and the words in its expressions, when it is compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Put the converted text into the stream of tokens."""
        tokens = list(stream)
        data = GAP.join(str(token.value) for token in tokens if token.type == "data")
        conversion = self._conversion(data)
        converted = iter(convert_html(data, conversion).split(GAP))
        for token in tokens:
            match token.type:
                case "data":
                    yield Token(token.lineno, "data", next(converted))
                case "string":
                    yield Token(token.lineno, "string", conversion.text(str(token.value)))
                case _:
                    yield token

    def _conversion(self, data: str) -> Conversion:
        """Convert from the script that the template is written in, to that of the pages."""
        conversion: Conversion = self.environment.conversion  # type: ignore[attr-defined]
        return replace(conversion, source=script_of(data) or conversion.source)
