"""Put an archive back on its shelf from the catalogue, without fetching an article before somebody takes it."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from sitegen.model import Article, Catalogue, KeptTerm, KeptTerms, Key, Lead, Media, SiteFacts, TermNote, Visibility
from sitegen.planner.history import History
from sitegen.planner.lazily import Made, Picked
from sitegen.planner.shelf import SERIES, Neighbours, Shelf, entry_of, neighbours_in
from sitegen.planner.taxonomy import Group, Groups, narrower_of
from sitegen.planner.urls import article_route


class Sources(NamedTuple):
    """What is known of the archive, by the name of a file: articles, the words of terms, pictures."""

    article: Callable[[str], Article]
    note: Callable[[str], TermNote]
    media: Mapping[str, Media]


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
        history=History(firsts=catalogue.firsts, awaited=catalogue.awaited),
        media=sources.media,
        copies=copies,
    )


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
