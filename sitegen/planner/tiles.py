"""Place the divisions of China on a map of tiles, each with the count of its articles."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sitegen.model import Key, Tile
from sitegen.planner.china import COUNTRY, DISTRICTS, PREFECTURES
from sitegen.planner.taxonomy import Group, Groups
from sitegen.planner.words import word


class Atlas(NamedTuple):
    """Short names, each with its column and row, and what may follow them in a full name."""

    places: tuple[tuple[str, int, int], ...]
    ending: str


PROVINCE = "|省|市|.*自治区|特别行政区"
PREFECTURE = "|市|地区|盟|林区|.*自治州"
DISTRICT = "|区|新区|县|.*自治县"
COUNTIES_TOO = {"海南": f"{PREFECTURE}|县|.*自治县"}
"""Provinces that govern counties themselves."""

NOWHERE = Atlas((), "")


def tiles_of(groups: Groups, key: Key) -> tuple[Tile, ...]:
    """The map of what lies below a place, or of the country: those without articles too.

    Nothing where no name is known there. A country of which only one province is known is shown as that province.
    """
    atlas = atlas_of(key)
    below = groups.narrower.get(key, ())
    known = {short: each for each in below if (short := short_name(each.key[-1], atlas))}
    if not key and len(known) == 1:
        (province,) = known.values()
        return tiles_of(groups, province.key) or tuple(_tiles(atlas, known))
    return tuple(_tiles(atlas, known)) if known else ()


def _tiles(atlas: Atlas, known: dict[str, Group]) -> Iterator[Tile]:
    for short, column, row in atlas.places:
        group = known.get(short)
        yield Tile(word(short), group.route if group else None, len(group.articles) if group else 0, column, row)


def atlas_of(key: Key) -> Atlas:
    """The map of the country, or of a province; of anything else there is none."""
    match key:
        case ():
            return _country()
        case (province,):
            return _province(short_name(province, _country()))
        case _:
            return NOWHERE


@cache
def _country() -> Atlas:
    return Atlas(_read(COUNTRY), PROVINCE)


@cache
def _province(short: str) -> Atlas:
    if short in DISTRICTS:
        return Atlas(_read(DISTRICTS[short]), DISTRICT)
    return Atlas(_read(PREFECTURES.get(short, "")), COUNTIES_TOO.get(short, PREFECTURE))


def short_name(name: str, atlas: Atlas) -> str:
    """The name on the map that a full one begins with; nothing where what follows is no ending: 兰州新区 is not 兰州."""
    ending = re.compile(atlas.ending)
    return next((s for s, _, _ in atlas.places if name.startswith(s) and ending.fullmatch(name, len(s))), "")


def _read(grid: str) -> tuple[tuple[str, int, int], ...]:
    rows = enumerate(line.split() for line in grid.strip().splitlines())
    return tuple((name, column, row) for row, names in rows for column, name in enumerate(names) if name != ".")
