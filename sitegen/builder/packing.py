"""Smaller copies of what is published: which there are to be, and how they come among the files of the site."""

from collections.abc import Iterator, Sequence

from sitegen.builder.decided import Decided
from sitegen.builder.inputs import Inputs
from sitegen.builder.stale import Work
from sitegen.packing import Packing, refuse_what_is_missing
from sitegen.writer import Staged


def packing_of(decided: Decided, inputs: Inputs) -> Packing:
    """The copies that a site asks for; one that stands in static/ already is its owner's own."""
    refuse_what_is_missing(decided.compress)
    endings = tuple(f".{form}" for form in decided.compress)
    taken = frozenset(copy.path for copy, _ in inputs.static if copy.path.endswith(endings)) if endings else ()
    return Packing(decided.compress, frozenset(taken))


def with_copies(staged: Sequence[Staged], work: Work, packing: Packing) -> Iterator[Staged]:
    """Put the copies of what was made among the files of the site, and let those go that it has no more."""
    for each in staged:
        fingerprint = work.fingerprints[each.path]
        work.drop(each.path, packing)
        work.fingerprints |= {each.path: fingerprint, **{copy.path: fingerprint for copy in each.copies}}
        yield from (each, *each.copies)
