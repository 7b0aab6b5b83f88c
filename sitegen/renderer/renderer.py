"""Push a page through its template."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from markupsafe import Markup

from sitegen.chinese import Conversion, Orthography, convert_html, has_rules
from sitegen.errors import ContentError, Place
from sitegen.messages import message
from sitegen.model import (
    AllSeriesPage,
    AllSeriesSheet,
    AnySheet,
    ArchivePage,
    ArchiveSheet,
    ArticlePage,
    ArticleSheet,
    Beside,
    BesidePage,
    BesideSheet,
    Body,
    CardPage,
    CardSheet,
    ChancePage,
    ChanceSheet,
    DayPage,
    DaySheet,
    DaysPage,
    DaysSheet,
    FeedForm,
    FeedPage,
    FeedSheet,
    FrontPage,
    FrontSheet,
    Glossary,
    ListPage,
    ListSheet,
    Masthead,
    MonthPage,
    MonthSheet,
    MovedSheet,
    NewsPage,
    NewsSheet,
    NotFoundPage,
    NotFoundSheet,
    OutputFile,
    Page,
    Prose,
    ProsePage,
    ProseSheet,
    RedirectPage,
    RedirectSheet,
    RobotsPage,
    RobotsSheet,
    Script,
    SearchPage,
    SearchSheet,
    SitemapIndexPage,
    SitemapIndexSheet,
    SitemapPage,
    SitemapSheet,
    TermsPage,
    TermsSheet,
    Text,
    TombstonePage,
    TombstoneSheet,
    TreePage,
    TreeSheet,
    YearPage,
    YearSheet,
)
from sitegen.renderer.controls import without_controls
from sitegen.renderer.links import resolve, with_whole_addresses
from sitegen.renderer.localise import Wording, as_written, in_its_own_script, localise, wording_of
from sitegen.renderer.markup import markdown_to_html, plain_to_html, simple_markdown_to_html
from sitegen.renderer.pictures import show_pictures
from sitegen.renderer.sanitise import sanitise
from sitegen.renderer.templates import Assets, Templates

ReadBody = Callable[[Body], str]
DEFAULT = Orthography()
FORMS = {Beside.RIS: "citation.ris", Beside.CSL: "citation.json", Beside.TEXT: "article.txt"}
"""The template of each form of an article."""
CARD = "card.png"
"""In place of a template: what is drawn is told by fonts."""


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
        self._read_body = read_body
        self._sanitised = sanitised
        self._last: tuple[Body, str] | None = None
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
        return Markup(in_its_own_script(self._html(Prose(body=body, script=body.script)), body.script))  # noqa: S704  # as below

    def words_of(self, body: Body) -> str:
        """A body as its author typed it."""
        return self._read_body(body)

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
        html = resolve(show_pictures(self._html(prose), prose.pictures, is_first=is_first), prose.references)
        if prose.is_converted or has_rules(html):
            source = prose.script if prose.is_converted else page.script
            html = convert_html(html, replace(self._own[page.script], source=source, glossary=prose.glossary))
        return Markup(html)  # noqa: S704  # sanitised, unless the owner of the site trusts the authors

    def _html(self, prose: Prose) -> str:
        """Render a body once for the pages of all scripts, which come one after the other."""
        if self._last is None or self._last[0] != prose.body:
            self._last = prose.body, self._html_of(prose)
        return self._last[1]

    def _html_of(self, prose: Prose) -> str:
        text = self._read_body(prose.body)
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


def _assets(mastheads: Sequence[Masthead], script: Script) -> Assets:
    of_it = next(each for each in mastheads if each.script is script)
    return Assets(of_it.root, dict(of_it.assets))


def template_of(page: Page | AnySheet) -> str:
    """The template of each kind of page."""
    match page:
        case ArticlePage() | ArticleSheet():
            return "article.html"
        case FrontPage() | FrontSheet():
            return "index.html"
        case ListPage() | ListSheet():
            return "list.html"
        case TermsPage() | TermsSheet():
            return "terms.html"
        case TreePage() | TreeSheet():
            return "tree.html"
        case AllSeriesPage() | AllSeriesSheet():
            return "series.html"
        case ArchivePage() | ArchiveSheet():
            return "archive.html"
        case YearPage() | YearSheet():
            return "year.html"
        case MonthPage() | MonthSheet():
            return "month.html"
        case DaysPage() | DaysSheet():
            return "days.html"
        case DayPage() | DaySheet():
            return "day.html"
        case ChancePage() | ChanceSheet():
            return "random.html"
        case SearchPage() | SearchSheet():
            return "search.html"
        case ProsePage() | ProseSheet():
            return "page.html"
        case TombstonePage() | TombstoneSheet():
            return "tombstone.html"
        case RedirectPage() | RedirectSheet() | MovedSheet():
            return "redirect.html"
        case NotFoundPage() | NotFoundSheet():
            return "404.html"
        case FeedPage() | FeedSheet():
            return "feed.json" if page.form is FeedForm.JSON else "feed.xml"
        case SitemapPage() | SitemapSheet():
            return "sitemap.xml"
        case SitemapIndexPage() | SitemapIndexSheet():
            return "sitemap-index.xml"
        case CardPage() | CardSheet():
            return CARD
        case NewsPage() | NewsSheet():
            return "sitemap-news.xml"
        case RobotsPage() | RobotsSheet():
            return "robots.txt"
        case BesidePage() | BesideSheet():
            return FORMS[page.form]
        case _:
            assert_never(page)


def _prose(page: Page) -> Prose | None:
    match page:
        case ArticlePage() | ProsePage():
            return page.prose
        case ListPage():
            return page.intro
        case _:
            return None
