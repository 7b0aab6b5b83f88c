"""Find addresses that two things want, over all that will be written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from sitegen.errors import Place, PlanError
from sitegen.messages import message
from sitegen.model import (
    INDEX,
    ONCE,
    AnySheet,
    ArticleSheet,
    Content,
    Copy,
    Derived,
    MovedSheet,
    ProseSheet,
    RedirectSheet,
    TombstoneSheet,
)
from sitegen.model.address import RECORD
from sitegen.model.archived import MANIFEST, data_paths
from sitegen.planner.dates import year_of
from sitegen.planner.shelf import Shelf, place_of_aliases
from sitegen.planner.urls import MAPS, REDIRECTS, alias_route, alike_path, file_of, prefix_of

Claim = tuple[str, Place | None]
ASKED_FOR = (ArticleSheet, TombstoneSheet, ProseSheet, RedirectSheet, MovedSheet)
"""Kinds of pages whose addresses the content asks for; the others sitegen makes itself."""


def collisions(
    shelf: Shelf,
    content: Content,
    sheets: Iterable[AnySheet],
    copies: Iterable[Copy | Derived],
    assets: Iterable[tuple[str, str]] = (),
) -> tuple[PlanError, ...]:
    """Name every address that is wanted twice, also by names that differ only in case or form.

    Many file systems cannot tell those apart, and no file can also be a folder.
    """
    wanted: dict[str, list[Claim]] = defaultdict(list)
    sheets = tuple(sheets)
    for path, place in _claims(shelf, content, sheets, copies):
        wanted[alike_path(path)].append((path, place))
    for name, path in assets:
        wanted[alike_path(path)].append((path, Place(f"static/{name}")))
    for path in _under_prefixes(shelf, sheets, wanted):
        wanted[alike_path(path)].append((path, None))
    problems = [_problem(claims) for claims in wanted.values() if len(claims) > 1]
    return (*problems, *_files_that_are_folders(wanted))


def clashing(new: AbstractSet[str], files: AbstractSet[str]) -> bool:
    """Whether new files of a site may stand in the way of its others, or in each other's."""
    if not new:
        return False
    every = alike_path("\0".join(files))  # at once, and no path holds a zero
    taken, listed = set(every.split("\0")), f"\0{every}"
    wanted = list(map(alike_path, new))
    folders = {folder for path in wanted for folder in _folders(path)}
    return (
        len(set(wanted)) < len(wanted)
        or not taken.isdisjoint({*wanted, *folders})
        or not folders.isdisjoint(wanted)
        or any(f"\0{each}/" in listed for each in wanted)
    )


def _folders(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _under_prefixes(shelf: Shelf, sheets: tuple[AnySheet, ...], wanted: Iterable[str]) -> list[str]:
    """The files of the other scripts, where something at the root wants a place among them."""
    prefixes = [prefix_of(script) for script in shelf.facts.scripts[1:]]
    taken = [each for each in prefixes if any(path == each or path.startswith(f"{each}/") for path in wanted)]
    routes = [sheet.route for sheet in sheets if not isinstance(sheet, ONCE)]
    return [f"{each}/{file_of(route)}" for each in taken for route in routes]


def _claims(
    shelf: Shelf, content: Content, sheets: tuple[AnySheet, ...], copies: Iterable[Copy | Derived]
) -> Iterator[Claim]:
    """Yield each file that will be written, and who wants it.

    What collides at the root collides in every script, and is named once.
    """
    yield from _asked_for(shelf, content)
    sources = {file_of(route): Place(file) for file, route in shelf.routes.items() if file not in shelf.leads}
    own = [file_of(sheet.route) for sheet in sheets if not isinstance(sheet, ASKED_FOR)]
    yield from ((path, sources.get(path)) for path in own)
    yield from ((copy.path, Place(copy.shown)) for copy in copies)
    yield REDIRECTS, None
    yield from ((MAPS[server], None) for server in shelf.facts.old_links.maps)
    if shelf.facts.search:
        yield INDEX, None
    if shelf.facts.keeping.manifest:
        yield MANIFEST, None
    if shelf.facts.keeping.data:
        yield from ((path, None) for path in data_paths({year_of(each) for each in shelf.standing}))


def _asked_for(shelf: Shelf, content: Content) -> Iterator[Claim]:
    """The files that something in the content asks for, by its name or by an alias."""
    for article in shelf.all_articles:
        yield file_of(shelf.routes[article.file]), Place(article.file, article.line("slug"))
    for page in shelf.pages:
        yield file_of(shelf.routes[page.file]), Place(page.file)
    for item in content.sources:
        if item.aliases and item.file in shelf.routes:
            yield from ((file_of(alias_route(alias)), place_of_aliases(item)) for alias in item.aliases)
    for route, line in shelf.history.old.items():
        yield file_of(route), Place(RECORD, line)


def _problem(claims: list[Claim]) -> PlanError:
    places = sorted((place for _, place in claims if place), key=lambda place: place.order)
    address = "/" + claims[0][0].removesuffix("index.html")
    others = tuple(map(str, places[1:])) or message("a page that sitegen makes itself")
    return PlanError(
        message("{address} is also wanted by {others}", address=address, others=others),
        place=places[0] if places else None,
        hint=message("give one of them another slug, or leave out the alias"),
    )


def _files_that_are_folders(wanted: dict[str, list[Claim]]) -> Iterator[PlanError]:
    folders: dict[str, str] = {}
    for path in wanted:
        folder, inside = path.rpartition("/")[0], path
        while folder and folder not in folders:
            folders[folder] = inside
            folder = folder.rpartition("/")[0]
    for path in [each for each in wanted if each in folders]:
        claims = wanted[folders[path]]
        place = wanted[path][0][1] or claims[0][1]
        problem = message(
            "/{file} would be a file and the folder of /{inside}", file=wanted[path][0][0], inside=claims[0][0]
        )
        yield PlanError(problem, place=place, hint=message("give one of them another address"))
