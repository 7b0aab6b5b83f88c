"""Push a page through its template."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from sitegen.chinese import Conversion, Orthography, convert_html, has_rules
from sitegen.model import (
    ArticlePage,
    BesidePage,
    Body,
    FeedPage,
    Glossary,
    ListPage,
    Masthead,
    OutputFile,
    Page,
    Prose,
    ProsePage,
    Script,
    Text,
)
from sitegen.renderer.bodies import Bodies, ReadBody
from sitegen.renderer.controls import without_controls
from sitegen.renderer.links import resolve, with_whole_addresses
from sitegen.renderer.localise import Wording, in_its_own_script, localise, wording_of
from sitegen.renderer.names import template_of
from sitegen.renderer.pictures import show_pictures
from sitegen.renderer.templates import Assets, Templates
from sitegen.renderer.unconverted import as_written

DEFAULT = Orthography()


class Renderer:
    """Renders pages; the same page always gives the same bytes.

    `read_body` gives the words that a Body stands for. `language` is the script of the templates, `glossary` is for
    their words and those of the plan.
    """

    def __init__(
        self,
        templates: Sequence[Path],
        mastheads: Sequence[Masthead],
        *,
        language: Script,
        read_body: ReadBody,
        glossary: Glossary = (),
        orthography: Orthography = DEFAULT,
        sanitised: bool = True,
        program: str = "",
    ) -> None:
        self._written = Bodies(read_body, sanitised=sanitised)
        self._shown: dict[Script, tuple[Page, Page, Markup]] = {}
        self._own = {each.script: Conversion(language, each.script, glossary, orthography) for each in mastheads}
        self._wordings = {script: wording_of(own) for script, own in self._own.items()}
        self._sites = {each.script: localise(each, self._wordings[each.script]) for each in mastheads}
        self._templates = {
            script: Templates(templates, own, program, _assets(mastheads, script)) for script, own in self._own.items()
        }

    def render(self, page: Page, *, is_ready: bool = False) -> OutputFile:
        """Render one page, whose words may be `is_ready` in its script. A template sees the page and the masthead only."""
        own, body = self.shown(page, is_ready=is_ready)
        name = template_of(page)
        text = self._templates[page.script].render(
            name, page=own, site=self._sites[page.script], body=body, bodies=self._bodies(page)
        )
        shown = without_controls(text) if name.endswith(".xml") else text
        return OutputFile(path=page.path, content=shown.encode())

    def shown(self, page: Page, *, is_ready: bool = False) -> tuple[Page, Markup]:
        """A page with its words in its script, and its body; worked out once for a page that is asked for again at once."""
        last = self._shown.get(page.script)
        if last is None or last[0] is not page:
            own = page if is_ready else localise(page, self._wording_of(page))
            last = self._shown[page.script] = page, own, self._body(page)
        return last[1:]

    def as_written(self, body: Body) -> Markup:
        """A body in the script that it was written in."""
        return Markup(in_its_own_script(self._written.html(Prose(body=body, script=body.script)), body.script))  # noqa: S704  # as below

    def words_of(self, body: Body) -> str:
        """A body as its author typed it."""
        return self._written.read(body)

    def words(self, text: Text, script: Script) -> str:
        """Some words as pages in a script show them."""
        return self._wordings[script](text).value

    def _wording_of(self, page: Page) -> Wording:
        return as_written if isinstance(page, BesidePage) else self._wordings[page.script]

    def _body(self, page: Page) -> Markup:
        prose = _prose(page)
        if isinstance(page, BesidePage):
            return self.as_written(page.prose.body) if page.prose else Markup()
        is_first = getattr(page, "cover", None) is None
        return self._body_of(prose, page, is_first=is_first) if prose else Markup()

    def _bodies(self, page: Page) -> tuple[Markup, ...]:
        """The bodies of the articles of a feed, which is read where no address of a page is known."""
        if not isinstance(page, FeedPage):
            return ()
        return tuple(
            Markup(with_whole_addresses(self._body_of(each.prose, page, is_first=False), each.url))  # noqa: S704  # as below
            if each.prose
            else Markup()
            for each in page.items
        )

    def _body_of(self, prose: Prose, page: Page, *, is_first: bool) -> Markup:
        html = resolve(show_pictures(self._written.html(prose), prose.pictures, is_first=is_first), prose.references)
        if prose.is_converted or has_rules(html):
            source = prose.script if prose.is_converted else page.script
            html = convert_html(html, replace(self._own[page.script], source=source, glossary=prose.glossary))
        return Markup(html)  # noqa: S704  # sanitised, unless the owner of the site trusts the authors


def _assets(mastheads: Sequence[Masthead], script: Script) -> Assets:
    of_it = next(each for each in mastheads if each.script is script)
    return Assets(of_it.root, dict(of_it.assets))


def _prose(page: Page) -> Prose | None:
    match page:
        case ArticlePage() | ProsePage():
            return page.prose
        case ListPage():
            return page.intro
        case _:
            return None
