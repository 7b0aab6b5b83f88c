"""The settings and the glossary of a site → what they come to for a build, from the record where both are as they were.

What reads them takes long to import, for a build that has little to do.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import DecodeError, json
from msgspec.structs import replace

from sitegen.builder.cards import with_cards
from sitegen.builder.decided import Decided
from sitegen.builder.inputs import Inputs
from sitegen.builder.options import Options
from sitegen.builder.session import Session
from sitegen.cache import Changes, Record, digest_of
from sitegen.folder import glossary_file, texts_of_settings

if TYPE_CHECKING:  # a build that knows what was decided reads no settings
    from sitegen.config import Config

DECIDED = "decided"
"""The record's key for what the settings and the glossary came to."""


def decide(config: "Config", site: Path) -> Decided:
    """Take from the settings what a build is to know, and read the glossary; raise what is wrong with that."""
    from sitegen.loader import read_glossary

    glossary = read_glossary(site)
    decided = Decided(
        facts=config.facts(glossary.words),
        topics=glossary.topics,
        zone=config.timezone.key,
        orthography=config.orthography,
        is_sanitised=config.is_sanitised,
        has_cards=config.cards.draw,
        font=config.cards.font,
        swaps=config.swaps,
        compress=config.compress,
        silence=config.silence,
        warnings=config.warnings,
    )
    return with_cards(decided, site)


def decided_by(record: Record, key: str, inputs: Inputs, options: Options) -> Decided:
    """What was decided for the last build of an output, where this one would read the same; else read it, and raise what is wrong."""
    return _known(record, key, inputs, options) or _read(inputs, options)


def note_decided(changes: Changes, session: Session) -> None:
    """Keep for the next build what was decided for this one, if it can be told what from."""
    key, noted = f"{DECIDED} {session.key}", json.encode(session.config)
    if session.config.made_from and session.record.fact(key) != noted:
        changes.note(key, noted)


def _known(record: Record, key: str, inputs: Inputs, options: Options) -> Decided | None:
    noted = record.fact(f"{DECIDED} {key}")
    try:
        decided = json.decode(noted, type=Decided) if noted else None
    except DecodeError:
        return None
    if decided is None or decided.made_from != _source(inputs, options) or not _can_be_read(decided, inputs):
        return None
    return with_cards(decided, inputs.site)


def _can_be_read(decided: Decided, inputs: Inputs) -> bool:
    """Whether reading would find nothing wrong now that was right then, though site.yaml and the glossary say the same."""
    site = inputs.site
    has_font = not decided.font or (site / decided.font).is_file()
    return has_font and (bool(inputs.glossary) or not glossary_file(site).exists()) and _has_zone(decided)


def _has_zone(decided: Decided) -> bool:
    try:
        return bool(decided.timezone)
    except (KeyError, ValueError, OSError):  # the machine knows it no more
        return False


def _read(inputs: Inputs, options: Options) -> Decided:
    from sitegen.config import read_config

    config = read_config(inputs.site, **({"base_url": options.base_url} if options.base_url else {}))
    decided = decide(config, inputs.site)
    is_same = texts_of_settings(inputs.site) == (inputs.settings, inputs.glossary)
    return replace(decided, made_from=_source(inputs, options)) if is_same else decided


def _source(inputs: Inputs, options: Options) -> bytes:
    """Tell apart all that settings are read from; a record of another program is never opened."""
    return digest_of((inputs.settings, inputs.glossary, os.fsencode(options.base_url or "")))
