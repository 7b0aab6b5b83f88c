"""The whole build, top to bottom: look, load, plan, see what is stale, render, publish, remember."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.builder.inputs import Inputs, look
from sitegen.builder.noting import with_lines
from sitegen.builder.options import Options
from sitegen.builder.report import Report
from sitegen.builder.shortcut import nothing_changed, remember
from sitegen.builder.track import Track, silently
from sitegen.cache import Record, blank_record, held, open_record
from sitegen.errors import raise_all
from sitegen.folder import RECORD, program
from sitegen.messages import Message
from sitegen.writer import check_folder


def build(
    site: Path,
    output: Path,
    options: Options,
    *,
    track: Track = silently,
    waiting: Callable[[Message], None] = lambda _who: None,
) -> Report:
    """Bring `output` up to date with the content of `site`.

    Everything is made before anything is published, so a failed build leaves the last good site. One build at a time
    works on a site: `waiting` is told who holds it up.
    """
    check_folder(output, site)
    site, output = Path(os.path.abspath(site)), Path(os.path.abspath(output))  # noqa: PTH100  # links stay as they are
    with held(site / RECORD, waiting), open_record(site / RECORD, program()) as record:
        if options.clean:
            record.clear()
        inputs = look(site, time.time_ns())
        done = nothing_changed(record, inputs, output, options)
        if done is None:
            done = _made(record, inputs, output, options, track)
            remember(
                record, replace(inputs, addresses=with_lines(inputs.addresses, done.addresses)), output, options, done
            )
        return done


def _made(record: Record, inputs: Inputs, output: Path, options: Options, track: Track) -> Report:
    """Make what is not as it should be; in a large site another process makes ready meanwhile."""
    from sitegen.builder.beside import MANY, make_ready_to_read
    from sitegen.workers import Workers

    with Workers(options.jobs, options.scheduler) as workers:
        if len(inputs.files) >= MANY:
            workers.begin_beside(make_ready_to_read)
        from sitegen.builder.making import make  # it brings all along that a site is planned with

        return make(record, inputs, output, options, track, workers)


def verified(site: Path, output: Path, options: Options, *, track: Track = silently) -> None:
    """Build from nothing into a folder of its own; an OutputError for every file that is not the same in `output`."""
    from sitegen.builder.making import make
    from sitegen.builder.verifying import differences
    from sitegen.workers import Workers

    with TemporaryDirectory(prefix="sitegen-verify-") as folder:
        fresh = Path(folder) / "public"
        with blank_record() as record, Workers(options.jobs, options.scheduler) as workers:
            make(
                record,
                look(site, time.time_ns()),
                fresh,
                replace(options, strict=False, in_place=True, dry_run=False, record=False),
                track,
                workers,
            )
        raise_all(list(differences(output, fresh)))
