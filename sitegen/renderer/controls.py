"""Take out of a text what no XML document may hold."""

import re

NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""All but the characters of XML 1.0, production 2, and those of them that it discourages since readers take them for others."""


def without_controls(text: str) -> str:
    r"""Leave out the characters that break a feed.

    >>> without_controls("春\x0b耕")
    '春耕'
    """
    return NEVER.sub("", text)
