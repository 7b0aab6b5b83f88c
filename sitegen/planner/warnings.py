"""Name the links and pictures of the content that lead to nothing."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sitegen.errors import Place, Warn
from sitegen.messages import Message, message
from sitegen.model import ONCE, AnySheet, Content, PlainPage, Reference, Source
from sitegen.planner.pictures import is_picture_file
from sitegen.planner.series import repeated_parts
from sitegen.planner.shelf import Shelf, terms_of
from sitegen.planner.urls import file_of, prefix_of


class Lost(NamedTuple):
    """A link or picture that leads to nothing, and the file it is in; `fault` says why what is there cannot be shown."""

    file: str
    reference: Reference
    fault: Message | str = ""


def warnings_of(shelf: Shelf, content: Content, lost: Iterable[Lost]) -> tuple[Warn, ...]:
    """Everything an editor should look at in what is shown."""
    found = (warning(each) for each in lost)
    repeated = repeated_parts(terms_of(shelf.groups, "series"), "series")
    return audible((*content.warnings, *found, *repeated), content.sources)


def audible(warnings: Iterable[Warn], sources: Iterable[Source]) -> tuple[Warn, ...]:
    """Leave out what the file that a warning is about does not want to hear."""
    silence = {each.file: each.silence for each in sources if each.silence}
    return tuple(each for each in warnings if not (each.place and each.code in silence.get(each.place.file, ())))


def lost_in(shelf: Shelf, content: Content, sheets: tuple[AnySheet, ...]) -> tuple[Lost, ...]:
    """Find what leads to nothing."""
    shown = [item for item in content.sources if _refers(item) and item.file in shelf.routes]
    written = _written(shelf, sheets) if shown else frozenset()
    return tuple(each for item in shown for each in lost_of(item, shelf, written))


def _written(shelf: Shelf, sheets: tuple[AnySheet, ...]) -> AbstractSet[str]:
    of_script = [file_of(sheet.route) for sheet in sheets if not isinstance(sheet, ONCE)]
    prefixes = [f"{prefix_of(script)}/" for script in shelf.facts.scripts[1:]]
    below = {f"/{prefix}{file}" for prefix in prefixes for file in of_script}
    return below | {f"/{file_of(sheet.route)}" for sheet in sheets} | shelf.copies


def _refers(item: Source) -> bool:
    return bool(item.references) or (not isinstance(item, PlainPage) and item.cover is not None)


def lost_of(item: Source, shelf: Shelf, written: AbstractSet[str]) -> Iterator[Lost]:
    """Find what leads to nothing in one file; `written` are the files of the site, with a slash before them."""
    cover = () if isinstance(item, PlainPage) or not item.cover else (item.cover.src,)
    for reference in (*cover, *item.references):
        if not _is_there(reference.target, shelf, written):
            yield Lost(item.file, reference)
        elif (medium := shelf.media.get(reference.target)) and medium.fault:
            yield Lost(item.file, reference, medium.fault)


def _is_there(target: str, shelf: Shelf, written: AbstractSet[str]) -> bool:
    if target in shelf.media or target in shelf.routes or target in shelf.aliases:
        return True
    return target.startswith("/") and (target in written or f"/{file_of(target)}" in written)


def warning(lost: Lost) -> Warn:
    """Say where something leads to nothing."""
    file, reference, fault = lost
    if fault:
        return _broken(file, reference, fault)
    return Warn(
        code="missing-picture" if is_picture_file(reference.target) else "broken-link",
        problem=message("{written} leads to nothing", written=reference.written),
        place=Place(file, reference.line),
        hint=message("write the path from this file, or from base_url with / before it"),
    )


def _broken(file: str, reference: Reference, fault: Message | str) -> Warn:
    return Warn(
        code="broken-picture",
        problem=message("{written} cannot be shown: {fault}", written=reference.written, fault=fault),
        place=Place(file, reference.line),
        hint=message("put a whole picture there; until then its words are shown"),
    )
