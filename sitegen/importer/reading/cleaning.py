"""Bring text into one form: LF, NFC, no signs that cannot be seen, a paragraph a line."""

import re
import unicodedata
from html import unescape

LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028|\u2029|\x0c|\x0b")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}\d?);")
BLANKS = "\u3000\u00a0 \t"
EMPTY_LINES = re.compile(r"\n{2,}")


def cleaned(text: str) -> str:
    r"""Clean a text.

    >>> cleaned("\u3000\u3000春耕&nbsp;早\r\n\r\n\r\n第二段\u200b ")
    '春耕 早\n第二段'
    """
    text = LINE_ENDS.sub("\n", text)
    text = unescape(text) if ENTITY.search(text) else text
    text = unicodedata.normalize("NFC", UNSEEN.sub("", text).replace("\u00a0", " "))
    return EMPTY_LINES.sub("\n", "\n".join(line.strip(BLANKS) for line in text.split("\n"))).strip("\n")
