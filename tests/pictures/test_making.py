import pytest
from PIL import Image

from sitegen.model import Making
from sitegen.pictures import Unreadable
from sitegen.pictures.making import Wish, make
from tests.photos import GREEN, RED, encoded, exif, has_metadata, is_about, photo, read, srgb

WEBP = Wish(Making.WEBP, 480)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("wish", [WEBP, Wish(Making.JPEG, 480), Wish(Making.PNG, 480), Wish(Making.WHOLE, 800)])
def test_a_picture_stands_upright_and_says_nothing_of_where_it_was_taken(orientation: int, wish: Wish) -> None:
    turns = {3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90", 7: "TRANSVERSE", 8: "ROTATE_270"}
    turns[2] = "FLIP_LEFT_RIGHT"
    held = photo(800, 600)
    if orientation in turns:
        held = held.transpose(Image.Transpose[turns[orientation]])

    data = make(encoded(held, exif=exif(orientation)), wish)

    made = read(data)
    assert not has_metadata(data)
    assert (made.width, made.height) == (wish.width, wish.width * 3 // 4)
    assert is_about(made, (0.5, 0.1), RED)
    assert is_about(made, (0.5, 0.9), GREEN)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
def test_pictures_of_other_formats_are_turned_too(form: str) -> None:
    data = encoded(photo(800, 600), form, exif=exif(6))

    whole = make(data, Wish(Making.WHOLE, 600))

    assert (read(whole).size, read(whole).format) == ((600, 800), form)
    assert not has_metadata(whole)


def test_how_a_png_was_held_may_stand_behind_its_pixels() -> None:
    data = encoded(photo(80, 60), "PNG", exif=exif(6))
    start = data.index(b"eXIf") - 4
    end = start + 12 + int.from_bytes(data[start : start + 4])
    late = data[:start] + data[end:-12] + data[start:end] + data[-12:]

    for wish, size in ((Wish(Making.WHOLE, 60), (60, 80)), (Wish(Making.WEBP, 30), (30, 40))):
        made = make(late, wish)
        assert read(made).size == size
        assert not has_metadata(made)


def test_a_picture_that_stands_upright_loses_nothing_when_it_is_wanted_whole() -> None:
    data = encoded(photo(300, 200))

    assert make(data, Wish(Making.WHOLE, 300)) == data


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("making", list(Making))
def test_every_mode_of_png_becomes_every_file(mode: str, making: Making) -> None:
    picture = photo(90, 60).convert("L").convert("I;16") if mode == "I;16" else photo(90, 60, mode.replace("PA", "P"))

    made = read(make(encoded(picture, "PNG"), Wish(making, 45 if making is not Making.WHOLE else 90)))

    assert made.size == ((90, 60) if making is Making.WHOLE else (45, 30))
    assert made.mode in {"1", "L", "LA", "P", "RGB", "RGBA"}


@pytest.mark.parametrize("making", [Making.WHOLE, Making.WEBP, Making.JPEG])
def test_cmyk_becomes_what_every_browser_shows_alike(making: Making) -> None:
    made = read(make(encoded(photo(90, 60, "CMYK")), Wish(making, 90)))

    assert made.mode == "RGB"
    assert is_about(made, (0.5, 0.1), RED)
    assert is_about(made, (0.5, 0.9), GREEN)


def test_sixteen_bits_keep_their_greys() -> None:
    grey = Image.new("I;16", (40, 40), 0x8000)

    assert read(make(encoded(grey, "PNG"), Wish(Making.PNG, 20))).convert("L").getpixel((9, 9)) == 0x80


def test_what_can_be_seen_through_can_be_seen_through_in_webp_and_png() -> None:
    glass = photo(90, 60, "RGBA")
    glass.putalpha(0x40)

    for making in (Making.WEBP, Making.LOSSLESS, Making.PNG):
        made = read(make(encoded(glass, "PNG"), Wish(making, 45))).convert("RGBA")
        assert made.getchannel("A").getextrema() == (0x40, 0x40)


def test_a_profile_of_colours_is_followed_and_left_behind() -> None:
    made = read(make(encoded(photo(900, 600), icc_profile=srgb()), WEBP))

    assert "icc_profile" not in made.info
    assert is_about(made, (0.5, 0.1), RED)


def test_a_profile_that_makes_no_sense_is_passed_over() -> None:
    assert read(make(encoded(photo(900, 600), icc_profile=b"no profile"), WEBP)).size == (480, 320)


def test_nothing_is_blown_up() -> None:
    assert read(make(encoded(photo(100, 80)), WEBP)).size == (100, 80)


def test_a_picture_of_extreme_form_keeps_a_pixel() -> None:
    assert read(make(encoded(photo(4000, 2)), WEBP)).size == (480, 1)


def test_lines_stay_sharp_where_that_is_smaller() -> None:
    lines = Image.new("RGB", (600, 400), "white")
    for x in range(0, 600, 40):
        lines.paste((0, 0, 0), (x, 0, x + 3, 400))

    assert read(make(encoded(lines, "PNG"), Wish(Making.WEBP, 600))).convert("RGB").getcolors() == lines.getcolors()


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = encoded(photo(700, 500))

    assert make(data, WEBP) == make(data, WEBP)


def test_what_is_cut_off_is_unreadable() -> None:
    with pytest.raises(Unreadable, match="it is cut off or damaged"):
        make(encoded(photo(700, 500))[:9_000], WEBP)
