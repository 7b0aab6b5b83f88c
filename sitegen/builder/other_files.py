"""A plan → what is made of no sheet: files of static/, lists of redirects, style sheets and scripts, pictures, rules for hosts."""

from sitegen.builder.copying import assets_staged, copied, redirects
from sitegen.builder.developing import developed
from sitegen.builder.hosting import headers_staged
from sitegen.builder.session import Session
from sitegen.builder.stale import Stale, Work
from sitegen.model import Plan
from sitegen.writer import Stage, Staged


def files_of_no_sheet(session: Session, plan: Plan, stale: Stale, work: Work, stage: Stage) -> list[Staged]:
    """What is made from no sheet: files of static/, lists of redirects, style sheets and scripts, pictures, rules for hosts."""
    staged = [*copied(plan, session.inputs, stale, work, stage), *redirects(plan, stale, work, stage)]
    staged += [*assets_staged(session.assets, stale, work, stage), *developed(session, plan, stale, work, stage)]
    if session.config.facts.keeping.headers:
        staged += headers_staged(plan, session.assets, stale, work, stage)
    return staged
