"""Say in the words of schema.org what a page is: a localised page → JSON-LD. No template can forget a field of it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from urllib.parse import urljoin

from markupsafe import Markup
from msgspec import json

from sitegen.model import (
    AllSeriesPage,
    ArchivePage,
    ArticlePage,
    Credit,
    DayPage,
    DaysPage,
    FrontPage,
    Link,
    ListPage,
    Masthead,
    MonthPage,
    Page,
    SeriesBox,
    TermsPage,
    TreePage,
    YearPage,
)

CONTEXT = "https://schema.org"
ESCAPED = "\\u003c"
"""The sign that could end the element, as JSON may write it too."""

PIXEL = "E37"
"""The pixel among the units of UN/CEFACT, which schema.org goes by."""

REMEMBERED = 10_000
"""Addresses that are kept with scheme and host: those of terms stand on many pages."""

Thing = dict[str, object]
COLLECTIONS = (ListPage, TermsPage, TreePage, AllSeriesPage, ArchivePage, YearPage, MonthPage, DaysPage, DayPage)


def linked_data(page: Page, site: Masthead) -> Markup:
    """Everything that is said of a page, in an element that browsers take no notice of; nothing where nothing is to be said."""
    things = [_without_gaps(each) for each in _things(page, site)]
    if not things:
        return Markup()
    text = json.encode({"@context": CONTEXT, "@graph": things}).decode()
    return Markup(f'<script type="application/ld+json">{text.replace("<", ESCAPED)}</script>')  # noqa: S704  # no sign of it ends the element


def _things(page: Page, site: Masthead) -> Iterator[Thing]:
    match page:
        case ArticlePage():
            yield _article(page, site)
        case FrontPage():
            yield _site(page, site)
        case ListPage() if page.cards and page.cards[0].number is not None:
            yield _collection(page, site) | {"mainEntity": _series(page)}
        case _ if isinstance(page, COLLECTIONS):
            yield _collection(page, site)
        case _:
            return
    if page.breadcrumbs:
        yield _trail(page, site)


def _article(page: ArticlePage, site: Masthead) -> Thing:
    date = page.date.iso if page.date else None
    changed = [each for each in (page.date, page.updated, *(one.date for one in page.corrections)) if each]
    return {
        "@type": "NewsArticle",
        "@id": page.canonical,
        "mainEntityOfPage": page.canonical,
        "headline": str(page.title),
        "alternativeHeadline": str(page.subtitle),
        "description": str(page.description),
        "inLanguage": page.script.value,
        "datePublished": date,
        "dateModified": max(changed, key=lambda each: each.start).iso if changed else None,
        "author": [_author(each, page) for each in page.authors],
        "publisher": _publisher(page, site),
        "sourceOrganization": [{"@type": "Organization", "name": str(each.link.text)} for each in _papers(page)],
        "isPartOf": [_part(each, page) for each in page.series],
        "contentLocation": [place for trail in page.places if (place := _place(trail, page))],
        "keywords": [str(each.text) for each in page.tags],
        "image": _image(page),
        "wordCount": page.characters,
        "citation": _print(page),
        "copyrightNotice": str(page.rights or ""),
        "isBasedOn": page.origin.address if page.origin else None,
    }


def _author(credit: Credit, page: Page) -> Thing:
    kind = "Organization" if credit.is_ours else "Person"
    role = {} if credit.is_ours else {"jobTitle": str(credit.role or "")}
    return _without_gaps({"@type": kind, "name": str(credit.link.text), "url": _whole(page, credit.link.url), **role})


def _print(page: ArticlePage) -> str:
    """What the article was taken from: the papers, and where it stood in print."""
    papers = "、".join(str(each.link.text) for each in _papers(page))
    edition = page.edition
    place = f"{edition.issue}" + (f"第{edition.page}版" if edition.page else "") if edition else ""
    return "，".join(filter(None, [papers, place]))


def _papers(page: ArticlePage) -> list[Credit]:
    return [each for each in page.sources if not each.is_ours]


def _publisher(page: Page, site: Masthead) -> Thing:
    return {"@type": "Organization", "name": str(site.title), "url": _whole(page, site.home)}


def _part(box: SeriesBox, page: Page) -> Thing:
    return {"@type": "CreativeWorkSeries", "name": str(box.link.text), "url": _whole(page, box.link.url)}


def _place(trail: Sequence[Link], page: Page) -> Thing | None:
    """A place, and in which wider ones it is."""
    place: Thing | None = None
    for link in trail:
        within = {"containedInPlace": place} if place else {}
        place = {"@type": "Place", "name": str(link.text), "url": _whole(page, link.url), **within}
    return place


def _image(page: ArticlePage) -> Thing | None:
    """The picture of an article, or the card that stands for one."""
    if page.card:
        return {
            "@type": "ImageObject",
            "url": _whole(page, page.card),
            "width": _pixels(1200),
            "height": _pixels(630),
        }
    cover = page.cover
    if cover is None or not cover.src:
        return None
    return _without_gaps(
        {
            "@type": "ImageObject",
            "url": _whole(page, cover.src),
            "width": _pixels(cover.width),
            "height": _pixels(cover.height),
            "caption": str(cover.caption),
            "creditText": str(cover.credit),
        }
    )


def _pixels(count: int) -> Thing | None:
    return {"@type": "QuantitativeValue", "value": count, "unitCode": PIXEL} if count else None


def _site(page: FrontPage, site: Masthead) -> Thing:
    return {
        "@type": "WebSite",
        "@id": page.canonical,
        "url": page.canonical,
        "name": str(site.title),
        "description": str(site.description),
        "inLanguage": page.script.value,
        "publisher": _publisher(page, site),
        "potentialAction": _search(page, site),
    }


def _search(page: FrontPage, site: Masthead) -> Thing | None:
    if not site.search:
        return None
    target = f"{_whole(page, site.search)}?q={{search_term_string}}"
    return {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": target},
        "query-input": "required name=search_term_string",
    }


def _collection(page: Page, site: Masthead) -> Thing:
    return {
        "@type": "CollectionPage",
        "@id": page.canonical,
        "url": page.canonical,
        "name": str(page.title),
        "description": str(page.description),
        "inLanguage": page.script.value,
        "isPartOf": {"@type": "WebSite", "name": str(site.title), "url": _whole(page, site.home)},
    }


def _series(page: ListPage) -> Thing:
    """A series with those of its parts that the page shows."""
    parts = [
        {
            "@type": "NewsArticle",
            "headline": str(card.title),
            "url": _whole(page, card.url),
            "position": card.number,
        }
        for card in page.cards
    ]
    return {"@type": "CreativeWorkSeries", "name": str(page.title), "url": page.canonical, "hasPart": parts}


def _trail(page: Page, site: Masthead) -> Thing:
    """The way to a page from the front page."""
    ways = [(str(site.title), _whole(page, site.home))]
    ways += [(str(each.text), _whole(page, each.url)) for each in page.breadcrumbs]
    ways += [(str(page.title), page.canonical)]
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": url} for at, (name, url) in enumerate(ways, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _whole(page: Page, address: str) -> str:
    """An address of the site with scheme and host, which are those of the page."""
    return _on(page.canonical[: page.canonical.index("/", len("https://"))], address)


@lru_cache(REMEMBERED)
def _on(host: str, address: str) -> str:
    return urljoin(host, address)


def _without_gaps(thing: Mapping[str, object]) -> Thing:
    return {name: value for name, value in thing.items() if value not in ("", None, [])}
