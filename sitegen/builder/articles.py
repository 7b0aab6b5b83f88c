"""The articles of a site for whoever only asks about them: from the record where it is warm, and nothing is written."""

import time
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, json

from sitegen.builder.deciding import decide
from sitegen.builder.inputs import look
from sitegen.builder.reading import reading_of
from sitegen.builder.stock import Stock
from sitegen.builder.track import Track, silently
from sitegen.cache import Fingerprints, read_record
from sitegen.config import Config
from sitegen.errors import SitegenError
from sitegen.folder import RECORD, program
from sitegen.loader import ARTICLES, Asked
from sitegen.model import Article, Assignment
from sitegen.workers import Workers, collect_rarely


class Articles(NamedTuple):
    """The articles that could be read, and what is wrong with the others."""

    read: tuple[Article, ...]
    problems: tuple[SitegenError, ...]


class _Terms(Struct):
    """What a name is looked up in; the rest of an article is not made for it."""

    terms: tuple[tuple[str, tuple[Assignment, ...]], ...] = ()


def articles_of(config: Config, site: Path, *, track: Track = silently) -> Articles:
    """Read every article that has changed since the last build, and take the others from its record."""
    collect_rarely()
    reading = reading_of(decide(config, site), site)
    with read_record(site / RECORD, program()) as record, Workers() as workers:
        stock = Stock(
            record=record,
            inputs=look(site, time.time_ns()),
            reading=reading,
            workers=workers,
            track=track,
            fingerprints=Fingerprints(),
        )
        stock.recall()
        answers = list(stock.fetch([Asked(ARTICLES, each) for each in stock.inventory.articles]))
        wrong = [problem for each in answers if isinstance(each, tuple) for problem in each]
        return Articles(
            read=tuple(each for each in answers if isinstance(each, Article)),
            problems=(*stock.inventory.problems, *wrong),
        )


def known_names(site: Path, taxonomy: str) -> tuple[str, ...]:
    """The terms of a taxonomy as the last build knew them; nothing is read but its record."""
    with read_record(site / RECORD, program()) as record:
        noted = [json.decode(row.value, type=_Terms) for row in record.sources() if row.kind == ARTICLES]
    names = {str(each.path[-1].name) for row in noted for key, of_it in row.terms if key == taxonomy for each in of_it}
    return tuple(sorted(names))
