"""A sheet → the order to make files of it, and what making them needs besides, ready to go to another process."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from msgspec import json

from sitegen.builder.stale import Wanted
from sitegen.cache import EntryRow, LineRow
from sitegen.chinese import Orthography
from sitegen.errors import SitegenError
from sitegen.model import Masthead, Script, SiteFacts
from sitegen.pictures.faces import Fonts
from sitegen.writer import Stage, Staged


@dataclass(frozen=True, slots=True)
class Kitchen:
    """What making a file needs besides its sheet; small, since it is sent along with the work.

    `texts` is a digest of all templates: a process that lives longer than one build sees that they changed.
    """

    site: Path
    templates: tuple[Path, ...]
    texts: bytes
    program: str
    facts: SiteFacts
    mastheads: tuple[Masthead, ...]
    orthography: Orthography
    sanitised: bool
    stage: Stage
    fonts: tuple[tuple[Script, Fonts | None], ...] = ()


class Order(NamedTuple):
    """A sheet, as JSON, the scripts in which it is to be made, and whether its entry in the index and its line in the data are."""

    sheet: bytes
    scripts: tuple[Script, ...]
    is_entered: bool
    is_told: bool


RULE = b"-{"
SCRIPT = b'"script":"'
SIMPLIFIED = b'"script":"zh-Hans"'


class Spelled(NamedTuple):
    """How headings were spelled that nobody had spelled before."""

    slugs: tuple[tuple[str, str], ...]


Made = tuple[Staged | EntryRow | LineRow | Spelled, ...] | tuple[SitegenError, ...]
"""The files of one order, or what is wrong with them."""

_encode_sheet = json.Encoder().encode


def pack(wanted: Wanted) -> Order:
    """Make the order of what is wanted of a sheet."""
    return Order(_encode_sheet(wanted.sheet), tuple(wanted.scripts), wanted.is_entered, wanted.is_told)


def ready_script(sheet: bytes) -> Script | None:
    """The script that every word of a sheet, as JSON, is in: Simplified, like those of the plan, where no rule stands in any."""
    return Script.HANS if RULE not in sheet and sheet.count(SCRIPT) == sheet.count(SIMPLIFIED) else None
