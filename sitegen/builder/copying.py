"""Publish files as they are, and the list of old addresses."""

from collections.abc import Iterable, Iterator

from sitegen.builder.assets import Asset, bytes_of
from sitegen.builder.inputs import Inputs
from sitegen.builder.stale import Stale, Work
from sitegen.cache import digest_of
from sitegen.model import OutputFile, Plan
from sitegen.writer import Stage, Staged

REDIRECTS = "_redirects"


def copied(plan: Plan, inputs: Inputs, stale: Stale, work: Work, stage: Stage) -> Iterator[Staged]:
    """Copy what may have changed since it was copied last, as far as the disk tells."""
    stamps = {copy.file: stamp for copy, stamp in inputs.static}
    stamps |= {each.on_disk: each.stamp for each in inputs.files}
    for copy in plan.copies:
        stamp = stamps.get(copy.file)
        sure = stamp is not None and inputs.is_settled(stamp)
        fingerprint = digest_of((copy.file, stamp)) if sure else b""
        if stale.is_due(copy.path, fingerprint, work):
            yield stage.put(OutputFile(path=copy.path, content=bytes_of(copy, inputs.site)))


def assets_staged(assets: Iterable[Asset], stale: Stale, work: Work, stage: Stage) -> Iterator[Staged]:
    """Write style sheets and scripts under their content."""
    for each in assets:
        if stale.is_due(each.path, digest_of(each.path), work):
            yield stage.put(OutputFile(path=each.path, content=each.content))


def redirects(plan: Plan, stale: Stale, work: Work, stage: Stage) -> Iterator[Staged]:
    """Write old and new addresses for hosts that read such a list."""
    if plan.redirects:
        lines = "".join(f"{old} {new} 301\n" for old, new in plan.redirects).encode()
        if stale.is_due(REDIRECTS, digest_of(lines), work):
            yield stage.put(OutputFile(path=REDIRECTS, content=lines))
