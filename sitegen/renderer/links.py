"""Let the links and pictures of a body lead to where their files are published."""

import re
from collections.abc import Iterable
from html import escape, unescape

TARGET = re.compile(r"""(<(?:a|img)\b[^<>]*?\s(?:href|src)=)("[^"]*"|'[^']*')""")


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
