"""What a template calls on the values of its page, in the words that templates use."""

from collections.abc import Callable
from functools import partial
from json import JSONEncoder
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup, escape

from sitegen.chinese import numeral
from sitegen.model import Beside, Figure, Precision, RoughDate, Script, Text
from sitegen.plaintext import paragraphs_of
from sitegen.renderer.controls import without_controls
from sitegen.renderer.csl import csl_json
from sitegen.renderer.linked_data import linked_data
from sitegen.renderer.lost import with_lost_marked
from sitegen.renderer.paragraphs import with_anchors
from sitegen.renderer.pictures import COLUMN, lost_html, picture_html

NOTHING = Markup()

LOCALES = {Script.HANS: "zh_CN", Script.HANT: "zh_TW", Script.HANT_TW: "zh_TW", Script.HANT_HK: "zh_HK"}
"""What Open Graph, which knows places and no scripts, calls a script."""

MEDIA_TYPES = {
    Beside.RIS: "application/x-research-info-systems",
    Beside.CSL: "application/vnd.citationstyles.csl+json",
    Beside.TEXT: "text/plain",
}
"""What each form of an article is called on the web."""

_encode = JSONEncoder(ensure_ascii=False).encode


def filters_of(script: Script) -> dict[str, Callable[..., Any]]:
    """What templates may call on the pages of a script, by the names that they call it."""
    return {
        "anchors": lambda body: Markup(with_anchors(body)),  # noqa: S704  # a body is markup already
        "csl": csl_json,
        "image": image,
        "json": as_json,
        "lang": partial(lang, script=script),
        "line": line,
        "linked_data": linked_data,
        "locale": LOCALES.__getitem__,
        "lost": lost,
        "media_type": MEDIA_TYPES.__getitem__,
        "minutes": reading_minutes,
        "numeral": numeral,
        "plain": lambda body: Markup(paragraphs_of(body)),  # noqa: S704  # a file of text shows every sign as it is
        "time": time_element,
        "day": day_element,
        "whole": lambda address, page: urljoin(page.canonical, address),
        "words": partial(words, script=script),
    }


def tests_of(script: Script) -> dict[str, Callable[..., bool]]:
    """What templates may ask of words on the pages of a script."""
    return {
        "foreign": lambda text: text.script is not script,
        "in_script": lambda text, other: text.script is other,
    }


def reading_minutes(characters: int) -> int:
    """Minutes to read so many 字, at 400 a minute and at least one."""
    return max(1, round(characters / 400))


def lang(text: Text, script: Script) -> Markup:
    """A `lang` for an element whose words stay in a script other than the page's."""
    return NOTHING if text.script is script else Markup(f' lang="{text.script}"')  # noqa: S704  # one of four


def words(text: Text, script: Script) -> Text | Markup:
    """Words, in an element of their own where they are in another script."""
    return text if text.script is script else Markup("<span{}>{}</span>").format(lang(text, script), text)


def time_element(date: RoughDate) -> Markup:
    """A date as people write it and as programs read it."""
    return Markup(f'<time datetime="{date.iso}">{date.chinese}</time>')  # noqa: S704  # numbers


def day_element(date: RoughDate) -> Markup:
    """A date in a list, where the hour would be noise."""
    return time_element(date.rougher(Precision.DAY))


def as_json(value: object) -> Markup:
    """Words as JSON."""
    return Markup(_encode(without_controls(str(value))))  # noqa: S704  # nothing but JSON takes it


def line(value: object) -> Markup:
    """Words on one line of a file that is no markup."""
    return Markup(" ".join(without_controls(str(value)).split()))  # noqa: S704  # every sign is shown as it is there


def lost(text: Text | Markup, says: str, *, imported: bool) -> Markup:
    """Words or markup in which each lost character shows as one."""
    return Markup(with_lost_marked(str(escape(text)), says, imported=imported))  # noqa: S704  # escaped


def image(figure: Figure, sizes: str = COLUMN, *, eager: bool = False, beside: bool = False) -> Markup:
    """A picture, or its words where it is lost; `eager` where it is seen at once, `sizes` how wide it is shown.

    One that stands `beside` words that say the same is passed over by a screen reader.
    """
    alt = escape("" if beside else str(figure.alt))
    if not figure.src:
        return Markup(lost_html(alt))  # noqa: S704  # escaped above
    return Markup(picture_html(figure, f' alt="{alt}"', sizes=sizes, is_early=eager))  # noqa: S704  # as above
