"""Let the links and pictures of a body lead to where their files are published."""

import re
from collections.abc import Iterable
from html import escape, unescape
from urllib.parse import urljoin

TARGET = re.compile(r"""(<(?:a|img)\b[^<>]*?\s(?:href|src)=)("[^"]*"|'[^']*')""")

ADDRESS = re.compile(r"""(<[a-z][^<>]*?\s(?:href|src|poster|cite)=)"([^"]*)\"""")
SET = re.compile(r"""(<(?:img|source)\b[^<>]*?\ssrcset=)"([^"]*)\"""")


def resolve(html: str, references: Iterable[tuple[str, str]]) -> str:
    """Replace each address that `references` pairs with another; leave all others."""
    leads_to = dict(references)
    if not leads_to:
        return html

    def lead(match: re.Match[str]) -> str:
        written = unescape(match[2][1:-1])
        url = leads_to.get(written)
        return f'{match[1]}"{escape(url)}"' if url else match[0]

    return TARGET.sub(lead, html)


def with_whole_addresses(html: str, page: str) -> str:
    """Make every address whole, as it is meant on a page.

    >>> with_whole_addresses('<a href="/b/">一</a><a href="#p2">二</a>', "https://example.org/a/")
    '<a href="https://example.org/b/">一</a><a href="https://example.org/a/#p2">二</a>'
    """

    def whole(address: str) -> str:
        return escape(urljoin(page, unescape(address)))

    def several(addresses: str) -> str:
        parts = (each.split() for each in addresses.split(", "))
        return ", ".join(" ".join([whole(part[0]), *part[1:]]) for part in parts if part)

    html = ADDRESS.sub(lambda match: f'{match[1]}"{whole(match[2])}"', html)
    return SET.sub(lambda match: f'{match[1]}"{several(match[2])}"', html)
