"""Name the links and pictures of the content that lead to nothing."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from sitegen.errors import Place, Warn
from sitegen.model import AnySheet, Content, PlainPage, Reference, Source
from sitegen.planner.pictures import is_picture_file
from sitegen.planner.series import repeated_parts
from sitegen.planner.shelf import Shelf, terms_of
from sitegen.planner.urls import file_of, prefix_of


def warnings_of(shelf: Shelf, content: Content, sheets: tuple[AnySheet, ...]) -> tuple[Warn, ...]:
    """Everything an editor should look at in what is shown."""
    shown = [item for item in content.sources if _refers(item) and item.file in shelf.routes]
    written = _written(shelf, sheets) if shown else frozenset()
    found = [warn for item in shown for warn in _lost(item, shelf, written)]
    return (*content.warnings, *found, *repeated_parts(terms_of(shelf.groups, "series"), "series"))


def _written(shelf: Shelf, sheets: tuple[AnySheet, ...]) -> AbstractSet[str]:
    files = [file_of(sheet.route) for sheet in sheets]
    prefixes = ("", *(f"{prefix_of(script)}/" for script in shelf.facts.scripts[1:]))
    return {f"/{prefix}{file}" for prefix in prefixes for file in files} | shelf.copies


def _refers(item: Source) -> bool:
    return bool(item.references) or (not isinstance(item, PlainPage) and item.cover is not None)


def _lost(item: Source, shelf: Shelf, written: AbstractSet[str]) -> Iterator[Warn]:
    cover = () if isinstance(item, PlainPage) or not item.cover else (item.cover.src,)
    for reference in (*cover, *item.references):
        if not _is_there(reference.target, shelf, written):
            yield _warning(item.file, reference)
        elif (medium := shelf.media.get(reference.target)) and medium.fault:
            yield _broken(item.file, reference, medium.fault)


def _is_there(target: str, shelf: Shelf, written: AbstractSet[str]) -> bool:
    if target in shelf.media or target in shelf.routes or target in shelf.aliases:
        return True
    return target.startswith("/") and (target in written or f"/{file_of(target)}" in written)


def _warning(file: str, reference: Reference) -> Warn:
    return Warn(
        code="missing-picture" if is_picture_file(reference.target) else "broken-link",
        problem=f"{reference.written} leads to nothing",
        place=Place(file, reference.line),
        hint="write the path from this file, or from base_url with / before it",
    )


def _broken(file: str, reference: Reference, fault: str) -> Warn:
    return Warn(
        code="broken-picture",
        problem=f"{reference.written} cannot be shown: {fault}",
        place=Place(file, reference.line),
        hint="put a whole picture there; until then its words are shown",
    )
