"""Put the content in order once, for all scripts: who is shown, where, in which lists."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.errors import raise_all
from sitegen.model import Article, Content, Copy, Entry, Lead, Media, PlainPage, SiteFacts, Visibility
from sitegen.planner.named import Relations, relate
from sitegen.planner.series import numbered
from sitegen.planner.taxonomy import Group, Groups, group
from sitegen.planner.urls import alias_route, article_route, page_route
from sitegen.planner.visibility import is_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """An article's number in a series and the articles before and after it."""

    group: Group
    number: int
    previous: Lead | None
    following: Lead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The content in order. `articles` are those in lists, oldest first; leads, entries and routes are by file."""

    facts: SiteFacts
    visibility: Visibility
    articles: tuple[Article, ...]
    withdrawn: tuple[Article, ...]
    pages: tuple[PlainPage, ...]
    groups: dict[str, Groups]
    series: dict[str, tuple[Neighbours, ...]]
    relations: Relations
    routes: dict[str, str]
    leads: dict[str, Lead]
    entries: dict[str, Entry]
    aliases: dict[str, str]
    media: dict[str, Media]
    copies: frozenset[str]

    @property
    def all_articles(self) -> tuple[Article, ...]:
        """The articles that have an address, withdrawn ones too."""
        return (*self.articles, *self.withdrawn)

    def entries_of(self, articles: Iterable[Article]) -> tuple[Entry, ...]:
        """Several articles as lists show them, in the order given."""
        return tuple([self.entries[each.file] for each in articles])


def put_in_order(content: Content, facts: SiteFacts, visibility: Visibility, copies: tuple[Copy, ...]) -> Shelf:
    """Sort and group the articles that are shown."""
    shown = sorted((a for a in content.articles if is_shown(a, visibility)), key=by_date)
    articles = tuple(a for a in shown if not a.withdrawn)
    withdrawn = tuple(a for a in shown if a.withdrawn)
    groups = {taxonomy.key: group(articles, taxonomy, content.notes) for taxonomy in facts.taxonomies}
    relations, problems = relate(content.articles)
    raise_all(problems)
    routes = {each.file: article_route(facts.article_url, each.slug, each.date) for each in shown}
    leads = {each.file: Lead(each.title, routes[each.file]) for each in articles}
    routes |= _other_routes(content, groups)
    return Shelf(
        facts=facts,
        visibility=visibility,
        articles=articles,
        withdrawn=withdrawn,
        pages=content.pages,
        groups=groups,
        series=_series(groups, leads),
        relations=relations,
        routes=routes,
        leads=leads,
        entries={each.file: Entry(leads[each.file], each.summary, each.date) for each in articles},
        aliases=_aliases(content, routes),
        media={medium.file: medium for medium in content.media},
        copies=frozenset(f"/{copy.path}" for copy in copies),
    )


def by_date(article: Article) -> tuple[object, ...]:
    """Sort from the oldest: the undated first, a rough date at the start of its period."""
    return (1, article.date.start.timestamp(), article.file) if article.date else (0, 0, article.file)


def _other_routes(content: Content, groups: dict[str, Groups]) -> dict[str, str]:
    """Map each file that has a page and is no article to the page's route."""
    terms = (each for many in groups.values() for each in many.by_key.values())
    pages = {page.file: page_route(page.slug) for page in content.pages}
    return pages | {each.note.file: each.route for each in terms if each.note}


def _aliases(content: Content, routes: dict[str, str]) -> dict[str, str]:
    """Map each old address to the route it leads to."""
    return {
        alias_route(alias): routes[item.file]
        for item in content.sources
        if item.aliases and item.file in routes
        for alias in item.aliases
    }


def _series(groups: dict[str, Groups], leads: dict[str, Lead]) -> dict[str, tuple[Neighbours, ...]]:
    """Map the file of each article to its places in series."""
    places: dict[str, tuple[Neighbours, ...]] = {}
    for each in terms_of(groups, "series"):
        parts = numbered(each, "series")
        around = [None, *(leads[article.file] for _, article in parts), None]
        for (number, article), previous, following in zip(parts, around, around[2:], strict=False):
            here = Neighbours(group=each, number=number, previous=previous, following=following)
            places[article.file] = (*places.get(article.file, ()), here)
    return places


def terms_of(groups: dict[str, Groups], taxonomy: str) -> tuple[Group, ...]:
    """The terms of one taxonomy, wider before narrower."""
    return tuple(groups[taxonomy].by_key.values()) if taxonomy in groups else ()
