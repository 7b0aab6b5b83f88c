import pytest

from sitegen.model import Kind, Making, Media, Shape
from sitegen.planner.pictures import derived, shown


def a_medium(  # a builder names whatever a test may be about
    width: int = 4000,
    height: int = 3000,
    *,
    kind: Kind = Kind.PHOTO,
    ending: str = ".jpg",
    size: int = 3_000_000,
    has_alpha: bool = False,
    fault: str = "",
) -> Media:
    shape = Shape(kind=kind, ending=ending, width=width, height=height, size=size, has_alpha=has_alpha, tone="tone-2")
    return Media(file="content/a", path=b"content/a", name=f"a-0{ending}", digest="0", shape=shape, fault=fault)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(4000, (480, 800, 1280)), (1280, (480, 800, 1280)), (1400, (480, 800, 1280)), (1000, (480, 800, 1000)),
     (900, (480, 900)), (700, (480, 700)), (500, (500,)), (90, (90,))],
)  # fmt: skip
def test_a_photograph_comes_in_widths_that_differ_enough(width: int, widths: tuple[int, ...]) -> None:
    assert tuple(each for _, each in shown(a_medium(width)).srcset) == widths


@pytest.mark.parametrize(
    ("width", "height", "widths", "src"),
    [
        (1080, 20_000, (480, 884), "a-0.jpg"),
        (2000, 40_000, (480, 819), "a-0-1280.jpg"),
        (600, 30_000, (), "a-0.jpg"),
        (1400, 100_000, (), "a-0-917.jpg"),
    ],
)
def test_a_long_picture_becomes_no_file_longer_than_its_format_can_be(
    width: int, height: int, widths: tuple[int, ...], src: str
) -> None:
    medium = a_medium(width, height)

    assert tuple(each for _, each in shown(medium).srcset) == widths
    assert shown(medium).src == src


def test_a_long_drawing_stays_as_it_is() -> None:
    (made,) = derived(a_medium(1000, 20_000, kind=Kind.DRAWING, ending=".png"), is_linked=False)

    assert made.making is Making.WHOLE


@pytest.mark.parametrize(
    "medium",
    [
        a_medium(kind=Kind.MOVING, ending=".gif"),
        a_medium(kind=Kind.VECTOR, ending=".svg"),
        a_medium(400, 300, size=9_000),
    ],
)
def test_what_would_gain_nothing_is_shown_as_it_is(medium: Media) -> None:
    (made,) = derived(medium, is_linked=False)

    assert shown(medium).srcset == ()
    assert (shown(medium).src, made.making, made.path) == (medium.name, Making.WHOLE, f"media/{medium.name}")


@pytest.mark.parametrize(
    ("medium", "src"),
    [
        (a_medium(1280, 960), "a-0.jpg"),
        (a_medium(1281, 960), "a-0-1280.jpg"),
        (a_medium(2000, 960, ending=".png"), "a-0-1280.jpg"),
        (a_medium(2000, 960, ending=".png", has_alpha=True), "a-0-1280.png"),
        (a_medium(600, 400, ending=".webp"), "a-0-600.jpg"),
        (a_medium(600, 400, ending=".avif", size=5_000), "a-0-600.jpg"),
        (a_medium(600, 400, ending=".webp", has_alpha=True), "a-0-600.png"),
        (a_medium(2000, 960, ending=".png", kind=Kind.DRAWING), "a-0.png"),
    ],
)
def test_every_browser_has_a_file_that_it_can_show_and_that_is_not_too_large(medium: Media, src: str) -> None:
    assert shown(medium).src == src
    assert f"media/{src}" in [each.path for each in derived(medium, is_linked=False)]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("ending", [".jpg", ".png", ".gif", ".webp", ".avif"])
@pytest.mark.parametrize("width", [60, 700, 1281, 5000])
def test_all_that_a_page_names_is_made_and_each_file_once(kind: Kind, ending: str, width: int) -> None:
    medium = a_medium(width, ending=ending, kind=kind)

    paths = [each.path for each in derived(medium, is_linked=True)]

    named = {shown(medium).src, *(name for name, _ in shown(medium).srcset), medium.name}
    assert sorted(paths) == sorted(f"media/{name}" for name in named)


def test_a_broken_picture_is_lost() -> None:
    assert shown(a_medium(fault="it is empty")).src == ""
