"""What readers must not see: drafts and what is not due yet, names of the machine that made the site."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from sitegen.checker.findings import Finding, error, warning
from sitegen.checker.page import Page
from sitegen.checker.site import Expected, Site
from sitegen.chinese.search import find_longest
from sitegen.messages import message

LOCAL = re.compile(
    r"""file://|(?:href|src|content)=["']?https?://(?:localhost|127\.|0\.0\.0\.0|\[::1\])""", re.IGNORECASE
)
SIGNS_OF_LOCAL = ("file://", "FILE://", "localhost", "//127.", "//0.0.0.0", "//[::1]")
SHORTEST_PATH = 5
LONGEST = 80
"""Characters of a page that a report shows."""


def no_local_path(page: Page, expected: Expected) -> Iterator[Finding]:
    """No page names the folder of the site on the machine that made it, nor leads to that machine."""
    match = LOCAL.search(page.html) if any(sign in page.html for sign in SIGNS_OF_LOCAL) else None
    at = match.start() if match else -1
    if at < 0 and len(expected.folder) >= SHORTEST_PATH:
        at = page.html.find(f"{expected.folder}/")
    if at >= 0:
        start = page.html.rfind("\n", 0, at) + 1
        shown = re.split(r"[\s\"'<>]", page.html[at : at + LONGEST])[0 if page.html[at] in "fF/" else 1]
        problem = message("{shown} is a path on the machine that made this page", shown=shown)
        hint = message("write an address that begins with / or with the name of a host")
        place = page.place(page.html.count("\n", 0, at) + 1, at - start)
        yield error("local-path", problem, place, hint)


def no_hidden_title(page: Page, expected: Expected) -> Iterator[Finding]:
    """No page names an article that is not published."""
    for at, title in hidden_titles(page.html, expected.hidden):
        start = page.html.rfind("\n", 0, at) + 1
        problem = message("{title} is named here, and is not published", title=title)
        place = page.place(page.html.count("\n", 0, at) + 1, at - start)
        yield warning("leaked", problem, place, message("build again; else see which article speaks of it"))


def hidden_titles(text: str, hidden: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where titles first stand in a text."""
    found: dict[str, int] = {}
    for start, end in _search(hidden)(text) if hidden else ():
        found.setdefault(text[start:end], start)
    return ((at, title) for title, at in found.items())


def nothing_hidden_is_published(site: Site) -> Iterator[Finding]:
    """No article that is a draft, not due yet or expired has a page."""
    for path, problem in site.expected.unpublished:
        if path in site.files:
            yield error("leaked", problem, site.place(path), message("build again"))


@lru_cache(maxsize=4)
def _search(words: tuple[str, ...]) -> Callable[[str], Iterable[tuple[int, int]]]:
    return find_longest(words)
