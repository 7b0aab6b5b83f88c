"""Compile the templates, their own words in the script of the page. The only module that knows Jinja2."""

import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from json import dumps
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.parse import quote, urljoin

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2 import TemplateError as JinjaError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from sitegen.chinese import Conversion, convert_html, numeral, script_of
from sitegen.errors import Place, TemplateError
from sitegen.messages import Message, message
from sitegen.model import Beside, Figure, RoughDate, Script, Text
from sitegen.plaintext import paragraphs_of
from sitegen.renderer.bytecode import Bytecode
from sitegen.renderer.controls import without_controls
from sitegen.renderer.csl import csl_json
from sitegen.renderer.linked_data import linked_data
from sitegen.renderer.lost import with_lost_marked
from sitegen.renderer.paragraphs import with_anchors
from sitegen.renderer.pictures import COLUMN, lost_html, picture_html

NOTHING = Markup()
SIGNS = re.compile("[&<>'\"]")

GAP = "\ufdd0"
"""Stands for whatever Jinja puts between two pieces of a template's own text; no text holds it."""

ASSETS = (".css", ".js")
"""Files that are named by their content."""

LOCALES = {Script.HANS: "zh_CN", Script.HANT: "zh_TW", Script.HANT_TW: "zh_TW", Script.HANT_HK: "zh_HK"}
"""What Open Graph, which knows places and no scripts, calls a script."""

MEDIA_TYPES = {
    Beside.RIS: "application/x-research-info-systems",
    Beside.CSL: "application/vnd.citationstyles.csl+json",
    Beside.TEXT: "text/plain",
}
"""What each form of an article is called on the web."""

FAULTS = (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
"""What a template's expressions can raise."""


class Assets(NamedTuple):
    """Where the files of static/ are: at the root under their names, style sheets and scripts where their content says."""

    root: str
    by_name: dict[str, str]

    def address(self, name: str) -> str:
        """The address of a file; a template that asks for a style sheet or script that is not there has a fault."""
        if name in self.by_name:
            return self.by_name[name]
        if name.endswith(ASSETS):
            close = get_close_matches(name, self.by_name, n=1)
            raise ValueError(_with_guess(message("there is no static/{name}", name=name), close))
        return self.root + quote(name)


NO_ASSETS = Assets("/", {})


class Templates:
    """The templates of the site before those of sitegen, for the pages of one script.

    Where `program` tells this program from any other, what was compiled is kept for its next start.
    """

    def __init__(
        self, folders: Sequence[Path], conversion: Conversion, program: str = "", assets: Assets = NO_ASSETS
    ) -> None:
        self._environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            autoescape=True,
            undefined=_Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=[_OwnWords],
            bytecode_cache=Bytecode(f"{program} {conversion!r}") if program else None,
            auto_reload=False,  # a renderer lives no longer than its templates
            cache_size=-1,  # all of them, in a plain dict: each page asks for several
        )
        self._environment.template_class = _Template
        self._environment.getattr = _quick_attribute(self._environment.getattr)  # type: ignore[method-assign,assignment]  # as below
        self._environment.extend(conversion=conversion)
        self._environment.filters.pop("random")  # the same page gives the same bytes
        self._environment.filters |= {"minutes": reading_minutes, "numeral": numeral}
        self._environment.tests["in_script"] = _is_in_script
        self._environment.tests["foreign"] = lambda text: text.script is not conversion.target
        self._environment.filters |= {
            "lang": partial(lang, script=conversion.target),
            "words": partial(words, script=conversion.target),
            "time": time_element,
            "lost": lost,
            "anchors": lambda body: Markup(with_anchors(body)),  # noqa: S704  # a body is markup already
            "image": image,
            "asset": _asset_filter(assets),
            "json": as_json,
            "linked_data": linked_data,
            "locale": LOCALES.__getitem__,
            "line": line,
            "media_type": MEDIA_TYPES.__getitem__,
            "plain": lambda body: Markup(paragraphs_of(body)),  # noqa: S704  # a file of text shows every sign as it is
            "csl": csl_json,
            "whole": lambda address, page: urljoin(page.canonical, address),
        }

    def render(self, name: str, **context: object) -> str:
        """Fill a template; a fault in it is told with the template's name and line."""
        try:
            return self._environment.get_template(name).render(**context)
        except TemplateSyntaxError as error:
            place = _place(error.name or name, error.lineno)
            raise TemplateError(str(error.message), place=place) from error
        except TemplateNotFound as error:
            hint = message("put it into templates/, or name another one")
            raise TemplateError(
                message("there is no template {name}", name=error.name), place=_place_in(error, name), hint=hint
            ) from error
        except UnicodeDecodeError as error:
            hint = message("save it as UTF-8")
            raise TemplateError(message("this is not UTF-8"), place=_place_in(error, name), hint=hint) from error
        except RecursionError as error:
            hint = message("look for one that includes or extends itself")
            raise TemplateError(
                message("the templates lead to one another without end"), place=_place_in(error, name), hint=hint
            ) from error
        except FAULTS as error:
            raise TemplateError(_words_of(error), place=_place_in(error, name)) from error


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


def as_json(value: object) -> Markup:
    """Words as JSON."""
    return Markup(dumps(without_controls(str(value)), ensure_ascii=False))  # noqa: S704  # nothing but JSON takes it


def line(value: object) -> Markup:
    """Words on one line of a file that is no markup."""
    return Markup(" ".join(without_controls(str(value)).split()))  # noqa: S704  # every sign is shown as it is there


def lost(text: Text | Markup, says: str, *, imported: bool) -> Markup:
    """Words or markup in which each lost character shows as one."""
    return Markup(with_lost_marked(str(escape(text)), says, imported=imported))  # noqa: S704  # escaped


def _asset_filter(assets: Assets) -> Callable[[Context, str], str]:
    """The filter for one site: with a context it is never worked out when a template is compiled, which other sites share."""

    @pass_context
    def asset(_context: Context, name: str) -> str:
        return assets.address(name)

    return asset


def image(figure: Figure, sizes: str = COLUMN, *, eager: bool = False, beside: bool = False) -> Markup:
    """A picture, or its words where it is lost; `eager` where it is seen at once, `sizes` how wide it is shown.

    One that stands `beside` words that say the same is passed over by a screen reader.
    """
    alt = escape("" if beside else str(figure.alt))
    if not figure.src:
        return Markup(lost_html(alt))  # noqa: S704  # escaped above
    return Markup(picture_html(figure, f' alt="{alt}"', sizes=sizes, is_early=eager))  # noqa: S704  # as above


def _is_in_script(text: Text, script: Script) -> bool:
    return text.script is script


def quick_escape(value: object) -> str:
    """Escape what a template prints, as markupsafe does: most of it is words without a sign to be escaped."""
    words = value.value if type(value) is Text else value
    if type(words) is str or type(words) is Script:
        return escape(words) if SIGNS.search(words) else words
    if type(words) is Markup:
        return words
    return str(words) if type(words) is int else escape(words)


def _quick_attribute(otherwise: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Get what a template asks for, as Jinja2 does; nearly always it is there."""

    def quick(obj: Any, attribute: str) -> Any:
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return otherwise(obj, attribute)

    return quick


class _Template(Template):
    """A template that begins and escapes quickly: what Jinja2 compiles looks `escape` up in its own module."""

    @classmethod
    def from_code(cls, environment: Environment, code: Any, globals: Any, uptodate: Any = None) -> Template:  # noqa: A002  # Jinja2's own name
        own = dict(globals)  # a chain of them would be copied for each page
        template = super().from_code(environment, code, own, uptodate)
        template.root_render_func.__globals__["escape"] = quick_escape
        return template


class _Missing(StrictUndefined):
    """A name that a template asks for in vain; the message says what there is instead."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint or self._undefined_obj is missing:
            return str(super()._undefined_message)
        kind = type(self._undefined_obj).__name__
        known = [name for name in dir(self._undefined_obj) if not name.startswith("_")]
        close = get_close_matches(str(self._undefined_name), known, n=1)
        problem = message("{kind} has no {name!r}", kind=kind, name=self._undefined_name)
        return _Told(_with_guess(problem, close))


class _OwnWords(Extension):
    """Converts the text of a template, and the words in its expressions, when it is compiled."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        tokens = list(stream)
        data = GAP.join(str(token.value) for token in tokens if token.type == "data")
        conversion = self._conversion(data)
        converted = iter(convert_html(data, conversion).split(GAP))
        for token in tokens:
            match token.type:
                case "data":
                    yield Token(token.lineno, "data", next(converted))
                case "string":
                    yield Token(token.lineno, "string", conversion.text(str(token.value)))
                case _:
                    yield token

    def _conversion(self, data: str) -> Conversion:
        """Convert from the script that the template is written in, to that of the pages."""
        conversion: Conversion = self.environment.conversion  # type: ignore[attr-defined]
        return replace(conversion, source=script_of(data) or conversion.source)


class _Told(str):
    """A message that goes through Jinja2 as text."""

    __slots__ = ("words",)

    words: Message

    def __new__(cls, words: Message) -> Self:
        told = super().__new__(cls, words)
        told.words = words
        return told


def _with_guess(problem: Message, close: Sequence[str]) -> Message:
    return message("{problem}; did you mean {close!r}?", problem=problem, close=close[0]) if close else problem


def _words_of(error: Exception) -> Message | str:
    """What a fault of a template says, as a message where it is one of ours."""
    words = error.args[0] if error.args else ""
    if isinstance(words, _Told):
        return words.words
    return words if isinstance(words, Message) else str(error)


def _place_in(error: Exception, name: str) -> Place:
    """Find the line of the innermost template; Jinja2 rewrites tracebacks to have it."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [
        frame
        for frame in frames
        if frame.filename.endswith((".html", ".xml", ".json", ".txt", ".ris")) or frame.name == "template"
    ]
    return _place(Path(inside[-1].filename).name, inside[-1].lineno) if inside else _place(name, None)


def _place(name: str, line: int | None) -> Place:
    return Place(f"templates/{name}", line)
