"""Words that know their script, and dates that know how rough they are."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from markupsafe import escape

from sitegen.model.script import Glossary, Script


@dataclass(frozen=True, slots=True)
class Text:
    """Words as somebody wrote them, and the script they are in.

    `value` may hold rules such as -{原样}-, which the renderer resolves. `fixed` words are else shown as
    written on every page; `glossary` holds what their author's glossaries say of the others. A template
    prints a Text like a string.
    """

    value: str
    script: Script
    fixed: bool = False
    glossary: Glossary = ()

    def __str__(self) -> str:
        return self.value

    def __html__(self) -> str:
        return escape(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)


class Precision(IntEnum):
    """How much of a date is known."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    MINUTE = 4


@dataclass(frozen=True, slots=True)
class RoughDate:
    """A date as exact as the source has it. `start` begins its period, in the site's zone."""

    start: datetime
    precision: Precision

    @property
    def iso(self) -> str:
        """The value of `<time datetime>`: 2023, 2023-06, 2023-06-12 or with time and zone."""
        start = self.start
        match self.precision:
            case Precision.MINUTE:
                return start.isoformat()
            case Precision.DAY:
                return f"{start.year:04}-{start.month:02}-{start.day:02}"
            case Precision.MONTH:
                return f"{start.year:04}-{start.month:02}"
            case Precision.YEAR:
                return f"{start.year:04}"

    @property
    def chinese(self) -> str:
        """The date as people write it, the same in every script: 2023年6月12日."""
        start = self.start
        match self.precision:
            case Precision.MINUTE:
                return f"{start.year}年{start.month}月{start.day}日 {start.hour:02}:{start.minute:02}"
            case Precision.DAY:
                return f"{start.year}年{start.month}月{start.day}日"
            case Precision.MONTH:
                return f"{start.year}年{start.month}月"
            case Precision.YEAR:
                return f"{start.year}年"

    def rougher(self, precision: Precision) -> "RoughDate":
        """The date of which no more than `precision` is told: 2023年6月 of 2023年6月12日."""
        known = min(self.precision, precision)
        start = self.start.replace(hour=0, minute=0, second=0, microsecond=0)
        start = start if known >= Precision.DAY else start.replace(day=1)
        return RoughDate(start if known >= Precision.MONTH else start.replace(month=1), known)

    @property
    def year(self) -> str:
        """Four digits."""
        return f"{self.start.year:04}"

    @property
    def month(self) -> str | None:
        """Two digits, or None where only the year is known."""
        return f"{self.start.month:02}" if self.precision >= Precision.MONTH else None

    @property
    def day(self) -> str | None:
        """Two digits, or None where the day is not known."""
        return f"{self.start.day:02}" if self.precision >= Precision.DAY else None


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when, as far as dates are known."""

    first: RoughDate
    last: RoughDate
