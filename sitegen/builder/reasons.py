"""Find out why `sitegen build` would make files again, without making any; those of the search index are told by their making alone."""

import time
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from sitegen.builder.assets import assets_of
from sitegen.builder.copying import assets_due, copies_due, redirects_due
from sitegen.builder.deciding import decide
from sitegen.builder.developing import derived_due
from sitegen.builder.inputs import look
from sitegen.builder.machinery import machinery_of
from sitegen.builder.options import Options
from sitegen.builder.packing import packing_of
from sitegen.builder.planning import planned_whole
from sitegen.builder.report import Reasons
from sitegen.builder.session import Session
from sitegen.builder.stale import Stale
from sitegen.builder.track import silently
from sitegen.cache import Fingerprints, held, open_entries, open_record
from sitegen.config import read_config
from sitegen.folder import RECORD, program
from sitegen.planner import views_of
from sitegen.workers import Workers


def reasons(site: Path, output: Path, options: Options) -> Reasons:
    """Compare what would be planned with what was made last in `output`; raise what is wrong with the content."""
    config = decide(read_config(site), site)
    folder = site / RECORD
    with ExitStack() as stack:
        stack.enter_context(held(folder, lambda _who: None))
        record = stack.enter_context(open_record(folder, program()))
        entries = stack.enter_context(open_entries(record.folder))
        workers = stack.enter_context(Workers(jobs=1))
        inputs = look(site, time.time_ns())
        session = Session(
            inputs, record, output, options, config, workers, silently, Fingerprints(), assets_of(inputs), entries
        )
        plan = planned_whole(session).plan
        stale = Stale(
            record, session.key, machinery_of(session, plan), session.fingerprints, output, packing_of(config, inputs)
        )
        work = stale.begin()
        others = (
            copies_due(plan, inputs, stale, work),
            redirects_due(plan, stale, work),
            assets_due(session.assets, stale, work),
        )
        for _ in chain(stale.due(plan.sheets, views_of(plan.facts), work), *others, derived_due(plan, stale, work)):
            pass  # what is due is noted in the work as it goes by
        return Reasons(tuple((each.path, each.reason) for each in work.due), len(work.fingerprints), record.why_empty)
