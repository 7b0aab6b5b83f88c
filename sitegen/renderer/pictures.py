"""Write the pictures of a page: smaller files for those who can use them, a place of the right size until they come."""

import re
from collections.abc import Iterable
from html import escape, unescape

from sitegen.model import Image

COLUMN = "(min-width: 46em) 42em, 92vw"
"""How wide a picture in the text is, for whoever has to choose a file before the style sheet is there."""

EARLY = 700
"""Characters of HTML before a picture that is still on the first screen."""

IMG = re.compile(r"""<img\b(?:[^<>"']|"[^"]*"|'[^']*')*>""")
ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*("[^"]*"|'[^']*')""")
QUOTE = '"'
OURS = {"src", "loading", "class"}


def picture_html(image: Image, words: str, *, sizes: str = COLUMN, is_early: bool = False) -> str:
    """An element that shows a picture; `words` are its other attributes, ready for HTML."""
    size = f' width="{image.width}" height="{image.height}"' if image.width and " width=" not in words else ""
    tone = f' class="{image.tone}"' if image.tone else ""
    when = ' fetchpriority="high"' if is_early else ' loading="lazy"'
    img = f'<img src="{escape(image.src)}"{words}{size}{tone}{when}>'
    if not image.srcset:
        return img
    source = f'<source type="image/webp" srcset="{escape(image.srcset)}" sizes="{escape(sizes)}">'
    return f"<picture>{source}{img}</picture>"


def show_pictures(html: str, pictures: Iterable[tuple[str, Image]], *, is_first: bool) -> str:
    """Write the pictures of a body anew; the words of a lost one take its place.

    `is_first` says that no picture stands before the body: then an early one does not wait until it is scrolled to.
    """
    known = dict(pictures)
    if not known or "<img" not in html:
        return html
    first = [is_first]

    def show(match: re.Match[str]) -> str:
        attributes = {name.lower(): value[1:-1] for name, value in ATTRIBUTE.findall(match[0])}
        image = known.get(unescape(attributes.get("src", "")))
        if image is None:
            return match[0]
        if not image.src:
            return lost_html(attributes.get("alt", ""))
        is_early = first.pop() if first and match.start() < EARLY else False
        first.clear()
        return picture_html(image, _words(attributes), is_early=is_early)

    return IMG.sub(show, html)


def lost_html(alt: str) -> str:
    """What stands in the place of a picture that is lost: its words, ready for HTML."""
    return f'<span class="lost-picture">{alt}</span>' if alt else ""


def _words(attributes: dict[str, str]) -> str:
    written = {"alt": "", **{name: value for name, value in attributes.items() if name not in OURS}}
    return "".join([f' {name}="{value.replace(QUOTE, "&quot;")}"' for name, value in written.items()])
