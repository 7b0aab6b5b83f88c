import random
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sitegen.messages import Message
from sitegen.model import Kind, Shape
from sitegen.pictures.look import look
from sitegen.pictures.tones import TONES, tone_of
from tests.photos import encoded, exif, photo


def shape(data: bytes) -> Shape:
    seen = look(data)
    assert isinstance(seen, Shape), seen
    return seen


def fault(data: bytes) -> str:
    seen = look(data)
    assert isinstance(seen, Message)
    return str(seen)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photograph_is_known_by_its_bytes(form: str) -> None:
    data = encoded(photo(300, 200), form)

    seen = shape(data)

    assert (seen.kind, seen.width, seen.height, seen.size) == (Kind.PHOTO, 300, 200, len(data))
    assert seen.ending == f".{form.lower().replace('jpeg', 'jpg')}"
    assert seen.tone in TONES


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_its_size_is_that_of_the_upright_picture(orientation: int, form: str) -> None:
    seen = shape(encoded(photo(300, 200), form, exif=exif(orientation)))

    assert (seen.width, seen.height) == ((200, 300) if orientation > 4 else (300, 200))


def test_broken_words_on_how_it_was_held_are_passed_over() -> None:
    data = encoded(photo(30, 20), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff")

    assert (shape(data).width, shape(data).height) == (30, 20)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_png_has_a_shape(mode: str) -> None:
    picture = photo(90, 60).convert("L").convert(mode) if mode == "I;16" else photo(90, 60, mode)

    assert shape(encoded(picture, "PNG")).kind is (Kind.DRAWING if mode in {"1", "P"} else Kind.PHOTO)


def test_sixteen_bits_are_not_all_white() -> None:
    dark = Image.new("I;16", (40, 40), 0x1111)

    assert shape(encoded(dark, "PNG")).tone == "tone-0"


def test_cmyk_has_a_shape_and_a_tone() -> None:
    assert shape(encoded(photo(90, 60, "CMYK"), "JPEG")).tone in TONES


def test_what_can_be_seen_through_has_no_tone() -> None:
    glass = photo(90, 60, "RGBA")
    opaque = glass.copy()
    glass.putalpha(0x80)

    assert shape(encoded(glass, "PNG")).tone == ""
    assert shape(encoded(glass, "PNG")).has_alpha
    assert shape(encoded(opaque, "PNG")).tone != ""


def test_a_moving_picture_is_told_from_a_still_one() -> None:
    first, second = photo(60, 40, "P"), photo(60, 40).transpose(Image.Transpose.FLIP_TOP_BOTTOM).convert("P")

    assert shape(encoded(first, "GIF")).kind is Kind.DRAWING
    for form in ("GIF", "WEBP", "PNG"):
        moving = encoded(first, form, save_all=True, append_images=[second])
        assert shape(moving).kind is Kind.MOVING, form


def test_the_second_picture_in_a_photograph_does_not_move() -> None:
    first = photo(60, 40)

    seen = shape(encoded(first, "MPO", save_all=True, append_images=[first]))

    assert (seen.kind, seen.ending) == (Kind.PHOTO, ".jpg")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"\0" * 64, "it is no JPEG, PNG, GIF, WebP or AVIF"),
        (b"<html>404</html>", "it is no JPEG, PNG, GIF, WebP or AVIF"),
        (encoded(photo(60, 40), "BMP"), "it is no JPEG, PNG, GIF, WebP or AVIF"),
        (encoded(photo(60, 40), "TIFF"), "it is no JPEG, PNG, GIF, WebP or AVIF"),
    ],
)
def test_what_is_no_picture_is_named(data: bytes, reason: str) -> None:
    assert fault(data) == reason


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_picture_that_is_cut_off_is_named(form: str, part: float) -> None:
    data = encoded(photo(400, 300), form)

    assert fault(data[: int(len(data) * part)]).startswith("it is ")


def test_a_picture_of_too_many_pixels_is_never_unpacked() -> None:
    data = encoded(Image.new("1", (20_000, 10_000)), "PNG")

    assert len(data) < 100_000
    assert fault(data) == "it has too many pixels (20000 × 10000)"


@given(seed=st.integers(0, 10**9), form=st.sampled_from(["JPEG", "PNG", "WEBP", "AVIF", "GIF", "MPO"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_picture_or_named(seed: int, form: str) -> None:
    rng = random.Random(seed)
    data = bytearray(encoded(photo(48, 32), form, **({"exif": exif(6)} if form in {"JPEG", "PNG", "WEBP"} else {})))
    for _ in range(rng.randint(1, 20)):
        data[rng.randrange(len(data))] = rng.randrange(256)

    seen = look(bytes(data))

    assert isinstance(seen, Shape) or str(seen).startswith("it ")


def test_every_tone_is_its_own_and_stands_in_the_style_sheet() -> None:
    from sitegen.theme import theme

    css = (theme("static") / "style.css").read_text("utf-8").lower()
    for name, colour in TONES.items():
        assert tone_of(colour) == name
        assert f".{name} {{\n  background: #{bytes(colour).hex()};\n}}" in css


def test_looking_takes_no_more_than_a_glance_at_a_large_photograph() -> None:
    picture = Image.open(BytesIO(encoded(photo(1600, 1200))))
    picture.draft(None, (64, 64))

    assert picture.size == (200, 150)
