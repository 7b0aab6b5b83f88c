"""Every rule of `sitegen check`: a function each, and a line in one of these tables."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from sitegen.checker import feeds, fields, leaks, links, markup, prose, punctuation, scripts, series, tags
from sitegen.checker.findings import Finding
from sitegen.checker.manuscript import Manuscript
from sitegen.checker.page import Page
from sitegen.checker.site import Expected, Site
from sitegen.model import Article, Source

FILE_RULES: Sequence[Callable[[Manuscript, Source], Iterator[Finding]]] = (
    fields.no_summary,
    punctuation.half_width,
    punctuation.stray_space,
    prose.mixed_script,
    prose.broken_footnote,
)
"""Look at the text of one file as its author typed it; in several processes."""

ARTICLE_RULES: Sequence[Callable[[Article, datetime], Iterator[Finding]]] = (
    fields.reviews,
    fields.long_title,
    fields.future_date,
    fields.unknown_place,
)
"""Look at what one article says of itself, at a time."""

ARCHIVE_RULES: Sequence[Callable[[Sequence[Article]], Iterator[Finding]]] = (
    tags.used_once,
    tags.spelled_otherwise,
    tags.alike,
    series.part_gaps,
)
"""Look at all articles side by side."""

PAGE_RULES: Sequence[Callable[[Page, Expected], Iterator[Finding]]] = (
    markup.valid_html,
    markup.unique_ids,
    scripts.right_script,
    leaks.no_local_path,
    leaks.no_hidden_title,
)
"""Look at one built page; in several processes."""

SITE_RULES: Sequence[Callable[[Site], Iterator[Finding]]] = (
    links.everything_leads_somewhere,
    links.alternates_lead_back,
    links.no_page_is_an_orphan,
    scripts.every_script_is_whole,
    leaks.nothing_hidden_is_published,
    feeds.programs_can_read,
)
"""Look at the built site as a whole."""
