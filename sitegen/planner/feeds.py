"""Plan what feed readers get: the newest articles of the site and of terms, and archives of all that came before (RFC 5005)."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sitegen.model import Article, FeedEntry, FeedForm, FeedSheet, Standing, Text
from sitegen.planner.again import source_of, term_source
from sitegen.planner.shelf import Shelf
from sitegen.planner.targets import targets_of
from sitegen.planner.taxonomy import Group, Groups
from sitegen.planner.urls import FEED, FRONT, feed_route, old_feed_route
from sitegen.planner.words import NOTHING

PART = 50
"""Articles of an archive, counted from the oldest."""


def feed_sheets(shelf: Shelf) -> Iterator[FeedSheet]:
    """Plan every feed."""
    yield from newest_feeds(shelf)
    yield from old_feeds(shelf, range(1, old_count(shelf) + 1))
    for groups in _with_feeds(shelf):
        for group in groups.by_key.values():
            yield from term_feeds(shelf, groups, group)


def newest_feeds(shelf: Shelf) -> Iterator[FeedSheet]:
    """Plan the feed of the site: its newest articles, and all that no archive holds yet."""
    facts = shelf.facts
    first = first_dated(shelf.standing)
    dated, full = len(shelf.standing) - first, old_count(shelf)
    shown = max(facts.feeds.entries, dated - full * PART)
    places = range(max(first, len(shelf.standing) - shown), len(shelf.standing))
    entries = _entries(shelf, [shelf.articles[at] for at in places], is_whole=facts.feeds.whole)
    earlier = old_feed_route(full) if full else None
    yield from _both(shelf, FRONT, FRONT, None, facts.description, entries, earlier)


def old_feeds(shelf: Shelf, numbers: Iterable[int]) -> Iterator[FeedSheet]:
    """Plan some archives of the site's feed."""
    full, first = old_count(shelf), first_dated(shelf.standing)
    for number in numbers:
        until = first + number * PART
        yield FeedSheet(
            route=old_feed_route(number),
            form=FeedForm.ATOM,
            title=None,
            publisher=shelf.facts.title,
            description=shelf.facts.description,
            home=FRONT,
            first=FEED,
            entries=_entries(shelf, [shelf.articles[at] for at in range(until - PART, until)], is_whole=False),
            authority=shelf.facts.feeds.authority,
            number=number,
            earlier=old_feed_route(number - 1) if number > 1 else None,
            later=old_feed_route(number + 1) if number < full else None,
            newest=FEED,
        )


def term_feeds(shelf: Shelf, groups: Groups, group: Group) -> Iterator[FeedSheet]:
    """Plan the feed of a term: its newest articles that have a date. The first address of the term names it, whatever it is called today."""
    facts = shelf.facts.feeds
    newest = [shelf.articles[at] for at in group.places[-facts.entries :] if shelf.standing[at].is_dated]
    words = group.note.summary if group.note else NOTHING
    first = shelf.history.firsts.get(term_source(groups.taxonomy.key, group.key), group.route)
    yield from _both(
        shelf, group.route, first, group.name, words, _entries(shelf, newest, is_whole=facts.whole_of_terms)
    )


def feeds_around(
    shelf: Shelf, edited: Sequence[int], moved: Iterable[Standing], terms: Iterable[tuple[str, tuple[str, ...]]]
) -> Iterator[FeedSheet]:
    """Plan the feeds that show articles which were edited, by their places; `moved` are the places in time where one came or went."""
    yield from newest_feeds(shelf)
    yield from old_feeds(shelf, sorted(_old_around(shelf, edited, moved)))
    every = {groups.taxonomy.key: groups for groups in _with_feeds(shelf)}
    for taxonomy, key in sorted({*terms, *_terms_of(shelf, edited)}):
        if taxonomy in every:
            yield from term_feeds(shelf, every[taxonomy], every[taxonomy].by_key[key])


def old_count(shelf: Shelf) -> int:
    """How many archives are full."""
    return (len(shelf.standing) - first_dated(shelf.standing)) // PART


def first_dated(standing: Sequence[Standing]) -> int:
    """The place of the oldest article that has a date."""
    return bisect_left(standing, 1, key=lambda each: each.is_dated)


def _old_around(shelf: Shelf, edited: Iterable[int], moved: Iterable[Standing]) -> set[int]:
    first, full = first_dated(shelf.standing), old_count(shelf)
    numbers = {1 + (at - first) // PART for at in edited if at >= first}
    since = min((each for each in moved if each.is_dated), default=None)
    if since is not None:
        before = (bisect_left(shelf.standing, since) - first) // PART
        numbers |= set(range(before, full + 1))
    return {each for each in numbers if 1 <= each <= full}


def _terms_of(shelf: Shelf, edited: Iterable[int]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for at in edited:
        for taxonomy, assigned in shelf.articles[at].terms:
            for each in assigned:
                yield from ((taxonomy, each.key[:depth]) for depth in range(1, len(each.key) + 1))


def _with_feeds(shelf: Shelf) -> list[Groups]:
    return [groups for groups in shelf.groups.values() if groups.taxonomy.has_feeds]


def _both(
    shelf: Shelf,
    home: str,
    first: str,
    title: Text | None,
    description: Text,
    entries: tuple[FeedEntry, ...],
    earlier: str | None = None,
) -> Iterator[FeedSheet]:
    """The same feed in both forms."""
    for form in FeedForm:
        yield FeedSheet(
            route=feed_route(home, is_json=form is FeedForm.JSON),
            form=form,
            title=title,
            publisher=shelf.facts.title,
            description=description,
            home=home,
            first=feed_route(first, is_json=form is FeedForm.JSON),
            entries=entries,
            authority=shelf.facts.feeds.authority,
            hub=shelf.facts.feeds.hub,
            earlier=earlier if form is FeedForm.ATOM else None,
        )


def _entries(shelf: Shelf, articles: Sequence[Article], *, is_whole: bool) -> tuple[FeedEntry, ...]:
    """Several articles, which come oldest first, as feeds tell of them: newest first."""
    return tuple(entry for each in reversed(articles) for entry in _entry(shelf, each, is_whole=is_whole))


def _entry(shelf: Shelf, article: Article, *, is_whole: bool) -> Iterator[FeedEntry]:
    if article.date:
        yield FeedEntry(
            lead=(lead := shelf.leads[article.file]),
            first=shelf.history.firsts.get(source_of(article.file), lead.route),
            subtitle=article.subtitle,
            summary=article.summary,
            published=article.date,
            updated=_updated(article, article.date.start),
            authors=_names(shelf, article, "authors"),
            tags=_names(shelf, article, "tags"),
            corrections=article.corrections,
            body=article.body if is_whole else None,
            cover=article.cover,
            targets=targets_of(shelf, article.references if is_whole else (), article.cover),
        )


def _updated(article: Article, published: datetime) -> datetime:
    """When an article was changed last: never before it was published."""
    dates = (article.updated, *(each.date for each in article.corrections))
    return max([published, *(each.start for each in dates if each)])


def _names(shelf: Shelf, article: Article, taxonomy: str) -> tuple[Text, ...]:
    groups = shelf.groups.get(taxonomy)
    return tuple(groups.by_key[each.key].name for each in article.assigned(taxonomy)) if groups else ()
