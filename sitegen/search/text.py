"""The text of a piece of HTML as a reader sees it: a line for what stands together."""

import re
from html import unescape

TAG = re.compile(
    r"""<!--.*?-->|<(script|style|template)\b.*?</\1\s*>|</?([a-zA-Z][\w:-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.DOTALL
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
"""Elements that words go on through."""


def text_of(html: str) -> str:
    """Take the markup away. Blocks begin a line, since no word reaches from one into the next.

    >>> text_of("<p>头<b>发</b>&amp;</p><p>二</p>").split()
    ['头发&', '二']
    """
    return unescape(TAG.sub(_in_its_place, html))


def _in_its_place(tag: re.Match[str]) -> str:
    name = tag[2]
    return "" if name and name.lower() in INLINE else "\n"
