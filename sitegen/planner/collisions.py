"""Find addresses that two things want, over all that will be written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from sitegen.errors import Place, PlanError
from sitegen.model import ArticlePage, Content, Copy, Page, ProsePage, RedirectPage, TombstonePage
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import REDIRECTS, alias_route, file_of

Claim = tuple[str, Place | None]
ASKED_FOR = (ArticlePage, TombstonePage, ProsePage, RedirectPage)
"""Kinds of pages whose addresses the content asks for; the others sitegen makes itself."""


def collisions(shelf: Shelf, content: Content, pages: Iterable[Page], copies: Iterable[Copy]) -> tuple[PlanError, ...]:
    """Name every address that is wanted twice, also by names that differ only in case or form.

    Many file systems cannot tell those apart, and no file can also be a folder.
    """
    wanted: dict[str, list[Claim]] = defaultdict(list)
    for path, place in _claims(shelf, content, tuple(pages), copies):
        wanted[normalize("NFC", path).casefold()].append((path, place))
    problems = [_problem(claims) for claims in wanted.values() if len(claims) > 1]
    return (*problems, *_files_that_are_folders(wanted))


def _claims(shelf: Shelf, content: Content, pages: tuple[Page, ...], copies: Iterable[Copy]) -> Iterator[Claim]:
    """Yield each file that will be written, and who wants it.

    What collides at the root collides in every script, and is named once.
    """
    root = shelf.facts.scripts[0]
    yield from _asked_for(shelf, content)
    sources = {file_of(route): Place(file) for file, route in shelf.routes.items()}
    own = (page for page in pages if page.script is root and not isinstance(page, ASKED_FOR))
    yield from ((page.path, sources.get(page.path)) for page in own)
    yield from ((path, None) for path in sorted({page.path for page in pages if page.script is not root}))
    yield from ((copy.path, Place(copy.file)) for copy in copies)
    yield REDIRECTS, None


def _asked_for(shelf: Shelf, content: Content) -> Iterator[Claim]:
    """The files that something in the content asks for, by its name or by an alias."""
    for article in shelf.all_articles:
        yield file_of(shelf.routes[article.file]), Place(article.file, article.line("slug"))
    for page in shelf.pages:
        yield file_of(shelf.routes[page.file]), Place(page.file)
    for item in content.sources:
        if item.file in shelf.routes:
            yield from ((file_of(alias_route(alias)), Place(item.file)) for alias in item.aliases)


def _problem(claims: list[Claim]) -> PlanError:
    places = sorted((place for _, place in claims if place), key=lambda place: place.order)
    address = "/" + claims[0][0].removesuffix("index.html")
    others = ", ".join(map(str, places[1:])) or "a page that sitegen makes itself"
    return PlanError(
        f"{address} is also wanted by {others}",
        place=places[0] if places else None,
        hint="give one of them another slug, or leave out the alias",
    )


def _files_that_are_folders(wanted: dict[str, list[Claim]]) -> Iterator[PlanError]:
    for path, claims in wanted.items():
        parts = path.split("/")
        above = next((p for p in ("/".join(parts[:n]) for n in range(1, len(parts))) if p in wanted), None)
        if above:
            place = wanted[above][0][1] or claims[0][1]
            problem = f"/{wanted[above][0][0]} would be a file and the folder of /{claims[0][0]}"
            yield PlanError(problem, place=place, hint="give one of them another address")
