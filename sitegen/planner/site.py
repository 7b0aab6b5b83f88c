"""Decide which pages the site has and what each one shows."""

from collections.abc import Iterator

from sitegen.errors import raise_all
from sitegen.model import Content, Copy, Page, Plan, SiteFacts, Visibility
from sitegen.planner.aliases import redirect_lines, redirect_pages
from sitegen.planner.archive import archive_pages
from sitegen.planner.articles import article_pages, tombstones
from sitegen.planner.collisions import collisions
from sitegen.planner.front import front_page, not_found, prose_pages
from sitegen.planner.lists import term_pages
from sitegen.planner.shelf import put_in_order
from sitegen.planner.urls import media_path
from sitegen.planner.view import View, view
from sitegen.planner.visibility import left_out
from sitegen.planner.warnings import warnings_of


def plan_site(content: Content, facts: SiteFacts, visibility: Visibility, *, copies: tuple[Copy, ...] = ()) -> Plan:
    """Plan every page in every script; raise every collision of addresses at once.

    `copies` are the files that are published as they are. Nothing here looks at a disk or a clock.
    """
    shelf = put_in_order(content, facts, visibility, copies)
    views = tuple(view(shelf, script) for script in facts.scripts)
    pages = (*_interleaved(views), *redirect_pages(views[0]))
    copies = (*copies, *_pictures(content))
    raise_all(collisions(shelf, content, pages, copies))
    return Plan(
        mastheads=tuple(each.masthead() for each in views),
        pages=pages,
        copies=copies,
        redirects=redirect_lines(views[0]),
        glossary=facts.glossary,
        left_out=left_out(content.articles, visibility),
        warnings=warnings_of(shelf, content, pages),
    )


def _interleaved(views: tuple[View, ...]) -> Iterator[Page]:
    """Yield the pages of all scripts side by side, so that a body is read once for all of them."""
    for same in zip(*map(_pages, views), strict=True):
        yield from same


def _pages(view: View) -> Iterator[Page]:
    yield front_page(view)
    yield from article_pages(view)
    yield from tombstones(view)
    yield from term_pages(view)
    yield from archive_pages(view)
    yield from prose_pages(view)
    yield not_found(view)


def _pictures(content: Content) -> tuple[Copy, ...]:
    by_name = {medium.name: medium for medium in reversed(content.media)}
    return tuple(Copy(path=media_path(name), file=by_name[name].path) for name in sorted(by_name))
