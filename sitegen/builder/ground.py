"""What a plan stands on besides the content: the folder of the site at one moment, its settings, its style sheets, the time."""

import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.builder.assets import Asset, assets_of
from sitegen.builder.decided import Decided
from sitegen.builder.deciding import decide
from sitegen.builder.inputs import Inputs, look, look_at
from sitegen.builder.options import Options
from sitegen.builder.reading import reading_of
from sitegen.config import read_config
from sitegen.loader import Inventory, Reading, take_inventory
from sitegen.model import Copy, SiteFacts, Visibility

TRIES = 5
"""Looks at a folder from which files are being taken away meanwhile."""

FEW = 200
"""Changed files that are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a plan stands on besides the content."""

    inputs: Inputs
    config: Decided
    reading: Reading
    facts: SiteFacts
    visibility: Visibility
    assets: tuple[Asset, ...]
    inventory: Inventory

    @property
    def copies(self) -> tuple[Copy, ...]:
        """The files of static/."""
        return tuple(copy for copy, _ in self.inputs.static)

    @property
    def named_assets(self) -> tuple[tuple[str, str], ...]:
        """The name of each asset, and the path that its content gives it."""
        return tuple((each.name, each.path) for each in self.assets)


def ground_of(site: Path, options: Options, before: Ground | None = None, changed: Collection[str] = ()) -> Ground:
    """Look at the folder of a site; what is as it was `before` is not read again. Raise what is wrong with the settings.

    Where it is known that only a few files have `changed`, the others are not looked at.
    """
    inputs = _inputs(site, before, changed)
    if before and (inputs.settings, inputs.glossary) == (before.inputs.settings, before.inputs.glossary):
        config, reading = before.config, before.reading
    else:
        config = decide(read_config(site), site)
        reading = reading_of(config, site)
    assets = before.assets if before and before.inputs.static == inputs.static else assets_of(inputs)
    return Ground(
        inputs=inputs,
        config=config,
        reading=reading,
        facts=config.facts,
        visibility=options.visibility(config.timezone),
        assets=assets,
        inventory=_inventory(inputs, reading, before),
    )


def _inputs(site: Path, before: Ground | None, changed: Collection[str]) -> Inputs:
    now = time.time_ns()
    if before and 0 < len(changed) < FEW:
        with suppress(LookupError):
            return look_at(before.inputs, changed, now)
    for _ in range(TRIES):
        with suppress(FileNotFoundError, NotADirectoryError):
            return look(site, now)
    return look(site, now)


def _inventory(inputs: Inputs, reading: Reading, before: Ground | None) -> Inventory:
    """Say what each file is for; that depends on their names alone, unless one is a link."""
    same = before and before.reading.taxonomies == reading.taxonomies and _names(before.inputs) == _names(inputs)
    if before is None or not same or before.inventory.problems or any(each.is_link for each in inputs.files):
        return take_inventory(reading.content, tuple(each.key for each in reading.taxonomies), list(inputs.files))
    now, known = {each.name: each for each in inputs.files}, before.inventory
    return replace(
        known,
        articles=[now[each.name] for each in known.articles],
        pages=[now[each.name] for each in known.pages],
        notes=[(kind, now[each.name]) for kind, each in known.notes],
        media={file: now[each.name] for file, each in known.media.items()},
    )


def _names(inputs: Inputs) -> list[tuple[str, bool]]:
    return [(each.inside, each.is_file) for each in inputs.files]
