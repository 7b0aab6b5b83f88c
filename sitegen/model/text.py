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


ISO = {
    Precision.YEAR: "{0:%Y}",
    Precision.MONTH: "{0:%Y-%m}",
    Precision.DAY: "{0:%Y-%m-%d}",
}
CHINESE = {
    Precision.YEAR: "{0.year}年",
    Precision.MONTH: "{0.year}年{0.month}月",
    Precision.DAY: "{0.year}年{0.month}月{0.day}日",
    Precision.MINUTE: "{0.year}年{0.month}月{0.day}日 {0:%H:%M}",
}


@dataclass(frozen=True, slots=True)
class RoughDate:
    """A date as exact as the source has it. `start` begins its period, in the site's zone."""

    start: datetime
    precision: Precision

    @property
    def iso(self) -> str:
        """The value of `<time datetime>`: 2023, 2023-06, 2023-06-12 or with time and zone."""
        form = ISO.get(self.precision)
        return form.format(self.start) if form else self.start.isoformat()

    @property
    def chinese(self) -> str:
        """The date as people write it, the same in every script: 2023年6月12日."""
        return CHINESE[self.precision].format(self.start)

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
