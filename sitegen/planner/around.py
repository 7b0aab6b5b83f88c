"""Plan the sheets that a few edits may touch, from the catalogue of the last plan: nothing else of the archive is looked at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import NamedTuple

from sitegen.errors import Warn
from sitegen.model import AnySheet, Catalogue, Key, LeftOut, Plan, SiteFacts, Visibility
from sitegen.planner.amending import Edit, Touched, WholePlanNeeded, amend
from sitegen.planner.archive import archive_sheet, month_sheet, undated_sheet, year_sheet
from sitegen.planner.articles import article_sheet
from sitegen.planner.beside import beside_sheets
from sitegen.planner.cards import with_cards
from sitegen.planner.chance import batch_count, batches_of, chance_sheet
from sitegen.planner.collisions import clashing
from sitegen.planner.dates import Dates, Item, beside, dates_of, parts_of_date
from sitegen.planner.days import day_sheet, days_sheet
from sitegen.planner.feeds import feeds_around, old_count
from sitegen.planner.front import front_sheet
from sitegen.planner.history import noted_around
from sitegen.planner.lists import routes_of, term_lists
from sitegen.planner.masthead import mastheads_of
from sitegen.planner.news import has_news, news_until
from sitegen.planner.reshelving import Sources, shelf_of
from sitegen.planner.series import REPEATED, repeated_parts
from sitegen.planner.shelf import SERIES, Shelf
from sitegen.planner.site import scripts_of
from sitegen.planner.sitemap import sitemap_around
from sitegen.planner.taxonomy import Groups
from sitegen.planner.terms import alike_sheet, all_terms_sheet
from sitegen.planner.urls import NEWS, file_of, media_path, old_feed_route
from sitegen.planner.view import views_of
from sitegen.planner.visibility import soonest
from sitegen.planner.warnings import Lost, audible, lost_of, warning


class LastSite(NamedTuple):
    """What else the last plan came to: the files of the site, what editors were told, and how long it holds."""

    files: frozenset[str]
    warnings: tuple[Warn, ...]
    left_out: LeftOut
    valid_until: datetime | None


def plan_around(
    edits: Sequence[Edit],
    catalogue: Catalogue,
    last: LastSite,
    facts: SiteFacts,
    visibility: Visibility,
    sources: Sources,
    copies: frozenset[str],
    assets: tuple[tuple[str, str], ...] = (),
) -> Plan:
    """Plan only the sheets that the edits may touch; raise a WholePlanNeeded where that is not enough.

    The catalogue is changed as the edits ask, and of no use after a WholePlanNeeded.
    """
    touched = amend(catalogue, edits, facts, visibility)
    shelf = shelf_of(catalogue, facts, visibility, sources, copies)
    if file_of(old_feed_route(old_count(shelf) + 1)) in last.files:
        raise WholePlanNeeded("fewer articles have a date")
    if file_of(NEWS) in last.files and not has_news(shelf):
        raise WholePlanNeeded("nothing is news any more")
    views = views_of(facts)
    sheets = tuple(sheets_around(shelf, touched))
    files = frozenset(
        views[script].urls.file(sheet.route) for sheet in sheets for script in scripts_of(sheet, facts.scripts)
    )
    _refuse_taken_ways(edits, shelf, last.files)
    _refuse_new_ways(files - last.files, last.files, catalogue.lost)
    lost = tuple(_lost(shelf, edits, last.files | files))
    catalogue.lost |= {each.reference.target for each in lost}
    return Plan(
        facts=facts,
        mastheads=mastheads_of(shelf, assets),
        sheets=sheets,
        catalogue=catalogue,
        left_out=last.left_out,
        warnings=_warnings(shelf, edits, touched, last.warnings, lost),
        addresses=tuple(noted_around(((*each, shelf.routes[each.after.file]) for each in edits), catalogue.firsts)),
        valid_until=soonest(last.valid_until, news_until(shelf)),
    )


def _refuse_taken_ways(edits: Sequence[Edit], shelf: Shelf, files: AbstractSet[str]) -> None:
    """What is new may want the address of something that is there."""
    new = [file_of(shelf.routes[each.after.file]) for each in edits if each.before is None]
    if len(set(new)) < len(new) or not files.isdisjoint(new):
        raise WholePlanNeeded("an address is wanted twice")


def _refuse_new_ways(new: AbstractSet[str], files: AbstractSet[str], lost: AbstractSet[str]) -> None:
    """Two things may want one address, or what led to nothing may find something now."""
    if clashing(new, files) or any(file_of(target) in new for target in lost):
        raise WholePlanNeeded("an address is new that others look for")


def _lost(shelf: Shelf, edits: Sequence[Edit], files: AbstractSet[str]) -> Iterator[Lost]:
    """What leads to nothing in the articles that were edited."""
    shown = [each.after for each in edits if each.after.references or each.after.cover]
    written = {f"/{file}" for file in files if not file.startswith(media_path(""))} | shelf.copies if shown else set()
    for article in shown:
        if article.file in shelf.routes:
            yield from lost_of(article, shelf, written)


def _warnings(
    shelf: Shelf, edits: Sequence[Edit], touched: Touched, before: Iterable[Warn], lost: Iterable[Lost]
) -> tuple[Warn, ...]:
    """What editors were told already of other articles, and what there is to say of those that were edited."""
    series = [shelf.groups[name].by_key[key] for name, key in touched.terms if name == SERIES]
    if any(each.code == REPEATED for each in before) or repeated_parts(series, SERIES):
        raise WholePlanNeeded("parts of a series are counted twice")
    edited = [each.after for each in edits]
    files = {each.file for each in edited}
    found = (*(warn for each in edited for warn in each.warnings), *map(warning, lost))
    return (*(each for each in before if not (each.place and each.place.file in files)), *audible(found, edited))


def sheets_around(shelf: Shelf, touched: Touched) -> Iterator[AnySheet]:
    """Plan every sheet that edits may have touched."""
    places = [at for at, each in enumerate(shelf.standing) if each.file in touched.articles]
    edited = [at for at in places if shelf.standing[at].file in touched.edited]
    yield from beside_sheets(shelf, edited)
    yield from with_cards(article_sheet(shelf, at) for at in places)
    dates = dates_of(shelf.standing)
    yield from feeds_around(shelf, edited, touched.moved, touched.terms)
    yield from sitemap_around(shelf, dates, edited, touched.moved)
    if touched.dates:
        yield front_sheet(shelf, dates)
        yield from _lists(shelf, touched.terms, touched.lengths)
        yield from _dates(shelf, dates, touched)
        yield from _batches(shelf, touched.articles)


def _lists(
    shelf: Shelf, touched: Mapping[tuple[str, Key], int], lengths: Mapping[tuple[str, Key], int]
) -> Iterator[AnySheet]:
    for name, groups in shelf.groups.items():
        keys = {key for taxonomy, key in touched if taxonomy == name}
        if keys:
            yield all_terms_sheet(shelf, groups)
        yield from (alike_sheet(shelf, groups, each) for each in groups.alike if keys & set(each.keys))
        for key in keys:
            _refuse_a_shorter_list(groups, key, lengths[name, key])
            yield from term_lists(shelf, groups, groups.by_key[key], since=touched[name, key])


def _refuse_a_shorter_list(groups: Groups, key: Key, length: int) -> None:
    group = groups.by_key[key]
    if routes_of(groups, group, length) - routes_of(groups, group, len(group.articles)):
        raise WholePlanNeeded(f"the list of {group.name} has lost a part")


def _dates(shelf: Shelf, dates: Dates, touched: Touched) -> Iterator[AnySheet]:
    parts = {parts_of_date(date) for date in touched.dates if date}
    yield archive_sheet(dates)
    for year in _with_new_neighbours({year for year, _, _ in parts}, _every_place(dates), shelf, touched):
        yield year_sheet(shelf, dates, year)
    for each in _with_new_neighbours({(y, m) for y, m, _ in parts if m}, dates.months, shelf, touched):
        yield month_sheet(shelf, dates, each)
    for day in _with_new_neighbours({(m, d) for _, m, d in parts if m and d}, dates.days, shelf, touched):
        yield day_sheet(shelf, dates, day)
    yield days_sheet(dates)
    if "" in touched.dates:
        yield undated_sheet(shelf, dates)


def _every_place(dates: Dates) -> dict[str, list[int]]:
    return {year: [at for places in months.values() for at in places] for year, months in dates.years.items()}


def _with_new_neighbours(
    periods: set[Item], every: Mapping[Item, Sequence[int]], shelf: Shelf, touched: Touched
) -> set[Item]:
    """Add what stands beside a period that may be new, since it leads there now."""
    if gone := periods - every.keys():
        raise WholePlanNeeded(f"nothing is left of {max(gone)}")
    ordered = tuple(every)
    new = [each for each in periods if all(shelf.standing[at].file in touched.articles for at in every[each])]
    return periods | {near for each in new for near in beside(each, ordered) if near is not None}


def _batches(shelf: Shelf, touched: AbstractSet[str]) -> Iterator[AnySheet]:
    """The batches that an edited article is in, and all of them where their number may be another."""
    batches = batches_of(shelf.standing)
    is_other = len(batches) != batch_count(len(shelf.standing) - len(touched))
    for number, files in enumerate(batches, start=1):
        if is_other or not touched.isdisjoint(files):
            yield chance_sheet(shelf, batches, number)
