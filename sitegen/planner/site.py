"""Decide which pages the site has and what each one shows."""

from collections.abc import Iterable, Iterator

from sitegen.errors import raise_all
from sitegen.model import ONCE, AnySheet, Cards, Content, Copy, Page, Plan, Script, SiteFacts, Source, Visibility
from sitegen.planner.aliases import gone_lines, redirect_lines, redirect_sheets, too_many
from sitegen.planner.archive import archive_sheets
from sitegen.planner.articles import article_sheets, tombstones
from sitegen.planner.beside import beside_sheets
from sitegen.planner.cards import NO_FONT, other_cards, with_cards
from sitegen.planner.catalogue import catalogue_of
from sitegen.planner.chance import chance_sheets
from sitegen.planner.collisions import collisions
from sitegen.planner.dates import dates_of
from sitegen.planner.days import day_sheets
from sitegen.planner.feeds import feed_sheets
from sitegen.planner.front import front_sheet, not_found, prose_sheets, search_sheets
from sitegen.planner.layout import lay_out
from sitegen.planner.lists import term_sheets
from sitegen.planner.masthead import mastheads_of
from sitegen.planner.news import news_until
from sitegen.planner.old_files import old_files
from sitegen.planner.pictures import copies_and_derived
from sitegen.planner.shelf import Shelf, put_in_order
from sitegen.planner.sitemap import sitemap_sheets
from sitegen.planner.terms import empty_overviews
from sitegen.planner.view import views_of
from sitegen.planner.visibility import left_out, soonest, valid_until
from sitegen.planner.warnings import lost_in, warnings_of


def plan_site(
    content: Content,
    facts: SiteFacts,
    visibility: Visibility,
    *,
    copies: tuple[Copy, ...] = (),
    assets: tuple[tuple[str, str], ...] = (),
) -> Plan:
    """Plan a sheet for every page; raise every collision of addresses at once.

    `copies` are the files that are published as they are; `assets` pairs those that templates ask for with the paths of
    files that are named by their content. Nothing here looks at a disk or a clock.
    """
    return plan_shelf(put_in_order(content, facts, visibility, copies), content, copies=copies, assets=assets)


def plan_shelf(
    shelf: Shelf, content: Content, *, copies: tuple[Copy, ...] = (), assets: tuple[tuple[str, str], ...] = ()
) -> Plan:
    """The same of content that is in order already."""
    facts, visibility = shelf.facts, shelf.visibility
    views = views_of(facts)
    sheets = tuple(_sheets(shelf))
    others, derived = copies_and_derived(content.media, _showing(shelf, content))
    copies = (*copies, *others)
    raise_all([*shelf.history.problems, *collisions(shelf, content, sheets, (*copies, *derived), assets)])
    lost = lost_in(shelf, content, sheets)
    redirects, files = redirect_lines(shelf, views), old_files(shelf, views)
    return Plan(
        facts=facts,
        mastheads=mastheads_of(shelf, assets),
        sheets=sheets,
        copies=copies,
        derived=derived,
        redirects=redirects,
        gone=gone_lines(shelf, views),
        old_files=files,
        addresses=shelf.history.noted,
        left_out=left_out(content.articles, visibility),
        warnings=(
            *warnings_of(shelf, content, lost),
            *shelf.history.warnings,
            *empty_overviews(shelf),
            *too_many(shelf, len(redirects), len(files)),
            *([NO_FONT] if facts.cards is Cards.WITHOUT_FONT else []),
        ),
        valid_until=soonest(valid_until(content.articles, visibility.now), news_until(shelf)),
        catalogue=catalogue_of(shelf, (each.reference.target for each in lost)),
    )


def pages_of(plan: Plan) -> Iterator[Page]:
    """Lay out every page in every script, those of one sheet side by side."""
    views = views_of(plan.facts)
    for sheet in plan.sheets:
        for script in scripts_of(sheet, plan.facts.scripts):
            yield lay_out(sheet, views[script])


def scripts_of(sheet: AnySheet, scripts: tuple[Script, ...]) -> Iterable[Script]:
    """The scripts in which a sheet has a page."""
    return scripts[:1] if isinstance(sheet, ONCE) else scripts


def _sheets(shelf: Shelf) -> Iterator[AnySheet]:
    dates = dates_of(shelf.standing)
    yield front_sheet(shelf, dates)
    yield from _articles(shelf)
    yield from other_cards(shelf)
    yield from tombstones(shelf)
    yield from term_sheets(shelf)
    yield from archive_sheets(shelf, dates)
    yield from day_sheets(shelf, dates)
    yield from chance_sheets(shelf)
    yield from search_sheets(shelf)
    yield from prose_sheets(shelf)
    yield not_found()
    yield from redirect_sheets(shelf)
    yield from feed_sheets(shelf)
    yield from sitemap_sheets(shelf, dates)


def _articles(shelf: Shelf) -> Iterator[AnySheet]:
    """Each article and what stands beside it, one after the other, so that its body is read once for all of them."""
    for at, sheet in enumerate(article_sheets(shelf)):
        yield from with_cards([sheet])
        yield from beside_sheets(shelf, [at])


def _showing(shelf: Shelf, content: Content) -> Iterator[Source]:
    """What has a page that shows more than that it was withdrawn."""
    hidden = {each.file for each in shelf.withdrawn}
    return (each for each in content.sources if each.file in shelf.routes and each.file not in hidden)
