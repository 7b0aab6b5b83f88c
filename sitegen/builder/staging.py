"""A plan → every file that is due, made and waiting on the stage."""

from collections.abc import Iterable, Sequence
from functools import partial

from sitegen.builder.archiving import archived
from sitegen.builder.cards import fonts_of
from sitegen.builder.gathering import Gathering, gathering_of
from sitegen.builder.indexing import Indexing, indexing_of
from sitegen.builder.kitchen import Kitchen, Made, Order, pack
from sitegen.builder.listing import listed
from sitegen.builder.machinery import machinery_of
from sitegen.builder.packing import with_copies
from sitegen.builder.planning import Planned
from sitegen.builder.session import Session
from sitegen.builder.sharding import indexed
from sitegen.builder.stale import Stale, Wanted, Work
from sitegen.builder.taking import Taking
from sitegen.cache import digest_of
from sitegen.folder import program, template_folders
from sitegen.model import Plan
from sitegen.planner import views_of
from sitegen.workers import FEW
from sitegen.writer import Stage, Staged


def staged_files(session: Session, planned: Planned, stage: Stage) -> tuple[Work, list[Staged]]:
    """Make every file that is due, and let it wait."""
    plan = planned.plan
    how = machinery_of(session, plan)
    stale = Stale(session.record, session.key, how, session.fingerprints, session.output, stage.packing)
    work = stale.begin()
    indexing, gathering = indexing_of(session, plan.facts), gathering_of(session, plan.facts)
    wanted: Iterable[Wanted] = stale.due(plan.sheets, views_of(plan.facts), work, indexing, gathering)
    others: list[Staged] = []
    if planned.is_whole:
        taking = Taking(_cooked(session, plan, wanted, stage), indexing, gathering)
        taking.take()
        others = _others(session, planned, stale, work, stage, taking.staged)
        _forget_others(planned, indexing, gathering)
    else:
        wanted = sorted(wanted, key=_gives_nothing)
        taking = Taking(_cooked(session, plan, wanted, stage), indexing, gathering)
        stale.carry(work)
        taking.take(None if len(wanted) >= FEW else sum(not _gives_nothing(each) for each in wanted))
    data = archived(session, plan.catalogue, plan.facts, gathering, stale, work, stage) if gathering else []
    index = indexed(session, plan.catalogue, indexing, stale, work, stage) if indexing else []
    taking.take()
    staged = [*taking.staged, *others, *data, *index]
    if stage.packing.forms:
        staged = list(with_copies(staged, work, stage.packing))
    if session.config.facts.keeping.manifest:
        staged.append(listed(session, staged, stale, work, stage))
    return work, staged


def _gives_nothing(wanted: Wanted) -> bool:
    """Whether index and data can do without what is made of a sheet, so that it may come last."""
    return not (wanted.is_entered or wanted.is_told)


def _cooked(session: Session, plan: Plan, wanted: Iterable[Wanted], stage: Stage) -> Iterable[Made]:
    """Have the files made of what is wanted."""
    results = session.workers.do(partial(cook, kitchen=_kitchen(session, plan, stage)), wanted, pack)
    return session.track("rendering", results, len(plan.sheets))


def cook(orders: Sequence[Order], kitchen: Kitchen) -> list[Made]:
    """Make the files of some sheets, in whatever process the work has come to."""
    from sitegen.builder.cooking import made_of  # it brings all along that pages are made with

    return made_of(orders, kitchen)


def _kitchen(session: Session, plan: Plan, stage: Stage) -> Kitchen:
    config, inputs = session.config, session.inputs
    return Kitchen(
        site=inputs.site,
        templates=tuple(template_folders(inputs.site)),
        texts=digest_of(inputs.templates),
        program=program(),
        facts=plan.facts,
        mastheads=plan.mastheads,
        orthography=config.orthography,
        sanitised=config.is_sanitised,
        stage=stage,
        fonts=tuple(fonts_of(config, inputs.site).items()),
    )


def _others(
    session: Session, planned: Planned, stale: Stale, work: Work, stage: Stage, made: Iterable[Staged]
) -> list[Staged]:
    """Make what is due of no sheet; a build after a few edits leaves it alone."""
    from sitegen.builder.forgetting import forget_cards
    from sitegen.builder.other_files import files_of_no_sheet

    staged = files_of_no_sheet(session, planned.plan, stale, work, stage)
    forget_cards(planned.plan, session.inputs.site, (*made, *staged))
    return staged


def _forget_others(planned: Planned, indexing: Indexing | None, gathering: Gathering | None) -> None:
    """Keep nothing of articles that are gone."""
    files = {each.shown for each in planned.stock.inventory.articles}
    for each in (indexing, gathering):
        if each:
            each.forget_others(files)
