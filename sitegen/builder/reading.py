"""What reading a file depends on besides the file: the settings of a site and its glossary."""

from pathlib import Path

from sitegen.builder.decided import Decided
from sitegen.loader import Reading


def reading_of(decided: Decided, site: Path) -> Reading:
    """What reading a file of a site depends on besides the file."""
    facts = decided.facts
    return Reading(
        site=site,
        zone=decided.timezone,
        language=facts.language,
        taxonomies=facts.taxonomies,
        glossary=decided.glossary,
    )
