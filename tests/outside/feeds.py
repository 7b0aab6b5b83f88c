"""Have a schema, a feed reader and the rules of feed validators read every feed."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urljoin

import feedparser
from lxml import etree, html

from tests.outside.reading import Reading

SCHEMA = Path(__file__).parent / "schemas" / "atom.rng"
ATOM = "{http://www.w3.org/2005/Atom}"
FORBIDDEN = frozenset({"script", "style", "iframe", "object", "embed", "form", "meta", "link", "base"})
ADDRESSES = ("href", "src", "srcset", "poster")


def feeds_in(folder: Path) -> list[Path]:
    """Every feed in Atom."""
    return sorted([*folder.rglob("feed.xml"), *folder.rglob("feed/*.xml")])


def hold_feeds(folder: Path) -> Reading:
    """Hold all feeds against our wording of RFC 4287 in RELAX NG, and against what feed validators ask besides."""
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    files = feeds_in(folder)
    faults = [f"{file.relative_to(folder)}:{each}" for file in files for each in _faults(etree.parse(file), schema)]
    reader = f"RELAX NG of RFC 4287 by lxml {etree.__version__}, rules of feed validators"
    return Reading(reader=reader, what="feeds", count=len(files), faults=tuple(faults))


def parse_feeds(folder: Path) -> Reading:
    """Let feedparser read all feeds."""
    headers = {"content-type": "application/atom+xml"}
    files = feeds_in(folder)
    read = {file.relative_to(folder): feedparser.parse(file.read_bytes(), response_headers=headers) for file in files}
    faults = [f"{file}: {feed.bozo_exception}" for file, feed in read.items() if feed.bozo]
    entries = sum(len(feed.entries) for feed in read.values())
    return Reading(
        reader=f"feedparser {version('feedparser')}",
        what=f"feeds of {entries} entries",
        count=len(files),
        faults=tuple(faults),
    )


def _faults(tree: "etree._ElementTree", schema: etree.RelaxNG) -> Iterator[str]:
    schema.validate(tree)
    yield from (f"{each.line}: {each.message}" for each in schema.error_log)
    feed = tree.getroot()
    yield from _of_whole(feed)
    for entry in feed.iter(f"{ATOM}entry"):
        yield from (f"{entry.sourceline}: {each}" for each in _of_entry(entry))


def _of_whole(feed: "etree._Element") -> Iterator[str]:
    if len(_links(feed, "self")) != 1:
        yield "1: it does not say where it stands"
    ids = Counter(each.findtext(f"{ATOM}id") for each in feed.iter(f"{ATOM}entry"))
    yield from (f"1: two entries are named {name}" for name, count in ids.items() if count > 1)
    newest = max((each.findtext(f"{ATOM}updated") or "" for each in feed.iter(f"{ATOM}entry")), default="")
    if (feed.findtext(f"{ATOM}updated") or "") < newest:
        yield "1: it is older than what it holds"


def _of_entry(entry: "etree._Element") -> Iterator[str]:
    kinds = Counter((each.get("type"), each.get("hreflang")) for each in _links(entry, "alternate"))
    if not kinds or max(kinds.values()) > 1:
        yield "an entry leads to no page, or to two of one kind"
    if (entry.findtext(f"{ATOM}published") or "") > (entry.findtext(f"{ATOM}updated") or ""):
        yield "it was changed before it was published"
    if not (entry.findtext(f"{ATOM}content") or entry.findtext(f"{ATOM}summary")):
        yield "there is nothing to read"
    for each in entry.findall(f"{ATOM}content"):
        if each.get("type") == "html" and each.text:
            yield from _of_html(each.text)


def _of_html(text: str) -> Iterator[str]:
    for element in html.fragment_fromstring(text, create_parent="div").iter():
        name = str(element.tag).lower()
        if name in FORBIDDEN or any(each.startswith("on") or each == "style" for each in element.attrib):
            yield f"readers would take <{name}> out, or should"
        for each in ADDRESSES:
            value = str(element.get(each, "http:"))
            if not re.match(r"[a-z]+:", value) and urljoin("https://example.org/a/b", value) != value:
                yield f"{each}={value!r} is no whole address"


def _links(element: "etree._Element", kind: str) -> list["etree._Element"]:
    return [each for each in element.findall(f"{ATOM}link") if each.get("rel", "alternate") == kind]
