"""Make what is stale, and nothing else."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from operator import methodcaller
from pathlib import Path

from sitegen.builder.assets import assets_of
from sitegen.builder.deciding import decided_by, note_decided
from sitegen.builder.inputs import Inputs
from sitegen.builder.known import output_key, shown_release
from sitegen.builder.listing import note_manifest
from sitegen.builder.noting import note_addresses, with_lines
from sitegen.builder.options import Options
from sitegen.builder.packing import packing_of
from sitegen.builder.planning import Planned, planned, planned_whole
from sitegen.builder.report import Report
from sitegen.builder.resuming import forget_plan, note_plan
from sitegen.builder.session import Session
from sitegen.builder.staging import staged_files
from sitegen.builder.stale import Work
from sitegen.builder.track import Track
from sitegen.cache import Fingerprints, PageRow, Record, open_entries, open_lines
from sitegen.errors import Warn, by_place, raise_all
from sitegen.messages import Message
from sitegen.model import INDEX, Plan
from sitegen.model.archived import PACKAGE
from sitegen.planner import WholePlanNeeded
from sitegen.workers import Workers
from sitegen.writer import Published, Stage, Staged, publish, publish_release, releases_folder


def make(record: Record, inputs: Inputs, output: Path, options: Options, track: Track, workers: Workers) -> Report:
    """Load, plan, make and publish."""
    config = decided_by(record, output_key(output, inputs.site), inputs, options)
    with ExitStack() as stack:
        entries = stack.enter_context(open_entries(record.folder))
        lines = stack.enter_context(open_lines(record.folder)) if config.facts.keeping.data else None
        if options.clean:
            entries.clear()
        if options.clean and lines:
            lines.clear()
        assets = assets_of(inputs)
        session = Session(
            inputs, record, output, options, config, workers, track, Fingerprints(), assets, entries, lines
        )
        return _make(session)


def _make(session: Session) -> Report:
    try:
        return _made(session, planned(session))
    except WholePlanNeeded:
        return _made(session, planned_whole(session))


def _made(session: Session, planned: Planned) -> Report:
    options, config, plan = session.options, session.config, planned.plan
    warnings = by_place(each for each in (*config.warnings, *plan.warnings) if each.code not in config.silence)
    raise_all([warning.as_error() for warning in warnings] if options.strict else [])
    swap = config.swaps and not options.in_place
    beside = releases_folder(session.output) if swap else None
    is_first = not session.output.exists()
    packing = packing_of(config, session.inputs)
    has_manifest = config.facts.keeping.manifest
    on_stage = _cleared(Stage(session.output, options.dry_run, beside, is_first, packing, has_manifest))
    with on_stage as stage, session.workers.ending_with_it():
        work, staged = staged_files(session, planned, stage)
        done = _published(session, planned, work, staged, stage)
    report = _report(plan, work, done, warnings, session.record.why_empty)
    return replace(report, addresses=plan.addresses if options.is_noted else ())


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


def _published(session: Session, planned: Planned, work: Work, staged: Sequence[Staged], stage: Stage) -> Published:
    """Publish; while files are being changed, the record knows nothing of them."""
    put = publish_release if stage.beside else publish
    if session.options.dry_run:
        return put(staged, work.fingerprints.keys(), stage)
    with session.record.changes() as changes:
        changes.forget(f"last {session.key}")
        forget_plan(changes, session)
        changes.forget_pages(session.key, work.unsure)
    done = put(staged, work.fingerprints.keys(), stage)
    if session.options.is_noted:
        session = _noted(session, planned)
    with session.record.changes() as changes:
        if not planned.is_whole:
            planned.stock.keep(changes)
        planned.stock.keep_spelled(changes)
        changes.note(f"machinery {session.key}", work.machinery)
        changes.note(f"release {session.key}", shown_release(session.output))
        changes.keep_pages(session.key, [PageRow(*each[:2], work.fingerprints[each.path]) for each in staged])
        note_decided(changes, session)
        note_plan(changes, session, planned.stock, planned.plan, planned.now)
        if work.index:
            changes.note(f"{INDEX} {session.key}", work.index)
        if work.data:
            changes.note(f"{PACKAGE} {session.key}", work.data)
        note_manifest(changes, session, staged)
    return done


def _noted(session: Session, planned: Planned) -> Session:
    """Put what is published now among the addresses of the site; the next build finds them so."""
    inputs, lines = session.inputs, planned.plan.addresses
    note_addresses(inputs.site, lines)
    return replace(session, inputs=replace(inputs, addresses=with_lines(inputs.addresses, lines)))


def _report(
    plan: Plan, work: Work, done: Published, warnings: tuple[Warn, ...], why_everything: Message | str
) -> Report:
    """Sum a build up."""
    return Report(
        pages=sum(map(methodcaller("endswith", ".html"), work.fingerprints)),
        made=tuple((each.path, each.reason) for each in work.due),
        written=done.written,
        removed=done.removed,
        unchanged=len(work.fingerprints) - len(done.written),
        left_out=plan.left_out,
        warnings=warnings,
        valid_until=plan.valid_until,
        why_everything=why_everything,
    )
