"""Put the content in order once, for all scripts: who is shown, where, in which lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from sitegen.errors import Place, raise_all
from sitegen.model import (
    Article,
    Content,
    Copy,
    Entry,
    Lead,
    Media,
    PlainPage,
    Relations,
    SiteFacts,
    Source,
    Standing,
    Visibility,
)
from sitegen.planner.again import Present, PresentTerm, source_of, term_source
from sitegen.planner.history import Alias, History, history_of
from sitegen.planner.named import relate
from sitegen.planner.series import numbered
from sitegen.planner.taxonomy import Group, Groups, group
from sitegen.planner.urls import alias_route, article_route, page_route
from sitegen.planner.visibility import is_shown

SERIES = "series"
"""The taxonomy whose terms number their articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """An article's number in a series, the articles before and after it, and the first of all."""

    group: Group
    number: int
    previous: Lead | None
    following: Lead | None
    first: Lead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The content in order. `articles` are those in lists, oldest first; leads, entries and routes are by file.

    `standing` says of each of `articles` where it stands, without the article itself. `aliases` are all addresses that lead on, by route.
    """

    facts: SiteFacts
    visibility: Visibility
    standing: Sequence[Standing]
    articles: Sequence[Article]
    withdrawn: tuple[Article, ...]
    pages: tuple[PlainPage, ...]
    groups: dict[str, Groups]
    series: Mapping[str, tuple[Neighbours, ...]]
    relations: Relations
    routes: Mapping[str, str]
    leads: Mapping[str, Lead]
    entries: Mapping[str, Entry]
    aliases: Mapping[str, str]
    history: History
    media: Mapping[str, Media]
    copies: frozenset[str]

    @property
    def all_articles(self) -> tuple[Article, ...]:
        """The articles that have an address, withdrawn ones too."""
        return (*self.articles, *self.withdrawn)

    def entries_of(self, articles: Iterable[Article]) -> tuple[Entry, ...]:
        """Several articles as lists show them, in the order given."""
        return tuple([self.entries[each.file] for each in articles])

    def entries_at(self, places: Iterable[int]) -> tuple[Entry, ...]:
        """The same by their places in the order of time."""
        return tuple([self.entries[self.standing[at].file] for at in places])


def put_in_order(content: Content, facts: SiteFacts, visibility: Visibility, copies: tuple[Copy, ...]) -> Shelf:
    """Sort and group the articles that are shown."""
    placed = sorted(((standing_of(a), a) for a in content.articles if is_shown(a, visibility)), key=itemgetter(0))
    shown = [article for _, article in placed]
    articles = tuple(a for a in shown if not a.withdrawn)
    withdrawn = tuple(a for a in shown if a.withdrawn)
    groups = {taxonomy.key: group(articles, taxonomy, content.notes) for taxonomy in facts.taxonomies}
    relations, problems = relate(content.articles)
    raise_all(problems)
    routes = {each.file: article_route(facts.article_url, each.slug, each.date) for each in shown}
    leads = {each.file: Lead(each.title, routes[each.file]) for each in articles}
    routes |= _other_routes(content, groups)
    asked = _aliases(content, routes)
    history = history_of(
        content.addresses,
        _present(content, shown, routes, groups),
        {source_of(each.file) for each in content.articles} - {source_of(each.file) for each in shown},
        asked,
        must_lead=facts.old_links.must_lead,
    )
    return Shelf(
        facts=facts,
        visibility=visibility,
        standing=tuple(standing for standing, article in placed if not article.withdrawn),
        articles=articles,
        withdrawn=withdrawn,
        pages=content.pages,
        groups=groups,
        series=_series(groups, leads),
        relations=relations,
        routes=routes,
        leads=leads,
        entries={each.file: entry_of(each, leads[each.file]) for each in articles},
        aliases={alias: each.target for alias, each in asked.items()} | dict(history.moved),
        history=history,
        media={medium.file: medium for medium in content.media},
        copies=frozenset(f"/{copy.path}" for copy in copies),
    )


def entry_of(article: Article, lead: Lead) -> Entry:
    """An article as lists show it."""
    return Entry(lead, article.summary, article.date)


def standing_of(article: Article) -> Standing:
    """Tell where an article stands among the others."""
    date = article.date
    return Standing(1, date.start.timestamp(), article.file, date.iso) if date else Standing(0, 0, article.file, "")


def _other_routes(content: Content, groups: dict[str, Groups]) -> dict[str, str]:
    """Map each file that has a page and is no article to the page's route."""
    terms = (each for many in groups.values() for each in many.by_key.values())
    pages = {page.file: page_route(page.slug) for page in content.pages}
    return pages | {each.note.file: each.route for each in terms if each.note}


def _present(
    content: Content, shown: Iterable[Article], routes: Mapping[str, str], groups: Mapping[str, Groups]
) -> Present:
    """What has an address, as the record of addresses names it."""
    articles = {source_of(each.file): each for each in shown}
    pages = {source_of(each.file): each for each in content.pages}
    terms = {
        term_source(taxonomy, each.key): PresentTerm(
            taxonomy, each.key, each.route, source_of(each.articles[0].file), each.note.file if each.note else None
        )
        for taxonomy, of_it in groups.items()
        for each in of_it.by_key.values()
    }
    return Present(
        routes={
            **{source: routes[each.file] for source, each in articles.items()},
            **{source: routes[each.file] for source, each in pages.items()},
            **{source: each.route for source, each in terms.items()},
        },
        articles=articles,
        pages=pages,
        terms=terms,
        alike=frozenset(each.route for of_it in groups.values() for each in of_it.alike),
    )


def _aliases(content: Content, routes: dict[str, str]) -> dict[str, Alias]:
    """Map each old address that a file names to the route it leads to."""
    return {
        alias_route(alias): Alias(routes[item.file], place_of_aliases(item))
        for item in content.sources
        if item.aliases and item.file in routes
        for alias in item.aliases
    }


def place_of_aliases(item: Source) -> Place:
    """Where a file names its aliases, as far as that is known."""
    return Place(item.file, item.line("aliases") if isinstance(item, Article) else None)


def _series(groups: dict[str, Groups], leads: Mapping[str, Lead]) -> dict[str, tuple[Neighbours, ...]]:
    """Map the file of each article to its places in series."""
    places: dict[str, tuple[Neighbours, ...]] = {}
    for each in terms_of(groups, SERIES):
        for file, here in neighbours_in(each, leads).items():
            places[file] = (*places.get(file, ()), here)
    return places


def neighbours_in(series: Group, leads: Mapping[str, Lead]) -> dict[str, Neighbours]:
    """Map the file of each article of a series to its place there."""
    parts = numbered(series, SERIES)
    around = [None, *(leads[article.file] for _, article in parts), None]
    return {
        article.file: Neighbours(group=series, number=number, previous=previous, following=following, first=around[1])
        for (number, article), previous, following in zip(parts, around, around[2:], strict=False)
    }


def terms_of(groups: dict[str, Groups], taxonomy: str) -> tuple[Group, ...]:
    """The terms of one taxonomy, wider before narrower."""
    return tuple(groups[taxonomy].by_key.values()) if taxonomy in groups else ()
