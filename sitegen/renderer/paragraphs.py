"""Number the paragraphs of a body, so that a link can lead to one of them."""

import re
from itertools import count

MARK = re.compile(r"<(/?)(?:aside|blockquote|details|div|dl|figure|ol|section|table|ul)\b[^>]*>|<p>")
OWN = re.compile(r'\bid="(p\d+)"')


def with_anchors(html: str) -> str:
    """Give each paragraph that stands by itself an id in order, the same in every script, and a link to itself.

    >>> with_anchors("<p>一</p>")
    '<p id="p1"><a class="here" href="#p1" aria-label="第1段"></a>一</p>'
    """
    taken = set(OWN.findall(html))
    free = (number for number in count(1) if f"p{number}" not in taken)
    depth = 0

    def mark(match: re.Match[str]) -> str:
        nonlocal depth
        if match[1] is not None:
            depth += -1 if match[1] else 1
        elif not depth:
            number = next(free)
            return f'<p id="p{number}"><a class="here" href="#p{number}" aria-label="第{number}段"></a>'
        return match[0]

    return MARK.sub(mark, html)
