"""What reading a file depends on besides the file: the settings of a site and its glossary."""

from dataclasses import replace
from pathlib import Path

from sitegen.builder.cards import cards_of
from sitegen.config import Config
from sitegen.loader import Reading, read_glossary
from sitegen.model import SiteFacts


def reading_of(config: Config, site: Path) -> tuple[Reading, SiteFacts]:
    """What reading a file depends on besides the file, and what the owner of the site decided."""
    glossary = read_glossary(site)
    facts = replace(config.facts(glossary.words), cards=cards_of(config, site))
    reading = Reading(
        site=site, zone=config.timezone, language=config.language, taxonomies=facts.taxonomies, glossary=glossary
    )
    return reading, facts
