"""Read the content, and what the settings and the glossary say of the site as a whole."""

import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.builder.assets import assets_among
from sitegen.builder.deciding import decide
from sitegen.builder.fetched import weight_of
from sitegen.builder.inputs import look
from sitegen.builder.reading import reading_of
from sitegen.builder.stock import Stock
from sitegen.builder.track import silently
from sitegen.cache import Fingerprints, read_record
from sitegen.folder import RECORD, look_at_static, program
from sitegen.loader import Answer, Asked, Reading, answer, load_content
from sitegen.model import Content, Copy, Plan, SiteFacts, Visibility
from sitegen.planner import plan_site
from sitegen.workers import Workers

if TYPE_CHECKING:  # a build knows what the last one decided
    from sitegen.config import Config


def load_known(config: "Config", site: Path) -> tuple[Content, SiteFacts]:
    """Read what has changed since the last build, take the rest from its record, and write nothing."""
    decided = decide(config, site)
    reading = reading_of(decided, site)
    with read_record(site / RECORD, program()) as record, Workers() as workers:
        stock = Stock(record, look(site, time.time_ns()), reading, workers, silently, Fingerprints())
        stock.recall()
        return load_content(reading, stock.inventory, fetch=stock.fetch), decided.facts


def load_afresh(config: "Config", site: Path) -> tuple[Content, SiteFacts]:
    """Read everything, and remember nothing."""
    decided = decide(config, site)
    reading = reading_of(decided, site)
    with Workers() as workers:

        def fetch(asked: Sequence[Asked]) -> Iterator[Answer]:
            return workers.do(partial(_answers, reading=reading), asked, lambda each: each, weight=weight_of(asked))

        return load_content(reading, fetch=fetch), decided.facts


def _answers(asked: Sequence[Asked], reading: Reading) -> list[Answer]:
    return [answer(each, reading) for each in asked]


def plan_afresh(content: Content, facts: SiteFacts, site: Path, visibility: Visibility) -> Plan:
    """Decide on every page of what was loaded."""
    copies = tuple(Copy(path=path, file=file) for path, file, _ in look_at_static(site))
    assets = tuple((each.name, each.path) for each in assets_among(copies, site))
    return plan_site(content, facts, visibility, copies=copies, assets=assets)
