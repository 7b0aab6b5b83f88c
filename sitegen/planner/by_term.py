"""Lay out the pages that lead to terms for one script: indexes, trees, maps of tiles, series."""

from collections import defaultdict
from collections.abc import Iterable

from sitegen.model import (
    AllSeriesPage,
    AllSeriesSheet,
    Cover,
    District,
    Figure,
    FrontList,
    FrontPage,
    FrontSheet,
    Lead,
    Region,
    Run,
    SeriesCard,
    Square,
    Tally,
    TermLink,
    TermsPage,
    TermsSheet,
    Tile,
    TileMap,
    TreePage,
    TreeSheet,
)
from sitegen.planner.urls import CHANCE, DAYS, initial_of
from sitegen.planner.view import View
from sitegen.planner.words import CHANCE as CHANCE_NAME
from sitegen.planner.words import DAYS as DAYS_NAME
from sitegen.planner.words import NOTHING

SIZES = 5
"""Steps in which terms are shown larger the more articles they have."""

SHADES = 4
"""Steps in which tiles are shown darker."""

MOST = 40
"""Terms that are shown by size, where there are more than that in all."""


def front_page(sheet: FrontSheet, view: View) -> FrontPage:
    """The way in."""
    lists = (FrontList(link=view.link(lead), terms=sized(terms, view)) for lead, terms in sheet.lists)
    return FrontPage(
        **view.frame(sheet.route, sheet.title, sheet.description),
        first=view.card(sheet.first) if sheet.first else None,
        cover=_figure(sheet.cover, view),
        newest=tuple(map(view.card, sheet.newest)),
        running=tuple(_series_card(run, cover, view) for run, cover in sheet.running),
        years=view.term_links(sheet.years),
        days=view.link(Lead(DAYS_NAME, DAYS)),
        chance=view.link(Lead(CHANCE_NAME, CHANCE)),
        lists=tuple(lists),
    )


def terms_page(sheet: TermsSheet, view: View) -> TermsPage:
    """An index by letter; of a long one those with the most stand before it."""
    terms = sized(sheet.terms, view)
    by_size = sorted(zip(sheet.terms, terms, strict=True), key=lambda pair: (-pair[0].count, pair[0].lead.route))
    most = {tally.lead.route for tally, _ in by_size[:MOST]}
    letters: dict[str, list[TermLink]] = defaultdict(list)
    for tally, term in zip(sheet.terms, terms, strict=True):
        letters[initial_of(tally.lead.route)].append(term)
    return TermsPage(
        **view.frame(sheet.route, sheet.title, NOTHING, sheet.breadcrumbs),
        terms=terms,
        most=tuple(term for tally, term in zip(sheet.terms, terms, strict=True) if tally.lead.route in most),
        letters=tuple((letter, tuple(letters[letter])) for letter in sorted(letters)),
    )


def tree_page(sheet: TreeSheet, view: View) -> TreePage:
    """The terms by the widest that each belongs to, and the map."""
    regions: list[tuple[TermLink, list[tuple[TermLink, list[TermLink]]]]] = []
    for term in view.term_links(sheet.terms):
        if term.depth == 0:
            regions.append((term, []))
        elif term.depth == 1:
            regions[-1][1].append((term, []))
        else:
            regions[-1][1][-1][1].append(term)
    return TreePage(
        **view.frame(sheet.route, sheet.title, NOTHING),
        regions=tuple(Region(term=term, districts=_districts(below)) for term, below in regions),
        tiles=tile_map(sheet.tiles, view),
    )


def all_series_page(sheet: AllSeriesSheet, view: View) -> AllSeriesPage:
    """All series."""
    series = tuple(_series_card(run, cover, view) for run, cover in sheet.series)
    return AllSeriesPage(**view.frame(sheet.route, sheet.title, NOTHING), series=series)


def tile_map(tiles: tuple[Tile, ...], view: View) -> TileMap | None:
    """A map of tiles, as large as what stands on it."""
    if not tiles:
        return None
    among = _range(each.count for each in tiles)
    return TileMap(
        columns=1 + max(each.column for each in tiles),
        rows=1 + max(each.row for each in tiles),
        squares=tuple(_square(each, among, view) for each in tiles),
    )


def sized(tallies: Iterable[Tally], view: View) -> tuple[TermLink, ...]:
    """Terms with a step of size for each."""
    tallies = tuple(tallies)
    lowest, highest = _range(each.count for each in tallies)
    return tuple(
        TermLink(
            link=view.link(each.lead), count=each.count, depth=each.depth, step=step(each.count, lowest, highest, SIZES)
        )
        for each in tallies
    )


def step(count: int, lowest: int, highest: int, steps: int) -> int:
    """From 1 to `steps`, each for as many times more as the one before; where all are alike, 2. None at all is 0.

    >>> [step(count, 1, 100, 4) for count in (0, 1, 5, 20, 100)]
    [0, 1, 2, 3, 4]
    """
    if not count:
        return 0
    above, whole = _octaves(count) - _octaves(lowest), _octaves(highest) - _octaves(lowest)
    return 1 + steps * above // (whole + 1) if whole else 2


def _octaves(count: int) -> int:
    """The logarithm of a count in quarters of octaves; whole numbers are the same on every machine."""
    return (count**4).bit_length()


def _range(counts: Iterable[int]) -> tuple[int, int]:
    """The lowest and the highest of those that are not 0."""
    some = [each for each in counts if each] or [1]
    return min(some), max(some)


def _square(tile: Tile, among: tuple[int, int], view: View) -> Square:
    return Square(
        text=tile.name,
        url=view.urls.href(tile.route) if tile.route else None,
        count=tile.count,
        step=step(tile.count, *among, SHADES),
        column=tile.column,
        row=tile.row,
    )


def _districts(below: list[tuple[TermLink, list[TermLink]]]) -> tuple[District, ...]:
    return tuple(District(term=term, narrower=tuple(narrower)) for term, narrower in below)


def _series_card(run: Run, cover: Cover | None, view: View) -> SeriesCard:
    return SeriesCard(
        link=view.link(run.lead),
        summary=run.summary,
        count=run.count,
        span=run.span,
        cover=_figure(cover, view),
        newest=view.link(run.newest),
    )


def _figure(cover: Cover | None, view: View) -> Figure | None:
    return view.figure(cover.picture, ((cover.picture.src.written, cover.target),)) if cover else None
