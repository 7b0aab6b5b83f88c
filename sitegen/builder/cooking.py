"""Where sheets become files: laid out, rendered and put on the stage, in whatever process the work has come to."""

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import islice

from msgspec import json

from sitegen.builder.cards import card_file
from sitegen.builder.entering import entry_row
from sitegen.builder.kitchen import Kitchen, Made, Order, Spelled, ready_script
from sitegen.builder.lining import line_row
from sitegen.cache import EntryRow, LineRow
from sitegen.chinese import Conversion, Orthography, known_slugs
from sitegen.errors import SitegenError, problems_in
from sitegen.loader import read_body
from sitegen.model import AnySheet, ArticlePage, ArticleSheet, CardPage, OutputFile, Page, Script, SiteFacts
from sitegen.planner import View, lay_out, views_of
from sitegen.renderer import Renderer
from sitegen.writer import Staged

_decode_sheet = json.Decoder(AnySheet).decode


def warm_up(facts: SiteFacts, orthography: Orthography) -> None:
    """Fetch the dictionaries that the pages of a site ask for."""
    for script in facts.scripts:
        _ = Conversion(facts.language, script, orthography=orthography).engine


def made_of(orders: Sequence[Order], kitchen: Kitchen) -> list[Made]:
    """Make the files of some sheets."""
    renderer, views = _equipment(kitchen)
    return [_made(order, kitchen, renderer, views) for order in orders]


def _made(order: Order, kitchen: Kitchen, renderer: Renderer, views: dict[Script, View]) -> Made:
    spelled = len(known_slugs)
    sheet = _decode_sheet(order.sheet)
    ready = ready_script(order.sheet)
    pages = {script: lay_out(sheet, views[script]) for script in (views if order.is_entered else order.scripts)}
    try:
        made: list[Staged | EntryRow | LineRow | Spelled] = [
            kitchen.stage.put(_file(pages[script], kitchen, renderer, is_ready=script is ready))
            for script in order.scripts
        ]
        if order.is_entered and isinstance(sheet, ArticleSheet):
            articles = [(page, script is ready) for script, page in pages.items() if isinstance(page, ArticlePage)]
            made.append(entry_row(sheet, articles, renderer))
        if order.is_told and isinstance(sheet, ArticleSheet):
            made.append(line_row(sheet, next(iter(views.values())), kitchen.facts, renderer))
        if len(known_slugs) > spelled:
            made.append(Spelled(tuple(islice(known_slugs.items(), spelled, None))))
        return tuple(made)
    except (SitegenError, ExceptionGroup) as error:
        return problems_in(error)


def _file(page: Page, kitchen: Kitchen, renderer: Renderer, *, is_ready: bool) -> OutputFile:
    fonts = dict(kitchen.fonts).get(page.script) if isinstance(page, CardPage) else None
    if fonts is None or not isinstance(page, CardPage):
        return renderer.render(page, is_ready=is_ready)
    return card_file(page, fonts, renderer, kitchen.site, is_ready=is_ready)


@lru_cache(maxsize=1)
def _equipment(kitchen: Kitchen) -> tuple[Renderer, dict[Script, View]]:
    renderer = Renderer(
        kitchen.templates,
        kitchen.mastheads,
        language=kitchen.facts.language,
        read_body=partial(read_body, site=kitchen.site),
        glossary=kitchen.facts.glossary,
        orthography=kitchen.orthography,
        sanitised=kitchen.sanitised,
        program=kitchen.program,
    )
    return renderer, views_of(kitchen.facts)
