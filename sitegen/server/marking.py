"""Put beside a page what only its editor is to see: the ribbon, mistakes, the name of its file, and the script that follows edits."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from html import escape
from urllib.parse import quote

from sitegen.errors import SitegenError
from sitegen.messages import Message, counted, message
from sitegen.translation import said, spoken_tag

OWN = "/~sitegen/"
"""Where everything is that is the preview's own; nothing of a site is ever looked for there."""

OWN_FILES = ("desk.css", "live.js", "pages.css")

MOST = 100
"""Problems that a page names."""

BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
HEAD = f'<link rel="stylesheet" href="{OWN}desk.css" data-sitegen>'
SCRIPT = f'<script src="{OWN}live.js" data-sitegen></script>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a page: the edition that it is of, its path and source file, why readers would not see it, what is wrong.

    `partly` says how many articles it was made from, of how many. `assets` pairs names of style sheets with their paths.
    """

    edition: str
    path: str = ""
    source: str = ""
    mark: Message | str = ""
    problems: Sequence[SitegenError] = ()
    partly: tuple[int, int] | None = None
    styles: Sequence[tuple[str, str]] = ()


def marked(page: bytes, beside: Beside) -> bytes:
    """A page with what stands beside it, right after the beginning of its body; nothing else of it is touched."""
    match = BODY.search(page)
    at = match.end() if match else 0
    return page[:at] + element(beside, shape_of(page, beside.styles)).encode() + page[at:]


def text(words: Message | str) -> str:
    """Words in the language of the reader, as HTML."""
    return escape(said(words))


def shape_of(page: bytes, styles: Iterable[tuple[str, str]]) -> str:
    """A digest of all of a page but the names of its style sheets: one of the same shape need not be loaded again."""
    for name, path in styles:
        page = page.replace(path.encode(), name.encode())
    return blake2b(page, digest_size=8).hexdigest()


def element(beside: Beside, shape: str) -> str:
    """The element beside a page."""
    parts = "".join((_problems(beside.problems, beside.path), _partly(beside.partly), _line(beside)))
    data = f'data-edition="{escape(beside.edition)}" data-shape="{shape}"'
    name = escape(said(message("Preview")))
    return f'<aside id="sitegen-desk" lang="{spoken_tag()}" aria-label="{name}" {data}>{HEAD}{parts}{SCRIPT}</aside>'


def _problems(problems: Sequence[SitegenError], path: str) -> str:
    """What is wrong, above the last good version of the page at a path, if there is one."""
    if not problems:
        return ""
    head = counted("There is something to mend", "There are {count:,} things to mend", count=len(problems))
    listed = "".join(f"<li>{_problem(each)}</li>" for each in problems[:MOST])
    listed += f"<li>{text(rest_of(len(problems) - MOST))}</li>" if len(problems) > MOST else ""
    below = f"<p>{text(message('Below is the last good version.'))}</p>" if path else ""
    return f'<section role="alert"><h2>{text(head)}</h2><ul>{listed}</ul>{below}</section>'


def rest_of(number: int) -> Message:
    """That a list names no more."""
    return message("… and {number} more", number=f"{number:,}")


def _problem(problem: SitegenError) -> str:
    where = f"<code>{escape(str(problem.place))}</code> " if problem.place else ""
    hint = f"<br><em>{text(problem.hint)}</em>" if problem.hint else ""
    return f"{where}<strong>{text(problem.problem)}</strong>{hint}"


def _partly(partly: tuple[int, int] | None) -> str:
    if partly is None:
        return ""
    read, every = partly
    words = message(
        "The archive is being read for the first time. This page is made from the newest {read} of {every} articles, and "
        "follows in a moment.",
        read=f"{read:,}",
        every=f"{every:,}",
    )
    return f'<p role="status">{text(words)}</p>'


def _line(beside: Beside) -> str:
    """The ribbon, and the way to what is known of the page."""
    ribbon = f"<b>{text(beside.mark)}</b> " if beside.mark else ""
    about = f"{OWN}page?at={quote(beside.path, safe='/')}"
    name = text(beside.source or message("about this page"))
    return f'<p class="line">{ribbon}<a href="{escape(about)}">{name}</a></p>' if beside.path else ""
