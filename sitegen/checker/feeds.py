"""Files that programs read: feeds, sitemaps, lists of redirects, robots.txt."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

import turbohtml

from sitegen.checker.faults import coded, fault
from sitegen.checker.findings import Finding, error
from sitegen.checker.site import Site
from sitegen.errors import Place
from sitegen.messages import Message, message

DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)")
ROUGH_DATE = re.compile(rf"\d{{4}}(?:-\d\d(?:-\d\d)?)?|{DATE.pattern}")
MOST_ADDRESSES = 50_000
"""Addresses that a sitemap may name, by its protocol."""

Problem = tuple[int, Message]
"""A line, and what is wrong there."""


def programs_can_read(site: Site) -> Iterator[Finding]:
    """Feeds and sitemaps parse and hold what they must; they, redirects and robots.txt lead somewhere."""
    for path in sorted(site.files):
        read = READERS.get(PurePosixPath(path).name) or READERS.get(PurePosixPath(path).suffix)
        if read:
            text = (site.folder / path).read_text("utf-8", "replace")
            for line, problem in read(text, site):
                place = Place(site.place(path).file, line)
                yield error("broken-feed", problem, place, message("build again; else mend the template"))


def _xml(text: str, site: Site) -> Iterator[Problem]:
    try:
        document = turbohtml.parse_xml(text)
    except turbohtml.HTMLParseError as spoilt:
        reason = coded(spoilt.error.code.removeprefix("xml-"))
        yield spoilt.error.line, message("this is no XML: {reason}", reason=reason)
        return
    root = next(iter(document.iter_elements()))
    yield from ((1, problem) for problem in XML_ROOTS.get(root.tag, _anything)(root, site))


def _anything(_root: turbohtml.Element, _site: Site) -> Iterator[Message]:
    return iter(())


def _atom(root: turbohtml.Element, site: Site) -> Iterator[Message]:
    entries = _children(root, "entry")
    for each in (root, *entries):
        words = {name: _text(each, name) for name in ("id", "title", "updated")}
        yield from (_lacking(f"{each.tag} {words['id']}".strip(), name) for name, value in words.items() if not value)
        if words["updated"] and not DATE.fullmatch(words["updated"]):
            yield message("{date!r} is no date of a feed", date=words["updated"])
    yield from _repeated(_text(each, "id") for each in entries)
    links = [link for each in (root, *entries) for link in _children(each, "link")]
    yield from _lost((str(link.attrs.get("href") or "") for link in links), site)


def _rss(root: turbohtml.Element, site: Site) -> Iterator[Message]:
    channel = next(iter(_children(root, "channel")), root)
    items = _children(channel, "item")
    yield from (_lacking("channel", name) for name in ("title", "link", "description") if not _text(channel, name))
    yield from _repeated(_text(each, "guid") for each in items)
    yield from _lost((_text(each, "link") for each in (channel, *items)), site)


def _sitemap(root: turbohtml.Element, site: Site) -> Iterator[Message]:
    entries = [*_children(root, "url"), *_children(root, "sitemap")]
    addresses = [_text(each, "loc") for each in entries]
    if len(entries) > MOST_ADDRESSES:
        yield message(
            "there are {number} addresses in it, and at most {most} may be", number=len(entries), most=MOST_ADDRESSES
        )
    yield from (_not_whole(each) for each in addresses if "://" not in each)
    dates = (_text(each, "lastmod") for each in entries)
    yield from (
        message("{date!r} is no date of a sitemap", date=date)
        for date in dates
        if date and not ROUGH_DATE.fullmatch(date)
    )
    yield from _repeated(addresses)
    others = (str(link.attrs.get("href") or "") for link in root.iter_elements() if link.tag.endswith("link"))
    yield from _lost([*addresses, *others], site)


def _json_feed(text: str, site: Site) -> Iterator[Problem]:
    try:
        feed = json.loads(text)
    except ValueError as spoilt:  # a number of thousands of digits has no line
        reason = fault(getattr(spoilt, "msg", str(spoilt)))
        yield getattr(spoilt, "lineno", 1), message("this is no JSON: {reason}", reason=reason)
        return
    if not isinstance(feed, Mapping) or not str(feed.get("version", "")).startswith("https://jsonfeed.org/version/"):
        yield 1, message("it does not say which version of JSON Feed it is")
        return
    items = [each for each in feed.get("items", ()) if isinstance(each, Mapping)]
    if not feed.get("title"):
        yield 1, message("it has no title")
    yield from ((1, _lacking("item", "id")) for each in items if not each.get("id"))
    yield from ((1, problem) for problem in _repeated(str(each.get("id") or "") for each in items))
    named = [feed.get("home_page_url"), feed.get("feed_url"), *(each.get("url") for each in items)]
    yield from ((1, problem) for problem in _lost([str(each) for each in named if each], site))


def _redirects(text: str, site: Site) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        words = line.partition("#")[0].split()
        if len(words) == 1:
            yield number, message("{written} leads to no address", written=words[0])
        elif words:
            yield from ((number, problem) for problem in _lost([words[1]], site))


def _robots(text: str, site: Site) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), 1):
        field, _, value = line.partition(":")
        if field.strip().lower() == "sitemap":
            yield from ((number, problem) for problem in _lost([value.strip()], site))


def _lost(addresses: Iterator[str] | Sequence[str], site: Site) -> Iterator[Message]:
    for each in addresses:
        inside = site.expected.addresses.inside(each, "index.html") if each else None
        if inside and inside.path not in site.files:
            yield message("{written} leads to nothing", written=each)


def _lacking(what: str, name: str) -> Message:
    return message("{what} has no {name}", what=what, name=name)


def _not_whole(address: str) -> Message:
    return message("{address} is no whole address", address=address) if address else message("an entry has no loc")


def _repeated(names: Iterator[str] | Sequence[str]) -> Iterator[Message]:
    return (
        message("{name} stands in it {number} times", name=name, number=number)
        for name, number in Counter(names).items()
        if number > 1 and name
    )


def _children(element: turbohtml.Element, tag: str) -> list[turbohtml.Element]:
    return [each for each in element.children if isinstance(each, turbohtml.Element) and each.tag == tag]


def _text(element: turbohtml.Element, tag: str) -> str:
    return next((each.text.strip() for each in _children(element, tag)), "")


XML_ROOTS: Mapping[str, Callable[[turbohtml.Element, Site], Iterator[Message]]] = {
    "feed": _atom,
    "rss": _rss,
    "urlset": _sitemap,
    "sitemapindex": _sitemap,
}
READERS: Mapping[str, Callable[[str, Site], Iterator[Problem]]] = {
    ".xml": _xml,
    "feed.json": _json_feed,
    "_redirects": _redirects,
    "robots.txt": _robots,
}
"""Who reads a file, by its name or its ending."""
