"""Read all of the content, or report every problem in every file at once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sitegen.errors import SitegenError, problems_in, raise_all
from sitegen.loader.addresses import read_addresses
from sitegen.loader.articles import read_article, read_note, read_page
from sitegen.loader.asking import ARTICLES, MEDIA, PAGES, Answer, Asked, Fetch, uses_of
from sitegen.loader.files import Inventory, take_inventory
from sitegen.loader.media import read_medium
from sitegen.loader.settings import Reading
from sitegen.loader.text import read_bytes
from sitegen.model import Address, Article, Content, Media, PlainPage, Source, TermNote


def load_content(reading: Reading, inventory: Inventory | None = None, *, fetch: Fetch | None = None) -> Content:
    """Read the articles, the pages, the words of terms and the files that they show.

    The `inventory` is taken where nobody has yet; `fetch` answers what is in the files.
    """
    fetch = fetch or (lambda asked: [answer(each, reading) for each in asked])
    inventory = inventory or take_inventory(reading.content, tuple(each.key for each in reading.taxonomies))
    problems = list(inventory.problems)
    sources = _without(problems, fetch(list(_asked_of(inventory))))
    addresses = _addresses(reading.site, problems)
    wanted = [Asked(MEDIA, inventory.media[file]) for file in sorted(_targets(sources) & inventory.media.keys())]
    raise_all(problems)
    media = tuple(_medium(each, answer) for each, answer in zip(wanted, fetch(wanted), strict=True))
    content = Content(
        articles=tuple(each for each in sources if isinstance(each, Article)),
        pages=tuple(each for each in sources if isinstance(each, PlainPage)),
        notes=tuple(each for each in sources if isinstance(each, TermNote)),
        media=media,
        addresses=addresses,
    )
    doubts = (warning for each in (*content.sources, *media) for warning in each.warnings)
    return replace(content, warnings=(*inventory.warnings, *doubts))


def _addresses(site: Path, problems: list[SitegenError]) -> tuple[Address, ...]:
    """The addresses that were published before; put the problems with the others."""
    try:
        return read_addresses(site)
    except (SitegenError, ExceptionGroup) as error:
        problems += problems_in(error)
        return ()


def answer(asked: Asked, reading: Reading, data: bytes | None = None) -> Answer:
    """Read one file, whose bytes may be at hand already; what is wrong with it is an answer too."""
    try:
        found = asked.found
        return _read(asked, reading, read_bytes(found.path_text, found.shown) if data is None else data)
    except (SitegenError, ExceptionGroup) as error:
        return problems_in(error)


def _read(asked: Asked, reading: Reading, data: bytes) -> Source | Media:
    match asked.kind:
        case "media":
            return read_medium(asked.found, data)
        case "articles":
            return read_article(asked.found, reading, data)
        case "pages":
            return read_page(asked.found, reading, data)
        case key:
            taxonomy = next(each for each in reading.taxonomies if each.key == key)
            return read_note(asked.found, taxonomy, reading, data)


def _asked_of(inventory: Inventory) -> Iterator[Asked]:
    yield from (Asked(ARTICLES, found) for found in inventory.articles)
    yield from (Asked(PAGES, found) for found in inventory.pages)
    yield from (Asked(kind, found) for kind, found in inventory.notes)


def _without(problems: list[SitegenError], answers: Iterable[Answer]) -> list[Source]:
    """Keep what could be read; put the problems with the others."""
    read: list[Source] = []
    for each in answers:
        if isinstance(each, tuple):
            problems += each
        elif not isinstance(each, Media):
            read.append(each)
    return read


def _medium(asked: Asked, answer: Answer) -> Media:
    """What a picture is; one that cannot be read is as good as a broken one."""
    if isinstance(answer, Media):
        return answer
    fault = answer[0].problem if isinstance(answer, tuple) else ""
    return Media(file=asked.found.shown, path=asked.found.on_disk, fault=fault)


def _targets(sources: Iterable[Source]) -> set[str]:
    """The files that something shows or links to."""
    return {file for source in sources for file, _ in uses_of(source)}
