"""What the parsers of HTML, XML and JSON find in a page or a feed: each text has one fault, or a few."""

from sitegen.checker.built import read_page
from sitegen.checker.feeds import programs_can_read
from sitegen.checker.findings import Finding
from sitegen.checker.site import Expected, Site
from tests.sentences.desk import Desk, Situation

START = '<!doctype html><html lang="zh-Hans"><head><title>春</title></head><body>'
NO_TITLE = '<!doctype html><html lang="zh-Hans"><head><title></title></head><body></body></html>'
PAGES = (
    "<!-->",
    "<p>&#x110000;",
    "<p>\x01",
    "<p>&#1;",
    "<p a a>",
    "<p></p a>",
    "<p></p/>",
    "<",
    "<!-- ",
    "<p a",
    "<img src=a>",
    "<area href=a>",
    "<input type=image>",
    "<!--x--!>",
    "<!x>",
    "<3",
    "<p a=>",
    "</>",
    "<p>&amp",
    '<p a="b"c="d">',
    "<!-- <!-- -->",
    "<p/>",
    "<p role=x>",
    "<p <b>",
    "<p a=b'c>",
    "<!doctype html>",
    "<p =a>",
    "<p>\x00",
    "<p / a>",
    "<p>&foo;",
    "<center>一</center>",
    "<p align=left>",
    "<p id=a></p><p id=a>",
    "<div>",
)
NO_XML = (
    "<a/>x",
    "<a>\x01</a>",
    "<a>&#1;</a>",
    "<!-- -- --><a/>",
    "<a b/>",
    '<a b="<"/>',
    "<a></b>",
    "<a/><b/>",
    "",
    "<a>",
    "<a",
    "<x:a/>",
    "<a>&b;</a>",
    "</a>",
    "<a b=c/>",
    '<a b="c',
    "<a><!-- ",
    "<a></a",
    "<a>&b</a>",
)
NO_JSON = (
    '{"a" 1}',
    '{"a": 1 "b"',
    "{a: 1}",
    '{"a": }',
    "{} x",
    '"\x01"',
    '"a',
)


def _pages(desk: Desk) -> None:
    for body in PAGES:
        _say(body, read_page("a.html", START + body, "public", Expected()).findings, desk)
    _say(NO_TITLE, read_page("a.html", NO_TITLE, "public", Expected()).findings, desk)


def _feeds(desk: Desk) -> None:
    for name, texts in (("feed.xml", NO_XML), ("feed.json", NO_JSON)):
        for text in texts:
            _say(text, _read(name, text, desk), desk)


def _long_sitemap(desk: Desk) -> None:
    first, *_ = _read("sitemap.xml", f"<urlset>{'<url/>' * 50_001}</urlset>", desk)
    desk.say(first.problem)


def _read(name: str, text: str, desk: Desk) -> list[Finding]:
    desk.write({name: text})
    return list(programs_can_read(Site(desk.site, "public", frozenset([name]), {}, Expected())))


def _say(text: str, findings: list[Finding] | tuple[Finding, ...], desk: Desk) -> None:
    """The text, and what is wrong with it, each fault once."""
    desk.note(f"# {text!r}\n")
    for problem in dict.fromkeys(each.problem for each in findings):
        desk.say(problem)


SITUATIONS: dict[str, Situation] = {
    "a page that is not valid": _pages,
    "a feed that is none": _feeds,
    "a sitemap that is too long": _long_sitemap,
}
