"""A plan → every file that is due, made and waiting on the stage."""

from collections.abc import Iterable
from functools import partial

from sitegen.builder.archiving import archived
from sitegen.builder.cards import fonts_of
from sitegen.builder.copying import assets_staged, copied, redirects
from sitegen.builder.developing import developed
from sitegen.builder.forgetting import forget_cards
from sitegen.builder.gathering import Gathering, gathering_of
from sitegen.builder.hosting import headers_staged
from sitegen.builder.indexing import Indexing, indexing_of
from sitegen.builder.kitchen import Kitchen, cook, pack
from sitegen.builder.listing import listed
from sitegen.builder.machinery import machinery_of
from sitegen.builder.packing import with_copies
from sitegen.builder.planning import Planned
from sitegen.builder.session import Session
from sitegen.builder.sharding import indexed
from sitegen.builder.stale import Stale, Wanted, Work
from sitegen.cache import EntryRow, LineRow, digest_of
from sitegen.errors import SitegenError, raise_all
from sitegen.folder import program, template_folders
from sitegen.model import Plan
from sitegen.planner import views_of
from sitegen.writer import Stage, Staged


def staged_files(session: Session, planned: Planned, stage: Stage) -> tuple[Work, list[Staged]]:
    """Make every file that is due, and let it wait."""
    plan = planned.plan
    how = machinery_of(session, plan)
    stale = Stale(session.record, session.key, how, session.fingerprints, session.output, stage.packing)
    work = stale.begin()
    indexing, gathering = indexing_of(session, plan.facts), gathering_of(session, plan.facts)
    wanted: Iterable[Wanted] = stale.due(plan.sheets, views_of(plan.facts), work, indexing, gathering)
    if not planned.is_whole:
        wanted = list(wanted)
        stale.carry(work)
    staged = _cooked(session, wanted, len(plan.sheets), _kitchen(session, plan, stage), indexing, gathering)
    if planned.is_whole:
        staged += _no_pages(session, plan, stale, work, stage)
        forget_cards(plan, session.inputs.site, staged)
        _forget_others(planned, indexing, gathering)
    if gathering:
        staged += archived(session, plan.catalogue, plan.facts, gathering, stale, work, stage)
    if indexing:
        staged += indexed(session, plan.catalogue, indexing, stale, work, stage)
    if stage.packing.forms:
        staged = list(with_copies(staged, work, stage.packing))
    if session.config.facts.keeping.manifest:
        staged.append(listed(session, staged, stale, work, stage))
    return work, staged


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


def _no_pages(session: Session, plan: Plan, stale: Stale, work: Work, stage: Stage) -> list[Staged]:
    """What is made from no sheet: files of static/, lists of redirects, style sheets and scripts, pictures, rules for hosts."""
    staged = [*copied(plan, session.inputs, stale, work, stage), *redirects(plan, stale, work, stage)]
    staged += [*assets_staged(session.assets, stale, work, stage), *developed(session, plan, stale, work, stage)]
    if session.config.facts.keeping.headers:
        staged += headers_staged(plan, session.assets, stale, work, stage)
    return staged


def _forget_others(planned: Planned, indexing: Indexing | None, gathering: Gathering | None) -> None:
    """Keep nothing of articles that are gone."""
    files = {each.shown for each in planned.stock.inventory.articles}
    for each in (indexing, gathering):
        if each:
            each.forget_others(files)


def _cooked(
    session: Session,
    wanted: Iterable[Wanted],
    most: int,
    kitchen: Kitchen,
    indexing: Indexing | None,
    gathering: Gathering | None,
) -> list[Staged]:
    made: list[Staged] = []
    problems: dict[str, SitegenError] = {}
    results = session.workers.do(partial(cook, kitchen=kitchen), wanted, pack)
    for each in session.track("rendering", results, most):
        for one in each:
            if isinstance(one, SitegenError):
                problems[str(one)] = one
            elif isinstance(one, EntryRow):
                if indexing:
                    indexing.add(one)
            elif isinstance(one, LineRow):
                if gathering:
                    gathering.add(one)
            else:
                made.append(one)
    raise_all(list(problems.values()))
    for taker in (indexing, gathering):
        if taker:
            taker.flush()
    return made
