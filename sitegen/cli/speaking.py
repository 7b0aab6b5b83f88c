"""Commands whose pages of help, and whose complaints, are in the language of the reader."""

import inspect
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any
from unicodedata import east_asian_width

import click

from sitegen.messages import message
from sitegen.translation import language_named, language_of, said, speak

NAME = "--lang"
SHOWN = ("en", "zh", "zh-Hant")
HELP = "Show this message and exit."
AS_IT_STANDS = "\b\n"
"""What begins a paragraph that is not to be filled, as click has it."""

REMARK = re.compile(r"(?<=\S) {2,}(\S.*)$", re.MULTILINE)
WORD = re.compile(r"[!-~]+|.")
NEVER_FIRST = "，。；：、）”"
MOSTLY_WIDE = 1.5
"""Columns a character, from which on a text is a Chinese one."""


class _Language(click.Choice[str]):
    """A language by any of its names; zh-TW is zh-Hant."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the name that we have for it."""
        language = language_named(value)
        return super().convert(language.replace("_", "-") if language else value, param, ctx)


def lang() -> click.Option:
    """The option that every command has; what it says is known before the others are read."""
    about = "Speak English or Chinese, in Simplified or Traditional (default: what LANG asks for)."
    return click.Option([NAME], type=_Language(SHOWN), expose_value=False, help=about)


def asked_for(arguments: Sequence[str]) -> str | None:
    """The language that a command line asks for, wherever it does.

    >>> asked_for(["build", "--lang", "zh"]), asked_for(["--lang=zh-TW", "build"]), asked_for([])
    ('zh', 'zh_Hant', None)
    """
    named = [
        each.partition("=")[2] if "=" in each else after
        for each, after in pairwise([*arguments, ""])
        if each.partition("=")[0] == NAME
    ]
    return language_named(named[-1]) if named else None


def paragraphs(help_text: str | None) -> list[str]:
    """The paragraphs of a page of help, each of which is one message."""
    return inspect.cleandoc(help_text or "").split("\n\n")


def is_example(paragraph: str) -> bool:
    """Whether a paragraph is one of commands, line by line."""
    return paragraph.startswith("\b")


def remarks(example: str) -> list[str]:
    """What is said beside the commands of an example: what stands behind several blanks.

    >>> remarks("sitegen serve     look at it")
    ['look at it']
    """
    return [match[1] for match in REMARK.finditer(example)]


def words(text: str | None) -> str:
    """Words of a page of help in the language of the reader."""
    return said(message(text)) if text else ""


class Command(click.Command):
    """A command that has a page of help in each language."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.params.append(lang())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, which click describes once for all."""
        option = super().get_help_option(ctx)
        if option:
            option.help = words(HELP)
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence."""
        first = words(paragraphs(self.help)[0])
        return (
            first.removesuffix(".").removesuffix("。") if len(first) <= 2 * limit else super().get_short_help_str(limit)
        )

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page without the options."""
        del ctx
        text = "\n\n".join(_paragraph(each, formatter.width - 2) for each in paragraphs(self.help))
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        with _translated(self.get_params(ctx)):
            super().format_options(ctx, formatter)


class Group(Command, click.Group):
    """The program, which finds out first which language to speak."""

    command_class = Command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Begin to understand a command line."""
        speak(asked_for(args) or language_of(os.environ))
        return super().make_context(info_name, args, parent, **extra)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands and the options."""
        with _translated(self.get_params(ctx)):
            click.Group.format_options(self, ctx, formatter)


@contextmanager
def _translated(params: Sequence[click.Parameter]) -> Iterator[None]:
    """Let options describe themselves in the language of the reader for a while."""
    before = {each: each.help for each in params if isinstance(each, click.Option)}
    for option, text in before.items():
        option.help = words(text)
    try:
        yield
    finally:
        for option, text in before.items():
            option.help = text


def _paragraph(text: str, width: int) -> str:
    if is_example(text):
        return REMARK.sub(lambda match: match[0].replace(match[1], words(match[1])), text)
    return _filled(words(text), width)


def _filled(text: str, width: int) -> str:
    """Break Chinese where a line is full, which click, for which a line breaks at blanks, would not."""
    if sum(map(_width, text)) < MOSTLY_WIDE * len(text):
        return text
    lines, column = [""], 0
    for word in WORD.findall(" ".join(text.split())):
        wide = sum(map(_width, word))
        if column + wide > width and word not in NEVER_FIRST:
            lines, column = [*lines, ""], 0
        lines[-1] += word if lines[-1] else word.lstrip()
        column += wide
    return AS_IT_STANDS + "\n".join(lines)


def _width(sign: str) -> int:
    return 2 if east_asian_width(sign) in "WF" else 1
