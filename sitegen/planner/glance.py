"""Show a term at a glance: its picture, from when until when, and the newest part of a series."""

from collections.abc import Iterable
from dataclasses import replace

from sitegen.model import LOST, Cover, Lead, Picture, Precision, Run, Span
from sitegen.planner.shelf import SERIES, Shelf, terms_of
from sitegen.planner.targets import targets_of
from sitegen.planner.taxonomy import Group
from sitegen.planner.words import NOTHING

LENDING = 12
"""Articles of a series that are asked for a picture where it has none of its own."""


def runs(shelf: Shelf, groups: Iterable[Group]) -> tuple[tuple[Run, Cover | None], ...]:
    """Several series, the one with the newest part first."""
    newest_first = sorted(groups, key=_newest, reverse=True)
    return tuple((_run(shelf, each), cover_of(shelf, picture_of(each))) for each in newest_first)


def running(shelf: Shelf, among: int, most: int) -> tuple[tuple[Run, Cover | None], ...]:
    """The series of which a part is `among` so many newest articles, at most so many of them."""
    since = len(shelf.standing) - among
    newest = sorted((group for group in terms_of(shelf.groups, SERIES) if group.places[-1] >= since), key=_newest)
    return runs(shelf, newest[: -most - 1 : -1])


def picture_of(group: Group) -> Picture | None:
    """The picture of a series: its own, else that of the first of its oldest articles that has one, whose caption is its own."""
    if group.note and group.note.cover:
        return group.note.cover
    lent = next((each.cover for each in group.articles[:LENDING] if each.cover), None)
    return replace(lent, caption=NOTHING) if lent else None


def cover_of(shelf: Shelf, picture: Picture | None) -> Cover | None:
    """A picture with the place of its file, as far as it is there and can be shown."""
    targets = targets_of(shelf, (), picture)
    if picture is None or not targets or targets[0][1].picture == LOST:
        return None
    return Cover(picture, targets[0][1])


def span_of(shelf: Shelf, group: Group) -> Span | None:
    """From which month until which the articles of a term are; None where no date is known."""
    dated = (at for at in group.places if shelf.standing[at].is_dated)
    dates = [shelf.articles[at].date for at in (next(dated, None), group.places[-1]) if at is not None]
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return Span(first.rougher(Precision.MONTH), last.rougher(Precision.MONTH)) if first and last else None


def _run(shelf: Shelf, group: Group) -> Run:
    newest: Lead = shelf.leads[shelf.standing[group.places[-1]].file]
    summary = group.note.summary if group.note else NOTHING
    return Run(group.lead, summary, len(group.places), span_of(shelf, group), newest)


def _newest(group: Group) -> int:
    return group.places[-1]
