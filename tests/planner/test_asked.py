"""One sheet, planned for who asks for it, is what the whole plan holds."""

import random

import pytest

from sitegen.cache import Fingerprints
from sitegen.model import AnySheet, Content, Plan
from sitegen.planner import Made, Sources, finder_of, put_in_order, shelf_of
from tests.builders import visible
from tests.planner.test_around import FACTS, Archive, kept

QUICK = {
    "ArticleSheet", "FrontSheet", "ListSheet", "TreeSheet", "AllSeriesSheet", "ArchiveSheet", "YearSheet", "MonthSheet",
    "BesideSheet", "DaysSheet", "DaySheet", "NotFoundSheet",
}  # fmt: skip
"""Kinds that are always found without the whole plan."""


def fingerprint(sheet: AnySheet) -> bytes:
    return Fingerprints().of(sheet)


def archive_of(seed: int) -> tuple[Archive, Plan]:
    archive = Archive(seed, FACTS)
    return archive, archive.plan


@pytest.mark.parametrize("seed", range(6))
def test_every_sheet_is_found_at_its_route_on_a_shelf_in_order(seed: int) -> None:
    archive, plan = archive_of(seed)
    content = Content(articles=tuple(archive.articles.values()))
    finder = finder_of(put_in_order(content, archive.facts, visible(), ()))

    for sheet in plan.sheets:
        found = finder.sheet_at(sheet.route)
        assert found is None or (found.route, fingerprint(found)) == (sheet.route, fingerprint(sheet))
        assert found is not None or type(sheet).__name__ not in QUICK
    assert finder.sheet_at("/no/such/page/") is None
    assert finder.sheet_at("/tags/mai/page/999/") is None


@pytest.mark.parametrize("seed", range(6))
def test_a_shelf_that_is_put_back_from_the_catalogue_gives_the_same(seed: int) -> None:
    archive, plan = archive_of(seed)
    sources = Sources(article=archive.fetch, note=pytest.fail, media=Made(frozenset(), pytest.fail))
    shelf = shelf_of(kept(plan), archive.facts, visible(), sources, frozenset())
    finder = finder_of(shelf, [shelf.routes[each.file] for each in plan.catalogue.standing])

    found = {sheet.route: finder.sheet_at(sheet.route) for sheet in random.Random(seed).sample(plan.sheets, 12)}

    for sheet in plan.sheets:
        if each := found.get(sheet.route):
            assert fingerprint(each) == fingerprint(sheet)
    assert any(found.values())
