"""Read all of the content, or report every problem in every file at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from typing import TypeVar

from sitegen.chinese import slug_of
from sitegen.errors import ContentError, Place, SitegenError, leaves, raise_all
from sitegen.loader.articles import read_article, read_note, read_page
from sitegen.loader.files import Found, Inventory, take_inventory
from sitegen.loader.settings import Reading
from sitegen.loader.svg import why_active
from sitegen.model import Content, Media, PlainPage, Source

Item = TypeVar("Item")
Read = TypeVar("Read")


def load_content(reading: Reading, *, track: Callable[[list[Found]], Iterable[Found]] = iter) -> Content:
    """Read the articles, the pages, the words of terms and the files that they show.

    `track` is handed the articles to be read and may tell somebody as they go by.
    """
    by_key = {taxonomy.key: taxonomy for taxonomy in reading.taxonomies}
    inventory = take_inventory(reading.content, tuple(by_key))
    problems = list(inventory.problems)
    articles = _each(track(inventory.articles), lambda found: read_article(found, reading), problems)
    pages = _each(inventory.pages, lambda found: read_page(found, reading), problems)
    notes = _each(inventory.notes, lambda pair: read_note(pair[1], by_key[pair[0]], reading), problems)
    media = _each(_wanted((*articles, *pages, *notes), inventory), read_medium, problems)
    raise_all(problems)
    content = Content(articles=articles, pages=pages, notes=notes, media=media)
    doubts = (warning for each in content.sources for warning in each.warnings)
    return replace(content, warnings=(*inventory.warnings, *doubts))


def read_medium(found: Found) -> Media:
    """Name a picture by its content; refuse an SVG that could act in a reader's browser."""
    try:
        data = found.path.read_bytes()
    except OSError as error:
        raise ContentError(f"cannot be read: {error.strerror}", place=Place(found.shown)) from error
    ending = found.pure.suffix.lower()
    if ending == ".svg" and (reason := why_active(data)):
        hint = "save it as plain SVG, without scripts and outside references"
        raise ContentError(f"this picture is not safe to publish: {reason}", place=Place(found.shown), hint=hint)
    digest = blake2b(data, digest_size=5).hexdigest()
    name = f"{slug_of(found.pure.stem)}-{digest}{ending}"
    return Media(file=found.shown, path=found.on_disk, name=name)


def _each(items: Iterable[Item], read: Callable[[Item], Read], problems: list[SitegenError]) -> tuple[Read, ...]:
    """Read every item; what goes wrong with one is put with the other problems."""
    done: list[Read] = []
    for item in items:
        try:
            done.append(read(item))
        except (SitegenError, ExceptionGroup) as error:
            problems += [leaf for leaf in leaves(error) if isinstance(leaf, SitegenError)]
    return tuple(done)


def _wanted(items: Iterable[Source], inventory: Inventory) -> list[Found]:
    """The media that something shows or links to."""
    targets = {target for item in items for target in _targets(item)}
    return [inventory.media[file] for file in sorted(targets & inventory.media.keys())]


def _targets(item: Source) -> Iterator[str]:
    yield from (reference.target for reference in item.references)
    if not isinstance(item, PlainPage) and item.cover:
        yield item.cover.src.target
