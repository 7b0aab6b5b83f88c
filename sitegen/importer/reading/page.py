"""Read saved web pages. The only module that knows trafilatura and lxml."""

import logging
import re
from typing import Any

from sitegen.importer.reading.cleaning import cleaned

LARGEST = 5_000_000
"""Bytes of a page; the rest is left."""

DEEPEST = 300
"""Elements inside one another, beyond which a page is taken as text with marks."""

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
BEGINNING = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
HIDDEN = re.compile(
    r"<(script|style|noscript|template|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<!doctype\b[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
BLOCK = re.compile(
    r"</?(?:p|div|br|li|tr|h[1-6]|td|section|article|blockquote|ul|ol|table)\b[^<>]{0,2000}>", re.IGNORECASE
)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
OPENING = re.compile(r"<(?!/|!|br\b|img\b|meta\b|link\b|input\b|hr\b|p\b|li\b)[a-zA-Z]", re.IGNORECASE)
CLOSING = re.compile(r"</(?!p\b|li\b)", re.IGNORECASE)
CAPTION = re.compile(r"<figcaption\b[^>]{0,2000}>(.{1,400}?)</figcaption", re.DOTALL | re.IGNORECASE)


def is_page(data: bytes, file: str) -> bool:
    """Whether a file is a web page, by its name or by how it begins."""
    return file.lower().endswith((".html", ".htm", ".xhtml")) or bool(BEGINNING.match(data[:4_000]))


def charset_of(data: bytes) -> str | None:
    """The encoding that a page says it is in; GB 2312 is always meant as its successor."""
    match = CHARSET.search(data[:4_000])
    name = match[1].decode("ascii").lower() if match else None
    return "gb18030" if name in {"gb2312", "gbk", "gb18030", "x-gbk"} else name


def read_page(html: str) -> dict[str, Any]:
    """Give the article of a page: text, title, date, byline, source, address, captions."""
    found = None if _is_too_deep(html) else _extracted(html)
    captions = tuple(cleaned(TAG.sub("", each)) for each in CAPTION.findall(html))
    if found is None or not found.get("text"):
        return {"text": all_text(html), "captions": captions}
    return {
        "text": found["text"],
        "title": found.get("title") or "",
        "date": found.get("date") or "",
        "byline": found.get("author") or "",
        "source": found.get("sitename") or "",
        "address": found.get("url") or "",
        "captions": captions,
    }


def all_text(html: str) -> str:
    """Everything that a reader of a page sees, a block a line."""
    return TAG.sub("", BLOCK.sub("\n", HIDDEN.sub("", html)))


def _is_too_deep(html: str) -> bool:
    return len(OPENING.findall(html)) - len(CLOSING.findall(html)) > DEEPEST


def _extracted(html: str) -> dict[str, Any] | None:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(html, favor_recall=True, include_comments=False, with_metadata=True)
    except Exception:  # noqa: BLE001  # a page that its parser cannot take is read as text
        return None
    return document if isinstance(document, dict | None) else document.as_dict()
