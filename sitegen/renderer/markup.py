"""Turn the body of an article into HTML. The only module that knows Python-Markdown."""

from functools import cache, partial
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import SimpleTextInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from sitegen.chinese import convert, escaped, script_of, slug_of
from sitegen.model import Script
from sitegen.renderer.breaks import join_wide_lines
from sitegen.renderer.elements import ChineseElements
from sitegen.renderer.simple import simple_to_html

ESCAPED_RULE = r"(\\-\{)"
IDEOGRAPHIC_SPACE = "\u3000"
BACK = "回到正文"


def plain_to_html(text: str) -> str:
    r"""Make a paragraph of every line that is not empty; nothing in it is markup.

    >>> plain_to_html("\u3000\u3000一\n二 < 三")
    '<p>一</p>\n<p>二 &lt; 三</p>'
    """
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(f"<p>{escaped(escape(line, quote=False))}</p>" for line in lines if line)


def simple_markdown_to_html(text: str, script: Script) -> str | None:
    """Render Markdown that needs no library and no sanitiser; None where it may."""
    return simple_to_html(text, partial(_anchor, script=script))


def markdown_to_html(text: str, script: Script) -> str:
    """Render Markdown; `script` is what heading ids are put into Simplified from."""
    try:
        return _markdown(script).reset().convert(text)
    except BaseException:
        _markdown.cache_clear()  # the library does not find back to its beginning
        raise


def _anchor(heading: str, _separator: str = "-", *, script: Script) -> str:
    return slug_of(convert(heading, script_of(heading) or script, Script.HANS))


@cache
def _markdown(script: Script) -> Markdown:
    anchor = partial(_anchor, script=script)
    return Markdown(
        output_format="html",
        extensions=[
            "fenced_code",
            "def_list",
            "sane_lists",
            TableExtension(use_align_attribute=True),
            FootnoteExtension(BACKLINK_TITLE=BACK + " {}", BACKLINK_TEXT="↩︎"),
            TocExtension(slugify=anchor),
            _Chinese(),
        ],
    )


class _Chinese(Extension):
    """What Chinese text and this house need of Markdown besides the usual."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's own name
        md.inlinePatterns.register(SimpleTextInlineProcessor(ESCAPED_RULE), "escaped-rule", 185)  # before other escapes
        md.preprocessors.register(_IndentedParagraphs(md), "indented", 15)  # after code is put away
        md.treeprocessors.register(ChineseElements(md), "chinese", 15)  # after inline, before the ids
        md.treeprocessors.register(_WideLines(md), "wide-lines", 12)


class _IndentedParagraphs(Preprocessor):
    """A line that begins with 　　 begins a paragraph, also where no empty line is before it."""

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        for line in lines:
            if line.startswith(IDEOGRAPHIC_SPACE):
                out += ["", line.lstrip(IDEOGRAPHIC_SPACE + " ")]
            else:
                out.append(line)
        return out


class _WideLines(Treeprocessor):
    """A line break between two wide characters is no space."""

    def run(self, root: Element) -> None:
        join_wide_lines(root)
