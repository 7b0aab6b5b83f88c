"""Lay out what programs read: feeds and maps of the site, in which every address is whole."""

from mimetypes import types_map

from sitegen.model import (
    FeedEntry,
    FeedItem,
    FeedPage,
    FeedSheet,
    Image,
    Mapped,
    NewsItem,
    NewsPage,
    NewsSheet,
    RobotsPage,
    RobotsSheet,
    Script,
    SitemapIndexPage,
    SitemapIndexSheet,
    SitemapPage,
    SitemapSheet,
)
from sitegen.planner.view import View
from sitegen.planner.words import NOTHING

LONG_AGO = "1970-01-01T00:00:00Z"
"""When a feed changed that never held anything."""


NEWS_LANGUAGES = {Script.HANS: "zh-cn"}
"""What searches for news call a script; whatever is not named here is Traditional to them."""


def feed_page(sheet: FeedSheet, view: View) -> FeedPage:
    """A feed in one script."""
    frame = view.frame(sheet.route, sheet.title or sheet.publisher, sheet.description)
    items = tuple(_item(each, sheet.authority, view) for each in sheet.entries)
    to = view.urls.absolute
    return FeedPage(
        **frame,
        form=sheet.form,
        id=name_of(sheet.authority, sheet.first, view),
        is_of_site=sheet.title is None,
        publisher=sheet.publisher,
        home=to(sheet.home),
        updated=max((each.updated.isoformat() for each in sheet.entries), default=LONG_AGO),
        items=items,
        hub=sheet.hub,
        is_archive=sheet.number is not None,
        earlier=to(sheet.earlier) if sheet.earlier else None,
        later=to(sheet.later) if sheet.later else None,
        newest=to(sheet.newest) if sheet.newest else None,
    )


def sitemap_page(sheet: SitemapSheet, view: View) -> SitemapPage:
    """A part of the map: the page of each script, and each time those of all."""
    pages = (_mapped(route, changed, view) for route, changed in sheet.routes)
    frame = view.frame(sheet.route, NOTHING, NOTHING)
    return SitemapPage(**frame, pages=tuple(each for of_route in pages for each in of_route))


def sitemap_index(sheet: SitemapIndexSheet, view: View) -> SitemapIndexPage:
    """The parts of the map."""
    frame = view.frame(sheet.route, NOTHING, NOTHING)
    news = [urls.absolute(sheet.news) for _, urls in view.all_urls] if sheet.news else []
    return SitemapIndexPage(**frame, parts=(*map(view.urls.absolute, sheet.parts), *news))


def news_page(sheet: NewsSheet, view: View) -> NewsPage:
    """The articles of the last days in one script."""
    to = view.urls.absolute
    return NewsPage(
        **view.frame(sheet.route, NOTHING, NOTHING),
        publication=sheet.publication,
        language=NEWS_LANGUAGES.get(view.script, "zh-tw"),
        news=tuple(
            NewsItem(url=to(each.lead.route), title=each.lead.text, published=each.published.iso) for each in sheet.news
        ),
    )


def robots(sheet: RobotsSheet, view: View) -> RobotsPage:
    """What programs may fetch."""
    return RobotsPage(**view.frame(sheet.route, NOTHING, NOTHING), sitemap=view.urls.absolute(sheet.sitemap))


def _item(entry: FeedEntry, authority: str, view: View) -> FeedItem:
    image = _image(entry, view)
    return FeedItem(
        id=name_of(authority, entry.first, view),
        url=view.urls.absolute(entry.lead.route),
        title=entry.lead.text,
        subtitle=entry.subtitle,
        summary=entry.summary,
        published=entry.published.start.isoformat(),
        updated=entry.updated.isoformat(),
        authors=entry.authors,
        tags=entry.tags,
        corrections=entry.corrections,
        prose=view.prose(entry.body, entry.targets) if entry.body else None,
        image=image,
        media_type=types_map.get(f".{image.src.rpartition('.')[2]}", "") if image else "",
    )


def name_of(authority: str, route: str, view: View) -> str:
    """The name of something that has a route: the same wherever the site is published (RFC 4151)."""
    return f"tag:{authority}:{view.urls.href(route).removeprefix(view.urls.base_path)}"


def _image(entry: FeedEntry, view: View) -> Image | None:
    figure = view.figure(entry.cover, entry.targets)
    if figure is None or not figure.src:
        return None
    return Image(src=view.urls.origin + figure.src, width=figure.width, height=figure.height)


def _mapped(route: str, changed: str | None, view: View) -> list[Mapped]:
    alternates = tuple((script.value, urls.absolute(route)) for script, urls in view.all_urls)
    several = (*alternates, ("x-default", alternates[0][1])) if len(alternates) > 1 else ()
    return [Mapped(url=url, changed=changed, alternates=several) for _, url in alternates]
