"""Make the files of pictures: each once, in several processes, kept in `.sitegen/pictures/` by the bytes that it is made of."""

import os
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from sitegen.builder.session import Session
from sitegen.builder.stale import Stale, Work
from sitegen.cache import Developed, digest_of
from sitegen.errors import ContentError, Place, SitegenError, problems_in, raise_all
from sitegen.loader import picture_digest, read_bytes
from sitegen.messages import message
from sitegen.model import Derived, Making, OutputFile, Plan
from sitegen.pictures import Unreadable
from sitegen.writer import Stage, Staged

WEIGHT = 100
"""Pages that are made in the time that a picture takes."""


CHANGED = message("changed while the site was being built")
AGAIN = message("build again")


class Negative(NamedTuple):
    """A picture of the content and the files that are due of it."""

    file: bytes
    wanted: tuple[Derived, ...]


Made = tuple[Staged, ...] | tuple[SitegenError, ...]
"""The files of one picture, or what is wrong with it."""


def developed(session: Session, plan: Plan, stale: Stale, work: Work, stage: Stage) -> Iterator[Staged]:
    """Make the files that are missing; the name of each says what it holds, so none is ever made again."""
    due = list(derived_due(plan, stale, work))
    negatives = [Negative(file, tuple(of_it)) for file, of_it in groupby(due, key=lambda each: each.file)]
    kept = Developed(session.inputs.site)
    make = partial(develop, site=session.inputs.site, kept=kept, stage=stage)
    results = session.workers.do(make, negatives, lambda each: each, weight=WEIGHT)
    problems: list[SitegenError] = []
    for each in session.track("pictures", results, len(negatives)):
        for one in each:
            if isinstance(one, SitegenError):
                problems.append(one)
            else:
                yield one
    raise_all(problems)
    if negatives:
        kept.forget_others({each.digest for each in plan.derived})


def derived_due(plan: Plan, stale: Stale, work: Work) -> Iterator[Derived]:
    """The files of pictures that are missing."""
    return (each for each in plan.derived if stale.is_due(each.path, _fingerprint(each), work))


def _fingerprint(derived: Derived) -> bytes:
    return digest_of((derived.digest, derived.making, derived.width))


def develop(negatives: Sequence[Negative], site: Path, kept: Developed, stage: Stage) -> list[Made]:
    """Make the files of some pictures, and put them on the stage."""
    return [_developed(each, site, kept, stage) for each in negatives]


def _developed(negative: Negative, site: Path, kept: Developed, stage: Stage) -> Made:
    shown = negative.wanted[0].shown
    try:
        data = read_bytes(f"{site}/{os.fsdecode(negative.file)}", shown)
        if picture_digest(data) != negative.wanted[0].digest:
            raise ContentError(CHANGED, place=Place(shown), hint=AGAIN)
        return tuple(
            [stage.put(OutputFile(path=each.path, content=_made(each, data, kept))) for each in negative.wanted]
        )
    except Unreadable as error:
        return (_no_smaller(error, shown),)
    except SitegenError as error:
        return problems_in(error)


def develop_one(wanted: Derived, site: Path) -> bytes:
    """The bytes of one file of a picture, kept for the next time; a SitegenError where they cannot be made."""
    data = read_bytes(f"{site}/{os.fsdecode(wanted.file)}", wanted.shown)
    if picture_digest(data) != wanted.digest:
        raise ContentError(CHANGED, place=Place(wanted.shown), hint=AGAIN)
    try:
        return _made(wanted, data, Developed(site))
    except Unreadable as error:
        raise _no_smaller(error, wanted.shown) from error


def _no_smaller(error: Unreadable, shown: str) -> ContentError:
    return ContentError(message("this picture cannot be made smaller: {error}", error=error.why), place=Place(shown))


def _made(wanted: Derived, data: bytes, kept: Developed) -> bytes:
    if wanted.path.endswith(".svg"):
        from sitegen.pictures.svg import clean

        return clean(data).data
    from sitegen.pictures.making import Wish, make, maker

    wish = Wish(wanted.making, wanted.width)
    if wanted.making is Making.WHOLE:  # that is mostly done without opening it
        return make(data, wish)
    key = f"{wanted.digest} {wish.making} {wish.width} {maker()}"
    return kept.get(key) or kept.keep(key, make(data, wish))
