"""What an import makes of a file, before it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.messages import Message
from sitegen.model import Script


class Change(StrEnum):
    """The kinds of change that an import makes to a text; each can be left out."""

    READINGS = "readings"
    SCRIPT = "script"
    PUNCTUATION = "punctuation"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in a byline."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A text after its repair: how much of each kind was changed, and what an editor should look at."""

    text: str
    script: Script
    changes: Mapping[str, int] = field(default_factory=dict)
    review: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """An article as an editor would write it; `review` says what was not certain, `left_out` counts lines that were none of it."""

    title: str
    title_inferred: bool = False
    subtitle: str = ""
    date: str = ""
    series: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    authors: tuple[Person, ...] = ()
    sources: tuple[str, ...] = ()
    summary: str = ""
    paragraphs: tuple[str, ...] = ()
    script: Script = Script.HANS
    review: tuple[Message, ...] = ()
    left_out: int = 0
