"""Convert the words of an HTML text and nothing else of it."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from sitegen.chinese.conversion import Conversion
from sitegen.chinese.rules import OPEN
from sitegen.chinese.runs import convert_run
from sitegen.elements import MARKED, TYPED

TOKEN = re.compile(r"""<!--.*?-->|</?[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.DOTALL)
NAME = re.compile(r"</?([a-zA-Z][\w:-]*)")
ATTRIBUTE = re.compile(r"""([\w:-]+)(\s*=\s*)("[^"]*"|'[^']*')""")

UNTOUCHED = {"script", "style", "pre", "textarea", *TYPED}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
WORDS = {"title", "alt", "aria-label", "placeholder"}
DESCRIBED = re.compile(
    r"""(?:name|property)\s*=\s*["']
    (?:description|keywords|author|(?:og|twitter):(?:title|description|site_name|image:alt))["']""",
    re.VERBOSE,
)
WHOLE_PAGE = {"html", "body"}


class Kind(Enum):
    """What a piece of HTML is to conversion."""

    WORDS = 1
    INLINE = 2
    BREAK = 3


def convert_html(html: str, conversion: Conversion) -> str:
    """Convert text, and the attributes that hold words.

    Text is joined across inline tags, so that a word is seen whole: 头<b>发</b>. Left alone: tags,
    addresses, code, `translate="no"`, and every element whose `lang` is not plain Chinese.
    """
    pieces: list[str] = []
    alone: list[int] = []
    run: list[int] = []
    for kind, piece in [*_pieces(html, conversion), (Kind.BREAK, "")]:
        if kind is Kind.BREAK:
            if len(run) > 1:
                _convert(run, pieces, conversion)
            elif run and (not pieces[run[0]].isascii() or OPEN in pieces[run[0]]):
                alone += run
            run = []
        elif kind is Kind.WORDS and piece:
            run.append(len(pieces))
        pieces.append(piece)
    texts = conversion.texts([pieces[at] for at in alone]) if alone else ()
    for at, text in zip(alone, texts, strict=True):
        pieces[at] = text
    return "".join(pieces)


def _convert(run: list[int], pieces: list[str], conversion: Conversion) -> None:
    """Convert, in place, pieces that a reader sees as one text."""
    texts = convert_run([pieces[at] for at in run], conversion)
    for at, text in zip(run, texts, strict=True):
        pieces[at] = text


def _pieces(html: str, conversion: Conversion) -> Iterator[tuple[Kind, str]]:
    at = 0
    untouched: list[str] = []
    for token in TOKEN.finditer(html):
        yield (Kind.BREAK if untouched else Kind.WORDS), html[at : token.start()]
        tag, at = token[0], token.end()
        name, is_left_alone = _told(tag)
        if untouched:
            _follow(tag, name, untouched)
            yield Kind.BREAK, tag
        elif is_left_alone:
            untouched += [name] if name not in VOID else []
            yield Kind.BREAK, tag
        else:
            yield (Kind.INLINE if name in MARKED else Kind.BREAK), _convert_tag(tag, name, conversion)
    yield (Kind.BREAK if untouched else Kind.WORDS), html[at:]


@lru_cache(maxsize=4096)
def _told(tag: str) -> tuple[str, bool]:
    """The name of a tag, and whether nothing in its element is converted."""
    match = NAME.match(tag)
    name = match[1].lower() if match else ""
    return name, _is_left_alone(tag, name)


def _follow(tag: str, name: str, untouched: list[str]) -> None:
    """Keep count of the elements of one name inside an untouched one, until it is closed."""
    if name == untouched[0]:
        if tag.startswith("</"):
            untouched.pop()
        elif not tag.endswith("/>"):
            untouched.append(name)


def _is_left_alone(tag: str, name: str) -> bool:
    if tag.startswith(("</", "<!")) or (tag.endswith("/>") and name not in VOID):
        return False
    attributes = {key.lower(): value[1:-1] for key, _, value in ATTRIBUTE.findall(tag)}
    if name in UNTOUCHED or attributes.get("translate", "").lower() == "no":
        return True
    return name not in WHOLE_PAGE and attributes.get("lang", "zh").lower() != "zh"


def _convert_tag(tag: str, name: str, conversion: Conversion) -> str:
    if tag.isascii() and OPEN not in tag:
        return tag
    words = WORDS | {"content"} if name == "meta" and DESCRIBED.search(tag) else WORDS

    def attribute(match: re.Match[str]) -> str:
        key, equals, value = match.groups()
        return f"{key}{equals}{_in_quotes(value, conversion) if key.lower() in words else value}"

    return ATTRIBUTE.sub(attribute, tag)


def _in_quotes(value: str, conversion: Conversion) -> str:
    return f"{value[0]}{conversion.text(value[1:-1])}{value[-1]}"
