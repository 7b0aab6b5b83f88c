"""Plan the sheets that a few edits may touch, from the catalogue of the last plan: nothing else of the archive is looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import cache
from typing import NamedTuple

from sitegen.errors import Warn
from sitegen.model import (
    AnySheet,
    Article,
    Catalogue,
    KeptTerm,
    KeptTerms,
    Key,
    Lead,
    LeftOut,
    Plan,
    SiteFacts,
    TermNote,
    Visibility,
)
from sitegen.planner.amending import Edit, Touched, WholePlanNeeded, amend
from sitegen.planner.archive import by_year, month_sheet, overview, undated_sheet, year_sheet
from sitegen.planner.articles import article_sheet
from sitegen.planner.collisions import clashing
from sitegen.planner.front import front_sheet
from sitegen.planner.lazily import Made, Picked
from sitegen.planner.lists import alike_terms, all_terms, routes_of, term_lists
from sitegen.planner.masthead import masthead
from sitegen.planner.series import REPEATED, repeated_parts
from sitegen.planner.shelf import SERIES, Neighbours, Shelf, entry_of, neighbours_in
from sitegen.planner.taxonomy import Group, Groups, narrower_of
from sitegen.planner.urls import article_route, media_path
from sitegen.planner.view import views_of
from sitegen.planner.warnings import lost_of, warning


class LastSite(NamedTuple):
    """What else the last plan came to: the files of the site, what editors were told, and how long it holds."""

    files: frozenset[str]
    warnings: tuple[Warn, ...]
    left_out: LeftOut
    valid_until: datetime | None


class Around(NamedTuple):
    """A plan that holds only the sheets which edits may have touched, and the files that are gone."""

    plan: Plan
    gone: frozenset[str]


class Sources(NamedTuple):
    """What is known of the archive, by the name of a file: articles, the words of terms, the names of published pictures."""

    article: Callable[[str], Article]
    note: Callable[[str], TermNote]
    media: Mapping[str, str]


def plan_around(
    edits: Sequence[Edit],
    catalogue: Catalogue,
    last: LastSite,
    facts: SiteFacts,
    visibility: Visibility,
    sources: Sources,
    copies: frozenset[str],
) -> Around:
    """Plan what the edits may touch, and put them into the catalogue; raise a WholePlanNeeded where that is not enough."""
    touched = amend(catalogue, edits, facts, visibility)
    shelf = shelf_of(catalogue, facts, visibility, sources, copies)
    views = views_of(facts)
    sheets = tuple(sheets_around(shelf, touched))
    gone = frozenset(view.urls.file(route) for route in gone_around(shelf, touched) for view in views.values())
    files = {view.urls.file(sheet.route) for sheet in sheets for view in views.values()}
    if clashing(files - last.files, last.files):
        raise WholePlanNeeded("two things may want one address")
    plan = Plan(
        facts=facts,
        mastheads=tuple(masthead(shelf, view) for view in views.values()),
        sheets=sheets,
        catalogue=catalogue,
        left_out=last.left_out,
        warnings=_warnings(shelf, edits, touched, last, files),
        valid_until=last.valid_until,
    )
    return Around(plan, gone)


def _warnings(
    shelf: Shelf, edits: Sequence[Edit], touched: Touched, last: LastSite, files: AbstractSet[str]
) -> tuple[Warn, ...]:
    """What editors were told already of other articles, and what there is to say of those that were edited."""
    articles = [each.after for each in edits]
    series = [shelf.groups[name].by_key[key] for name, key in touched.terms if name == SERIES]
    if any(each.code == REPEATED for each in last.warnings) or repeated_parts(series, SERIES):
        raise WholePlanNeeded("parts of a series are counted twice")
    edited = {each.file for each in articles}
    written = {f"/{file}" for file in last.files | files if not file.startswith(media_path(""))} | shelf.copies
    return (
        *(each for each in last.warnings if not (each.place and each.place.file in edited)),
        *(each for article in articles for each in article.warnings),
        *(warning(each) for article in articles for each in lost_of(article, shelf, written)),
    )


def shelf_of(
    catalogue: Catalogue, facts: SiteFacts, visibility: Visibility, sources: Sources, copies: frozenset[str]
) -> Shelf:
    """Put the archive on a shelf as it is catalogued: an article is fetched when somebody takes it."""
    files = [each.file for each in catalogue.standing]
    articles = Picked(range(len(files)), lambda at: sources.article(files[at]))
    groups = {
        each.key: _groups(each.key, catalogue.taxonomies[each.key], facts, articles, sources)
        for each in facts.taxonomies
    }
    names = frozenset(files)
    routes = Made(names, lambda file: _route(facts, sources.article(file)), catalogue.routes)
    leads = Made(names, lambda file: Lead(sources.article(file).title, routes[file]))
    return Shelf(
        facts=facts,
        visibility=visibility,
        standing=catalogue.standing,
        articles=articles,
        withdrawn=(),
        pages=(),
        groups=groups,
        series=_series(groups, leads, names, sources),
        relations=catalogue.relations,
        routes=routes,
        leads=leads,
        entries=Made(names, lambda file: entry_of(sources.article(file), leads[file])),
        aliases=catalogue.aliases,
        media=sources.media,
        copies=copies,
    )


def sheets_around(shelf: Shelf, touched: Touched) -> Iterator[AnySheet]:
    """Plan every sheet that edits may have touched."""
    places = [at for at, each in enumerate(shelf.standing) if each.file in touched.articles]
    yield from (article_sheet(shelf, at) for at in places)
    if touched.dates:
        yield front_sheet(shelf)
        yield from _lists(shelf, touched.terms)
        yield from _dates(shelf, touched.dates)


def gone_around(shelf: Shelf, touched: Touched) -> Iterator[str]:
    """The addresses of parts of lists that are shorter now."""
    for (name, key), length in touched.lengths.items():
        groups = shelf.groups[name]
        group = groups.by_key[key]
        before, after = (routes_of(groups, group, count) for count in (length, len(group.articles)))
        yield from before - after


def _lists(shelf: Shelf, touched: Mapping[tuple[str, Key], int]) -> Iterator[AnySheet]:
    for name, groups in shelf.groups.items():
        keys = {key for taxonomy, key in touched if taxonomy == name}
        if keys:
            yield all_terms(groups)
        yield from (alike_terms(shelf, groups, each) for each in groups.alike if keys & set(each.keys))
        for key in keys:
            yield from term_lists(shelf, groups, groups.by_key[key], since=touched[name, key])


def _dates(shelf: Shelf, touched: Iterable[str]) -> Iterator[AnySheet]:
    years, undated = by_year(shelf.standing)
    yield overview(years, undated)
    for year in {date[:4] for date in touched if date}:
        if year not in years:
            raise WholePlanNeeded(f"nothing is left of {year}")
        yield year_sheet(shelf, year, years[year])
    for year, month in {(date[:4], date[5:7]) for date in touched if date[5:7]}:
        if month not in years[year]:
            raise WholePlanNeeded(f"nothing is left of {year}-{month}")
        yield month_sheet(shelf, year, month, years[year][month])
    if "" in touched:
        yield undated_sheet(shelf, undated)


def _route(facts: SiteFacts, article: Article) -> str:
    return article_route(facts.article_url, article.slug, article.date)


def _groups(name: str, kept: KeptTerms, facts: SiteFacts, articles: Picked[Article], sources: Sources) -> Groups:
    taxonomy = next(each for each in facts.taxonomies if each.key == name)
    made: dict[Key, Group] = {}
    for term in kept.terms:
        made[term.key] = _group(term, made.get(term.key[:-1]), articles, sources)
    return Groups(taxonomy=taxonomy, by_key=made, narrower=narrower_of(made), alike=kept.alike)


def _group(term: KeptTerm, above: Group | None, articles: Picked[Article], sources: Sources) -> Group:
    return Group(
        key=term.key,
        slugs=term.slugs,
        trail=(*above.trail, term.lead) if above else (term.lead,),
        articles=Picked(term.places, articles.__getitem__),
        places=term.places,
        names=dict(term.names),
        spelled=term.spelled,
        note=sources.note(term.note) if term.note else None,
    )


def _series(
    groups: Mapping[str, Groups], leads: Mapping[str, Lead], names: frozenset[str], sources: Sources
) -> Mapping[str, tuple[Neighbours, ...]]:
    """Number a series when somebody asks for the place of an article in it."""
    every = groups[SERIES].by_key if SERIES in groups else {}
    number = cache(lambda key: neighbours_in(every[key], leads))

    def places(file: str) -> tuple[Neighbours, ...]:
        paths = [each.key for each in sources.article(file).assigned(SERIES)]
        return tuple(number(key)[file] for key in every if any(path[: len(key)] == key for path in paths))

    return Made(names, places)
