"""Publish files as they are, and the list of old addresses."""

import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.builder.inputs import Inputs
from sitegen.builder.stale import Stale, Work
from sitegen.cache import digest_of
from sitegen.errors import ContentError, Place
from sitegen.model import Copy, OutputFile, Plan
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
            yield stage.put(OutputFile(path=copy.path, content=_bytes(copy, inputs.site)))


def redirects(plan: Plan, stale: Stale, work: Work, stage: Stage) -> Iterator[Staged]:
    """Write old and new addresses for hosts that read such a list."""
    if plan.redirects:
        lines = "".join(f"{old} {new} 301\n" for old, new in plan.redirects).encode()
        if stale.is_due(REDIRECTS, digest_of(lines), work):
            yield stage.put(OutputFile(path=REDIRECTS, content=lines))


def _bytes(copy: Copy, site: Path) -> bytes:
    try:
        return (site / os.fsdecode(copy.file)).read_bytes()
    except OSError as error:
        raise ContentError(f"cannot be read: {error.strerror}", place=Place(copy.shown)) from error
