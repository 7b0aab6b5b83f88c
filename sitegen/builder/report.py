"""What a build did and what an editor should know of it."""

from dataclasses import dataclass
from datetime import datetime

from sitegen.builder.stale import Work
from sitegen.errors import Warn
from sitegen.model import LeftOut, Plan
from sitegen.writer import Published

NOTHING_LEFT_OUT = LeftOut()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did.

    `made` pairs each file that was made again with the reason; those whose bytes came out other than they were are
    `written`. `valid_until` is when an article falls due or expires, and another build would make another site.
    """

    pages: int
    made: tuple[tuple[str, str], ...] = ()
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    left_out: LeftOut = NOTHING_LEFT_OUT
    warnings: tuple[Warn, ...] = ()
    valid_until: datetime | None = None
    why_everything: str = ""


def report_on(plan: Plan, work: Work, done: Published, warnings: tuple[Warn, ...], why_everything: str) -> Report:
    """Sum a build up."""
    return Report(
        pages=sum(path.endswith((".html",)) for path in work.fingerprints),
        made=tuple((each.path, each.reason) for each in work.due),
        written=done.written,
        removed=done.removed,
        unchanged=len(work.fingerprints) - len(done.written),
        left_out=plan.left_out,
        warnings=warnings,
        valid_until=plan.valid_until,
        why_everything=why_everything,
    )
