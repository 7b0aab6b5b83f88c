"""What a build did and what an editor should know of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sitegen.errors import Warn
from sitegen.messages import Message
from sitegen.model import Address, LeftOut

NOTHING_LEFT_OUT = LeftOut()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did.

    `made` pairs each file that was made again with the reason; those whose bytes came out other than they were are
    `written`. `addresses` are the lines that were put into the record of those that were published. `valid_until` is when an article falls due or expires, and another build would make another site.
    """

    pages: int
    made: tuple[tuple[str, Message], ...] = ()
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    left_out: LeftOut = NOTHING_LEFT_OUT
    warnings: tuple[Warn, ...] = ()
    valid_until: datetime | None = None
    why_everything: Message | str = ""
    addresses: tuple[Address, ...] = ()


class Reasons(NamedTuple):
    """The files that are due, each with its reason, and the number of all files."""

    due: tuple[tuple[str, Message | str], ...]
    files: int
    why_everything: Message | str
