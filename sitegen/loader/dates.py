"""Read a date as people write it, no more exact than it is."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from sitegen.fields import wrong
from sitegen.foreign import foreign
from sitegen.messages import message
from sitegen.model import Precision, RoughDate

DATE = re.compile(
    r"""
    (?P<year>[12]\d{3}) \s* (?:年|(?=[-/.]|$)) \s*
    (?: [-/.]? \s* (?P<month>\d{1,2}) \s* (?:月|(?=[-/.]|$)) \s*
        (?: [-/.]? \s* (?P<day>\d{1,2}) \s* (?:日|(?=[T\s]|$)) \s*
            (?: T? \s* (?P<hour>\d{1,2}) [:时時] (?P<minute>\d{1,2}) (?: [:分] (?P<second>\d{1,2})? (?:\.\d+)? 秒? )?
                \s* (?P<zone> Z | [+-]\d{2}:?\d{2} )? )? )? )?
    """,
    re.VERBOSE,
)
LONGEST = 40
"""Characters of a date with its time and zone; what is longer is none."""

SHAPE = (
    r"^\s*[1１2２][0-9０-９]{3}\s*(年|[-/.－／．]|$)\s*"
    r"([0-9０-９]{1,2}\s*(月|[-/.－／．]|$)\s*([0-9０-９]{1,2}\s*日?([T\s]\s*[0-9０-９:：时時分秒.Zz+-]+)?)?)?\s*$"
)
"""About what DATE reads, in the regular expressions of JSON Schema: no date that is read lacks it."""

DATED_NAME = re.compile(r"(\d{4}-\d{2}(?:-\d{2}(?!\d))?)(?:[-_ .]+(.*)|(?=[^\x00-\x7f])(.*))?")
"""A file's name that begins with a date, and what stands behind it."""

HINT = message("write it as 2024-03-05")
PRECISIONS = (Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.MINUTE)


def parse_date(text: str, zone: tzinfo) -> RoughDate:
    """Read 2023, 2023-06, 2023/6/12, 2023年6月12日, 2023-06-12 08:00, 2023-06-12T08:00:00+08:00.

    A time that names no zone is one of `zone`; one that does is put into it.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    match = DATE.fullmatch(plain) if len(plain) <= LONGEST else None
    if not match:
        raise wrong(message("{text!r} is not a date", text=text[:LONGEST]), HINT)
    known = [match["year"], match["month"], match["day"], match["hour"]]
    precision = PRECISIONS[sum(part is not None for part in known) - 1]
    try:
        start = datetime(*_numbers(match), tzinfo=_offset(match["zone"]) or zone)
    except ValueError as error:
        raise wrong(message("{text!r} is not a date: {error}", text=text, error=foreign(error)), HINT) from error
    return RoughDate(_in_whole_minutes(start.astimezone(zone)), precision)


def date_in_name(name: str, zone: tzinfo) -> tuple[RoughDate | None, str]:
    """Part 2023-06-12-spring into the date and the rest; a name that is only a date keeps it."""
    match = DATED_NAME.fullmatch(name)
    if not match:
        return None, name
    try:
        return parse_date(match[1], zone), match[2] or match[3] or match[1]
    except ValueError:  # 2023-13-45-spring is a name like any other
        return None, name


def _in_whole_minutes(start: datetime) -> datetime:
    """Fix the zone at its offset then; those before standard time had seconds, which no `<time>` may show."""
    offset = start.utcoffset() or timedelta()
    return start.replace(tzinfo=timezone(timedelta(minutes=round(offset / timedelta(minutes=1)))))


def _numbers(match: re.Match[str]) -> tuple[int, int, int, int, int, int]:
    year, month, day = int(match["year"]), int(match["month"] or 1), int(match["day"] or 1)
    return year, month, day, int(match["hour"] or 0), int(match["minute"] or 0), int(match["second"] or 0)


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours >= 24 or minutes >= 60:  # noqa: PLR2004  # of a day, of an hour
        raise ValueError("a zone lies within a day")
    return timezone(sign * timedelta(hours=hours, minutes=minutes))
