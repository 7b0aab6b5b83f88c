"""The preview's own pages, as HTML: what is known of a page, why pages would be made again, and what stands where no page can."""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from urllib.parse import quote

from sitegen.builder.edition import Answer
from sitegen.builder.report import Reasons
from sitegen.builder.stand import About
from sitegen.messages import Message, message
from sitegen.server.marking import OWN, rest_of, text
from sitegen.translation import spoken_tag

MOST = 2_000
"""Files that a page names; a browser is slow with more."""

COMMAND = re.compile("`([^`]+)`")
WHY = message("Why files would be made again")


def unread_page() -> Answer:
    """What stands where nobody can say yet whether there is a page."""
    words = _paragraph(message("The archive is being read for the first time; this page follows in a moment."))
    page = _page(message("Reading the archive"), f'<meta http-equiv="refresh" content="5">{words}')
    return Answer("unread.html", page)


def too_large_page() -> Answer:
    """What stands where a file is made of more articles than the preview reads for one."""
    words = message("So many articles go into this file that the preview leaves it to `sitegen build`.")
    return Answer("large.html", _page(message("Left to the build"), _paragraph(words)))


def bare_page() -> Answer:
    """What stands where there is no good version of a page."""
    return Answer("bare.html", _page(message("No page"), ""))


def about_page(site: Path, base_path: str, about: About) -> bytes:
    """What is known of a page."""
    address = _address(about.path)
    link = f'<a href="{escape(base_path)}/{escape(quote(address))}">/{escape(address)}</a>'
    source = f"<code>{escape(about.source)}</code><br><code>{escape(str(site / about.source))}</code>"
    rows = [
        (message("Page"), link),
        *([(message("Written in"), source)] if about.source else []),
        (message("Shown by"), f"<code>templates/{escape(about.template)}</code>"),
    ]
    listed = "".join(f"<dt>{text(name)}</dt><dd>{value}</dd>" for name, value in rows)
    return _page(message("About this page"), f'<dl>{listed}</dl><p><a href="{OWN}why">{text(WHY)}</a></p>')


def reasons_page(reasons: Reasons) -> bytes:
    """Every file that `sitegen build` would make again, and why; what `--explain` says."""
    due, files, why = reasons
    sentences = [
        message("`sitegen build` would make {due} of {files} files again.", due=f"{len(due):,}", files=f"{files:,}"),
        *([message("Everything is made again: {why}", why=why)] if why else []),
    ]
    head = "".join(map(_paragraph, sentences))
    more = _paragraph(rest_of(len(due) - MOST)) if len(due) > MOST else ""
    return _page(WHY, f"{head}{_table(due[:MOST])}{more}")


def _paragraph(words: Message) -> str:
    """A sentence, the commands in it marked as such."""
    marked = COMMAND.sub(r"<code>\1</code>", text(words))
    return f"<p>{marked}</p>"


def _table(due: Iterable[tuple[str, Message | str]]) -> str:
    rows = "".join(f"<tr><td><code>{escape(path)}</code></td><td>{text(reason)}</td></tr>" for path, reason in due)
    head = "".join(f"<th>{text(each)}</th>" for each in (message("File"), message("Why")))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""


def _address(path: str) -> str:
    return path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path


def _page(name: Message, body: str) -> bytes:
    title, language = text(name), spoken_tag()
    style = f'<link rel="stylesheet" href="{OWN}pages.css">'
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>{style}'
    content = f"<main><h1>{title}</h1>{body}</main>"
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{content}</body></html>'.encode()
