"""Publish files as they are, and the lists of old addresses."""

from collections.abc import Iterable, Iterator

from sitegen.builder.assets import Asset, bytes_of
from sitegen.builder.inputs import Inputs
from sitegen.builder.leading import redirect_lists
from sitegen.builder.stale import Stale, Work
from sitegen.cache import digest_of
from sitegen.model import Copy, OutputFile, Plan
from sitegen.writer import Stage, Staged


def copies_due(plan: Plan, inputs: Inputs, stale: Stale, work: Work) -> Iterator[Copy]:
    """The files that may have changed since they were copied last, as far as the disk tells."""
    stamps = {copy.file: stamp for copy, stamp in inputs.static}
    stamps |= {each.on_disk: each.stamp for each in inputs.files}
    for copy in plan.copies:
        stamp = stamps.get(copy.file)
        sure = stamp is not None and inputs.is_settled(stamp)
        fingerprint = digest_of((copy.file, stamp)) if sure else b""
        if stale.is_due(copy.path, fingerprint, work):
            yield copy


def copied(plan: Plan, inputs: Inputs, stale: Stale, work: Work, stage: Stage) -> Iterator[Staged]:
    """Copy them."""
    for copy in copies_due(plan, inputs, stale, work):
        yield stage.put(OutputFile(path=copy.path, content=bytes_of(copy, inputs.site)))


def assets_due(assets: Iterable[Asset], stale: Stale, work: Work) -> Iterator[Asset]:
    """The style sheets and scripts that are not there under their content."""
    return (each for each in assets if stale.is_due(each.path, digest_of(each.path), work))


def assets_staged(assets: Iterable[Asset], stale: Stale, work: Work, stage: Stage) -> Iterator[Staged]:
    """Write them."""
    for each in assets_due(assets, stale, work):
        yield stage.put(OutputFile(path=each.path, content=each.content))


def redirects_due(plan: Plan, stale: Stale, work: Work) -> Iterator[OutputFile]:
    """The lists of old and new addresses for hosts and servers that read such lists, where they are others."""
    for path, lines in redirect_lists(plan).items():
        if stale.is_due(path, digest_of(lines), work):
            yield OutputFile(path=path, content=lines)


def redirects(plan: Plan, stale: Stale, work: Work, stage: Stage) -> Iterator[Staged]:
    """Write them."""
    return map(stage.put, redirects_due(plan, stale, work))
