"""Make the line of an article in the archive as data, where its pages are rendered."""

from sitegen.cache import LineRow, entry_digest
from sitegen.dataset import Row, row_json
from sitegen.model import ArticleSheet, Markup, SiteFacts
from sitegen.packing import squeezed
from sitegen.plaintext import paragraphs_of
from sitegen.planner import View, name_of
from sitegen.renderer import Renderer, as_written


def line_row(sheet: ArticleSheet, root: View, facts: SiteFacts, renderer: Renderer) -> LineRow:
    """The line of an article, as it was written; the address is that in its own script, where the site has it."""
    article, body = sheet.article, sheet.body
    written_in = dict(root.all_urls).get(article.script, root.urls)
    row = Row(
        article=article,
        id=name_of(facts.feeds.authority, sheet.first or sheet.route, root),
        url=written_in.absolute(sheet.route),
        text=paragraphs_of(renderer.as_written(body)),
        markdown=renderer.words_of(body) if body.markup is Markup.MARKDOWN else None,
    )
    line = row_json(row, [each.key for each in facts.taxonomies], as_written)
    return LineRow(article.file, b"", entry_digest(line), squeezed(line))
