"""What a page is rendered with while a site is being written: each script's renderer is made when a page of it is asked for."""

from functools import cached_property, partial
from pathlib import Path

from msgspec import json

from sitegen.builder.cards import card_file, fonts_of
from sitegen.builder.decided import Decided
from sitegen.builder.inputs import Inputs
from sitegen.builder.kitchen import ready_script
from sitegen.chinese import Orthography
from sitegen.folder import program, template_folders
from sitegen.loader import read_body
from sitegen.model import AnySheet, CardPage, Masthead, Script, SiteFacts
from sitegen.planner import lay_out, views_of
from sitegen.renderer import Renderer


class Equipment:
    """Renders the page of a sheet in one script; what it was made of says whether another would render the same."""

    def __init__(self, inputs: Inputs, config: Decided, facts: SiteFacts, mastheads: tuple[Masthead, ...]) -> None:
        self.made_of = (inputs.templates, config, facts, mastheads)
        self.views = views_of(facts)
        self._site: Path = inputs.site
        self._orthography: Orthography = config.orthography
        self._sanitised = config.is_sanitised
        self.facts = facts
        self._mastheads = {each.script: each for each in mastheads}
        self._fonts = fonts_of(config, inputs.site)
        self._renderers: dict[Script, Renderer] = {}

    def render(self, sheet: AnySheet, script: Script) -> bytes:
        """The bytes of a page; raise what is wrong with its template or its body."""
        ready = ready_script(json.encode(sheet))
        page = lay_out(sheet, self.views[script])
        if isinstance(page, CardPage) and (fonts := self._fonts.get(script)):
            return card_file(page, fonts, self._renderer(script), self._site, is_ready=script is ready).content
        return self._renderer(script).render(page, is_ready=script is ready).content

    @cached_property
    def of_all(self) -> Renderer:
        """A renderer for all scripts at once, of its own: another thread may be at work with it."""
        return self._made(tuple(self._mastheads.values()))

    def _renderer(self, script: Script) -> Renderer:
        if script not in self._renderers:
            self._renderers[script] = self._made((self._mastheads[script],))
        return self._renderers[script]

    def _made(self, mastheads: tuple[Masthead, ...]) -> Renderer:
        return Renderer(
            tuple(template_folders(self._site)),
            mastheads,
            language=self.facts.language,
            read_body=partial(read_body, site=self._site),
            glossary=self.facts.glossary,
            orthography=self._orthography,
            sanitised=self._sanitised,
            program=program(),
        )
