"""A body as its author typed it → its HTML, in the script that it was written in."""

from collections.abc import Callable

from sitegen.errors import ContentError, Place
from sitegen.messages import message
from sitegen.model import Body, Prose
from sitegen.renderer.markup import markdown_to_html, plain_to_html, simple_markdown_to_html
from sitegen.renderer.sanitise import sanitise

ReadBody = Callable[[Body], str]
"""Gives the words that a Body stands for."""


class Bodies:
    """Renders a body once for the pages of all scripts, which come one after the other."""

    def __init__(self, read: ReadBody, *, sanitised: bool) -> None:
        self.read = read
        self._sanitised = sanitised
        self._last: tuple[Body, str] | None = None

    def html(self, prose: Prose) -> str:
        """The HTML of a body, wherever its links lead."""
        if self._last is None or self._last[0] != prose.body:
            self._last = prose.body, self._made(prose)
        return self._last[1]

    def _made(self, prose: Prose) -> str:
        text = self.read(prose.body)
        if prose.is_plain:
            return plain_to_html(text)
        simple = simple_markdown_to_html(text, prose.script)
        if simple is not None:
            return simple
        try:
            html = markdown_to_html(text, prose.script)
        except RecursionError as error:
            place = Place(prose.body.file, prose.body.first_line)
            raise ContentError(message("lists or quotations are nested too deeply"), place=place) from error
        return sanitise(html) if self._sanitised else html
