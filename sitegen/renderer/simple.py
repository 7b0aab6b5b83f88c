"""Render the Markdown that most articles are written in, without the library.

Paragraphs, headings, short lists and links to pages: where a text holds anything that may mean something else, this module
says nothing, and the library is asked. Where it says something, the library says the same (tests/renderer/test_simple.py).
"""

import re
from collections.abc import Callable, Iterator

from sitegen.renderer.breaks import SPURIOUS

SIGNS = re.compile(r"[\\`*_<>&~{}|\t\r\xa0\x02\x03]")
"""Signs of Markdown or HTML, and what a sanitiser writes otherwise."""

BLANK = re.compile(r"\n{2,}")
LINK = re.compile(r"(?<!!)\[([^\[\]()!\n]+)\]\(((?:https?://)?[A-Za-z0-9./%#?=-]+)\)")
HEADING = re.compile(r"(#{1,6}) ([^#\n\[\]]+)")
ITEM = re.compile(r"- (?![-+#>=:\s]|\d+\.\s)[^\n]+")
START = re.compile(r"[-+#>=:]|\d+\.\s")
"""What makes a line something else than the beginning of a paragraph."""

INDENT = "\u3000"
HIGHEST = 2
LOWEST = 6


def simple_to_html(text: str, anchor: Callable[[str], str]) -> str | None:
    """Render a body, or leave it to the library; `anchor` makes the id of a heading."""
    if SIGNS.search(text) or "\n " in text or " \n" in text or text[:1] == " " or text[-1:] == " ":
        return None
    blocks = BLANK.split(text.strip("\n"))
    levels = [len(match[1]) for block in blocks if (match := HEADING.fullmatch(block))]
    highest = min(levels, default=1)
    seen: set[str] = set()
    done: list[str] = []
    follows_list = False
    for block in blocks:
        is_list = block.startswith("- ")
        html = _block(block, anchor, highest, seen)
        if html is None or (is_list and follows_list):
            return None
        done += html
        follows_list = is_list
    return "\n".join(done)


def _block(block: str, anchor: Callable[[str], str], highest: int, seen: set[str]) -> list[str] | None:
    if block.startswith("#"):
        return _heading(block, anchor, highest, seen)
    if block.startswith("- "):
        return _list(block)
    if START.match(block) or ("\n" in block and any(map(START.match, block.split("\n")))):
        return None
    if "[" in block or "]" in block:
        return _linked(block)
    paragraphs = list(_paragraphs(block)) if INDENT in block or "\n" in block else [block]
    unlike = any(each != each.strip() or START.match(each) for each in paragraphs)
    return None if unlike else [f"<p>{each}</p>" for each in paragraphs if each]


def _heading(block: str, anchor: Callable[[str], str], highest: int, seen: set[str]) -> list[str] | None:
    match = HEADING.fullmatch(block)
    words = match[2].strip() if match else ""
    if match is None or not words:
        return None
    level = min(len(match[1]) - highest + HIGHEST, LOWEST)
    name = anchor(words)
    if name in seen:
        return None
    seen.add(name)
    return [f'<h{level} id="{name}">{words}</h{level}>']


def _list(block: str) -> list[str] | None:
    lines = block.split("\n")
    if not all(ITEM.fullmatch(line) and line == line.strip() and "[" not in line and "]" not in line for line in lines):
        return None
    return ["<ul>", *(f"<li>{line[2:].strip()}</li>" for line in lines), "</ul>"]


def _linked(block: str) -> list[str] | None:
    """A paragraph of one line with links in it."""
    html = LINK.sub(r'<a href="\2">\1</a>', block)
    if "\n" in block or block != block.strip() or block.startswith(INDENT) or "[" in html or "]" in html:
        return None
    return [f"<p>{html}</p>"]


def _paragraphs(block: str) -> Iterator[str]:
    """Part a block at lines that begin with 　　, and join what stands on several lines."""
    lines: list[str] = []
    for line in block.split("\n"):
        if line.startswith(INDENT):
            yield SPURIOUS.sub("", "\n".join(lines))
            lines = [line.lstrip(INDENT + " ")]
        else:
            lines.append(line)
    yield SPURIOUS.sub("", "\n".join(lines))
