"""The text of a piece of HTML as a reader sees it: a line for what stands together."""

import re
from functools import lru_cache
from html import unescape

from sitegen.elements import MARKED, TYPED

TAG = re.compile(
    r"""<!--.*?-->|<(script|style|template)\b.*?</\1\s*>|</?([a-zA-Z][\w:-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.DOTALL
)
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What no file of text should hold; some of it would end a line."""

BACK = "↩\ufe0e"
"""The sign of a link from a footnote to its place in the text."""

IN_TEXT = (
    (re.compile(r"</?(?:ruby|rb|rp|rtc)\b[^>]*>"), ""),
    (re.compile(r"（?\(?<rt\b[^>]*>(.*?)</rt>\)?）?"), r"（\1）"),
    (re.compile(r"</t[dh]>\s*<t[dh]\b[^>]*>"), "\t"),
    (re.compile(r'<span class="credit">'), "｜"),
    (re.compile(r'<a class="footnote-ref"[^>]*>(\w+)</a>'), r"[\1]"),
    (re.compile(r'<li id="fn:(\w+)">\s*(?:<p>)?'), r"<li>[\1] "),
)
"""How a text without markup writes readings above characters, the cells of a row, whose a picture is, and footnotes."""

INLINE = MARKED | TYPED


def text_of(html: str) -> str:
    """Take the markup away. Blocks begin a line, since no word reaches from one into the next.

    >>> text_of("<p>头<b>发</b>&amp;</p><p>二</p>").split()
    ['头发&', '二']
    """
    return unescape(TAG.sub(_in_its_place, html))


@lru_cache(maxsize=1)  # the data and the file of text beside an article ask for it, one after the other
def paragraphs_of(html: str) -> str:
    r"""The same as a line for each paragraph, heading, item or row; what leads back from a footnote is left out.

    >>> paragraphs_of("<h2>一</h2><p>二<br>三</p>")
    '一\n二\n三'
    >>> paragraphs_of("<p><ruby>墒<rp>(</rp><rt>shāng</rt><rp>)</rp></ruby>情</p><table><tr><td>甲</td><td>乙</td></tr></table>")
    '墒（shāng）情\n甲\t乙'
    """
    for pattern, written in IN_TEXT:
        html = pattern.sub(written, html)
    lines = (line.strip().removesuffix(BACK).rstrip() for line in CONTROLS.sub("", text_of(html)).split("\n"))
    return "\n".join(line for line in lines if line)


def _in_its_place(tag: re.Match[str]) -> str:
    name = tag[2]
    return "" if name and name.lower() in INLINE else "\n"
