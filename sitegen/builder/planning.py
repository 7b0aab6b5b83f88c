"""Plan the site: around what changed, where that is enough, else all of it."""

from dataclasses import dataclass
from datetime import datetime

from sitegen.builder.loading import stock_of
from sitegen.builder.resuming import resume
from sitegen.builder.session import Session
from sitegen.builder.stock import Stock
from sitegen.model import Plan
from sitegen.planner import plan_site


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan made at `now`. Where it holds only sheets that edits may have touched, `gone` names the files that go."""

    plan: Plan
    now: datetime
    stock: Stock
    gone: frozenset[str] | None


def planned(session: Session) -> Planned:
    """Read what changed, and plan what it asks for."""
    stock, facts = stock_of(session)
    visibility = session.options.visibility(session.config.timezone)
    around = resume(session, stock, facts, visibility)
    if around is None:
        return planned_whole(session)
    return Planned(around.plan, visibility.now, stock, around.gone)


def planned_whole(session: Session) -> Planned:
    """Read what changed, and plan every page."""
    stock, facts = stock_of(session)
    visibility = session.options.visibility(session.config.timezone)
    copies = tuple(copy for copy, _ in session.inputs.static)
    return Planned(plan_site(stock.load(), facts, visibility, copies=copies), visibility.now, stock, None)
