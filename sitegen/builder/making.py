"""Make what is stale, and nothing else."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from sitegen.builder.assets import Asset, assets_of
from sitegen.builder.copying import assets_staged, copied, redirects
from sitegen.builder.developing import developed
from sitegen.builder.inputs import Inputs, program, template_folders
from sitegen.builder.kitchen import Kitchen, cook, pack
from sitegen.builder.known import shown_release
from sitegen.builder.loading import load
from sitegen.builder.machinery import machinery
from sitegen.builder.options import Options
from sitegen.builder.report import Report
from sitegen.builder.session import Session
from sitegen.builder.stale import Stale, Work
from sitegen.builder.track import Track
from sitegen.cache import Fingerprints, PageRow, Record, digest_of
from sitegen.config import Publishing, RawHtml, read_config
from sitegen.errors import SitegenError, Warn, raise_all
from sitegen.model import Plan
from sitegen.planner import plan_site, views_of
from sitegen.workers import Workers
from sitegen.writer import Published, Stage, Staged, publish, publish_release, releases_folder


def make(record: Record, inputs: Inputs, output: Path, options: Options, track: Track) -> Report:
    """Load, plan, make and publish."""
    config = read_config(inputs.site, **({"base_url": options.base_url} if options.base_url else {}))
    with Workers(options.jobs, options.scheduler) as workers:
        session = Session(inputs, record, output, options, config, workers, track, Fingerprints())
        return _make(session)


def _make(session: Session) -> Report:
    options, config, inputs = session.options, session.config, session.inputs
    content, facts = load(session)
    visibility = options.visibility(config.timezone)
    assets = assets_of(inputs)
    named = tuple((each.name, each.path) for each in assets)
    plan = plan_site(content, facts, visibility, copies=tuple(copy for copy, _ in inputs.static), assets=named)
    warnings = (*config.warnings, *plan.warnings)
    raise_all([warning.as_error() for warning in warnings] if options.strict else [])
    swap = config.publish is Publishing.SWAP and not options.in_place
    beside = releases_folder(session.output) if swap else None
    with _cleared(Stage(session.output, dry_run=options.dry_run, beside=beside)) as stage:
        work, staged = _staged(session, plan, assets, stage)
        done = _published(session, work, staged, stage)
    return _report(plan, work, done, warnings, session.record.why_empty)


@contextmanager
def _cleared(stage: Stage) -> Iterator[Stage]:
    """Begin with an empty stage, and leave none behind."""
    was_there = stage.output.exists()
    stage.clear()
    try:
        yield stage
    finally:
        stage.clear()
        for folder in [*([] if was_there else [stage.output]), *([stage.beside] if stage.beside else [])]:
            with suppress(OSError):  # it holds something now
                folder.rmdir()


def _staged(session: Session, plan: Plan, assets: Sequence[Asset], stage: Stage) -> tuple[Work, list[Staged]]:
    """Make every file that is due, and let it wait."""
    config, inputs, record = session.config, session.inputs, session.record
    settings = config.orthography, config.raw_html is RawHtml.SANITISE
    how = machinery(inputs, record, plan.facts, plan.mastheads, settings)
    stale = Stale(record, session.key, how, session.fingerprints, session.output)
    work = stale.work(plan.sheets, views_of(plan.facts))
    folders = tuple(template_folders(inputs.site))
    kitchen = Kitchen(
        inputs.site, folders, digest_of(inputs.templates), program(), plan.facts, plan.mastheads, *settings, stage
    )
    staged = [
        *_cooked(session, work, kitchen),
        *copied(plan, inputs, stale, work, stage),
        *assets_staged(assets, stale, work, stage),
        *developed(session, plan, stale, work, stage),
    ]
    return work, [*staged, *redirects(plan, stale, work, stage)]


def _cooked(session: Session, work: Work, kitchen: Kitchen) -> list[Staged]:
    made: list[Staged] = []
    problems: dict[str, SitegenError] = {}
    results = session.workers.do(partial(cook, kitchen=kitchen), work.orders, pack)
    for each in session.track("rendering", results, len(work.orders)):
        for one in each:
            if isinstance(one, SitegenError):
                problems[str(one)] = one
            else:
                made.append(one)
    raise_all(list(problems.values()))
    return made


def _published(session: Session, work: Work, staged: Sequence[Staged], stage: Stage) -> Published:
    """Publish; while files are being changed, the record knows nothing of them."""
    put = publish_release if stage.beside else publish
    if session.options.dry_run:
        return put(staged, work.fingerprints.keys(), stage)
    with session.record.changes() as changes:
        changes.forget(f"last {session.key}")
        changes.forget_pages(session.key, work.unsure)
    done = put(staged, work.fingerprints.keys(), stage)
    with session.record.changes() as changes:
        changes.note(f"machinery {session.key}", work.machinery)
        changes.note(f"release {session.key}", shown_release(session.output))
        changes.keep_pages(session.key, [PageRow(*each[:2], work.fingerprints[each.path]) for each in staged])
    return done


def _report(plan: Plan, work: Work, done: Published, warnings: tuple[Warn, ...], why_everything: str) -> Report:
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
