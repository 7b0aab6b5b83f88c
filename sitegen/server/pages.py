"""The preview's own pages, as HTML: what is known of a page, why pages would be made again, and what stands where no page can."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from urllib.parse import quote

from sitegen.builder.edition import Answer
from sitegen.builder.report import Reasons
from sitegen.builder.stand import About
from sitegen.messages import Message
from sitegen.server.marking import OWN
from sitegen.translation import said

MOST = 2_000
"""Files that a page names; a browser is slow with more."""


def unread_page() -> Answer:
    """What stands where nobody can say yet whether there is a page."""
    words = "<p>The archive is being read for the first time; this page follows in a moment.</p>"
    return Answer("unread.html", _page("Reading the archive", f'<meta http-equiv="refresh" content="5">{words}'))


def bare_page() -> Answer:
    """What stands where there is no good version of a page."""
    return Answer("bare.html", _page("No page", ""))


def about_page(site: Path, base_path: str, about: About) -> bytes:
    """What is known of a page."""
    rows = [
        (
            "Page",
            f'<a href="{escape(base_path)}/{escape(quote(_address(about.path)))}">/{escape(_address(about.path))}</a>',
        )
    ]
    if about.source:
        rows.append(
            ("Written in", f"<code>{escape(about.source)}</code><br><code>{escape(str(site / about.source))}</code>")
        )
    rows.append(("Shown by", f"<code>templates/{escape(about.template)}</code>"))
    listed = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows)
    return _page("About this page", f'<dl>{listed}</dl><p><a href="{OWN}why">Why files would be made again</a></p>')


def reasons_page(reasons: Reasons) -> bytes:
    """Every file that `sitegen build` would make again, and why; what `--explain` says."""
    every = f"<p>Everything is made again: {escape(said(reasons.why_everything))}</p>" if reasons.why_everything else ""
    head = f"<p>`sitegen build` would make {len(reasons.due):,} of {reasons.files:,} files again.</p>".replace(
        "`sitegen build`", "<code>sitegen build</code>"
    )
    more = f"<p>… and {len(reasons.due) - MOST:,} more.</p>" if len(reasons.due) > MOST else ""
    return _page("Why files would be made again", f"{head}{every}{_table(reasons.due[:MOST])}{more}")


def _table(due: Iterable[tuple[str, Message | str]]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(path)}</code></td><td>{escape(said(reason))}</td></tr>" for path, reason in due
    )
    return f"<table><thead><tr><th>File</th><th>Why</th></tr></thead><tbody>{rows}</tbody></table>" if rows else ""


def _address(path: str) -> str:
    return path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path


def _page(title: str, body: str) -> bytes:
    style = f'<link rel="stylesheet" href="{OWN}pages.css">'
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>{style}'
    return f'<!doctype html><html lang="en"><head>{head}</head><body><main><h1>{title}</h1>{body}</main></body></html>'.encode()
