"""Make the files of the archive as data that changed, year by year, and the description of them all."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple
from zlib import decompress

from msgspec import DecodeError, Struct, json

from sitegen.builder.describing import described, resource_of, year_file, years_of
from sitegen.builder.gathering import Gathering
from sitegen.builder.session import Session
from sitegen.builder.stale import Stale, Work
from sitegen.cache import digest_of, lines_in
from sitegen.dataset import Resource
from sitegen.messages import message
from sitegen.model import Catalogue, SiteFacts
from sitegen.model.archived import FORMS, PACKAGE, year_path
from sitegen.planner import WholePlanNeeded
from sitegen.writer import Stage, Staged

CHANGED = message("an article of this year changed")
OTHERS = message("the data that it tells of changed")
PER_PAGE = 8
"""Articles that are put into the files of a year in the time that a page takes."""


class YearNote(Struct):
    """A year as it was made: what tells its articles apart, and what is said of its files."""

    fingerprint: bytes
    files: tuple[Resource, ...]


class Task(NamedTuple):
    """A year that is to be made of the lines of its articles, from the oldest."""

    year: str
    lines: Path
    files: tuple[str, ...]


class Done(NamedTuple):
    """What came of it."""

    staged: tuple[Staged, ...]
    files: tuple[Resource, ...]


def archived(
    session: Session,
    catalogue: Catalogue,
    facts: SiteFacts,
    gathering: Gathering,
    stale: Stale,
    work: Work,
    stage: Stage,
) -> list[Staged]:
    """Make what differs from the data that is published, and say in `work` which files it has."""
    years = years_of(catalogue)
    if not gathering.known.keys() >= {file for files in years.values() for file in files}:
        raise WholePlanNeeded("nothing is known of what an article gives to the data")
    noted = _noted(session)
    now = {year: _fingerprint(files, gathering) for year, files in years.items()}
    due = [year for year in years if _is_due(year, now[year], noted, stale, work)]
    made = _made(session, [Task(year, gathering.lines.file, years[year]) for year in due], facts, stage)
    notes = {year: YearNote(now[year], made[year].files if year in made else noted[year].files) for year in years}
    work.data = json.encode(notes)
    staged = [each for done in made.values() for each in done.staged]
    return [*staged, *_described(notes, catalogue, facts, stale, work, stage)]


def _noted(session: Session) -> dict[str, YearNote]:
    noted = session.record.fact(f"{PACKAGE} {session.key}")
    try:
        return json.decode(noted, type=dict[str, YearNote]) if noted else {}
    except DecodeError:
        return {}


def _fingerprint(files: Sequence[str], gathering: Gathering) -> bytes:
    return digest_of((gathering.how, [gathering.known[file].digest for file in files]))


def _is_due(year: str, fingerprint: bytes, noted: Mapping[str, YearNote], stale: Stale, work: Work) -> bool:
    known = noted[year].fingerprint if year in noted else b""
    due = [stale.is_due(year_path(year, form), fingerprint, work, why=CHANGED if known else None) for form in FORMS]
    return any(due) or known != fingerprint


def _made(session: Session, tasks: Sequence[Task], facts: SiteFacts, stage: Stage) -> dict[str, Done]:
    """Make some years, each by one worker."""
    work = partial(carry_out, facts=facts, stage=stage)
    weight = max(1, sum(len(each.files) for each in tasks) // PER_PAGE // max(1, len(tasks)))
    results = session.workers.do(work, tasks, lambda each: each, weight=weight, here=True)
    done = session.track("data", results, len(tasks))
    return {task.year: each for task, each in zip(tasks, done, strict=True)}


def carry_out(tasks: Sequence[Task], facts: SiteFacts, stage: Stage) -> list[Done]:
    """Make the files of some years, and put them on the stage."""
    return [_year(each, facts, stage) for each in tasks]


def _year(task: Task, facts: SiteFacts, stage: Stage) -> Done:
    files = [year_file(task.year, form, _lines(task), facts) for form in FORMS]
    return Done(tuple(map(stage.put, files)), tuple(resource_of(each, len(task.files)) for each in files))


def _lines(task: Task) -> Iterator[bytes]:
    return map(decompress, lines_in(task.lines, task.files))


def _described(
    notes: Mapping[str, YearNote], catalogue: Catalogue, facts: SiteFacts, stale: Stale, work: Work, stage: Stage
) -> Iterator[Staged]:
    """What tells of all of the data, where it is another."""
    for file in described([each for note in notes.values() for each in note.files], catalogue, facts):
        if stale.is_due(file.path, digest_of(file.content), work, why=OTHERS):
            yield stage.put(file)
