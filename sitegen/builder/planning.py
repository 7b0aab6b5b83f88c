"""Plan the site: around what changed, where that is enough, else all of it."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sitegen.builder.reading import reading_of
from sitegen.builder.resuming import resume
from sitegen.builder.session import Session
from sitegen.builder.stock import Stock
from sitegen.model import Plan, SiteFacts
from sitegen.planner import plan_site


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan made at `now`, of the whole site or only of what edits may have touched."""

    plan: Plan
    now: datetime
    stock: Stock
    is_whole: bool


def _stock_of(session: Session) -> tuple[Stock, SiteFacts]:
    """What answers for the files of the content, and what the owner of the site decided."""
    stock = Stock(
        record=session.record,
        inputs=session.inputs,
        reading=reading_of(session.config, session.inputs.site),
        workers=session.workers,
        track=session.track,
        fingerprints=session.fingerprints,
    )
    return stock, session.config.facts


def planned(session: Session) -> Planned:
    """Read what changed, and plan what it asks for."""
    stock, facts = _stock_of(session)
    visibility = session.options.visibility(session.config.timezone)
    around = resume(session, stock, facts, visibility)
    if around is None:
        return planned_whole(session)
    return Planned(around, visibility.now, stock, is_whole=False)


def planned_whole(session: Session) -> Planned:
    """Read what changed, and plan every page."""
    from sitegen.builder.cooking import warm_up  # a build after a few edits does without

    stock, facts = _stock_of(session)
    visibility = session.options.visibility(session.config.timezone)
    copies = tuple(copy for copy, _ in session.inputs.static)
    content = stock.load()
    session.workers.prepare(partial(warm_up, facts, session.config.orthography))
    plan = plan_site(content, facts, visibility, copies=copies, assets=session.named_assets)
    return Planned(plan, visibility.now, stock, is_whole=True)
