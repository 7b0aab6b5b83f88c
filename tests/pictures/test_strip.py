from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, PngImagePlugin

from sitegen.pictures.strip import Unknown, stripped
from tests.photos import encoded, exif, has_metadata, photo, read, srgb

XMP = b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">GPS 36 103</x:xmpmeta>'


def full(form: str) -> bytes:
    """A picture with everything that a telephone and an editor put into it."""
    options: dict[str, object] = {"exif": exif(), "icc_profile": srgb()}
    if form == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", "a comment: GPS")
        words.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options["pnginfo"] = words
    if form == "GIF":
        options = {"comment": b"a comment: GPS"}
    if form in {"JPEG", "WEBP"}:
        options["xmp"] = XMP
    if form == "JPEG":
        options |= {"comment": b"a comment", "progressive": True}
    return encoded(photo(120, 80), form, **options)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP"])
def test_metadata_goes_and_every_pixel_stays(form: str) -> None:
    data = full(form)
    assert has_metadata(data)

    bare = stripped(data, f".{form.lower().replace('jpeg', 'jpg')}")

    assert not has_metadata(bare)
    assert ImageChops.difference(read(bare).convert("RGB"), read(data).convert("RGB")).getbbox() is None
    assert read(bare).info.get("icc_profile") == read(data).info.get("icc_profile")


@pytest.mark.parametrize(("form", "ending"), [("JPEG", ".jpg"), ("PNG", ".png"), ("GIF", ".gif"), ("WEBP", ".webp")])
def test_what_stands_behind_the_end_goes(form: str, ending: str) -> None:
    assert stripped(full(form) + b"a film with GPS", ending) == stripped(full(form), ending)


def test_the_second_picture_in_a_photograph_goes() -> None:
    both = encoded(photo(60, 40), "MPO", save_all=True, append_images=[photo(60, 40)], exif=exif())

    bare = stripped(both, ".jpg")

    assert read(bare).format == "JPEG"
    assert len(bare) < len(both) * 0.6


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_a_moving_picture_moves_as_before(form: str) -> None:
    second = photo(60, 40).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    data = encoded(photo(60, 40), form, save_all=True, append_images=[second], duration=300, loop=0)

    with Image.open(BytesIO(stripped(data, f".{form.lower()}"))) as bare, Image.open(BytesIO(data)) as before:
        assert (bare.n_frames, bare.info.get("loop")) == (2, before.info.get("loop"))  # type: ignore[attr-defined]  # it moves
        bare.seek(1)
        before.seek(1)
        assert bare.info.get("duration") == before.info.get("duration")
        assert ImageChops.difference(bare.convert("RGB"), before.convert("RGB")).getbbox() is None


@given(
    tail=st.binary(max_size=200),
    ending=st.sampled_from([".jpg", ".png", ".gif", ".webp", ".avif"]),
    is_begun=st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_taken_apart_or_refused(*, tail: bytes, ending: str, is_begun: bool) -> None:
    begun = {
        ".jpg": b"\xff\xd8",
        ".png": b"\x89PNG\r\n\x1a\n",
        ".gif": b"GIF89a" + bytes(7),
        ".webp": b"RIFF\xff\0\0\0WEBP",
    }
    data = (begun.get(ending, b"") if is_begun else b"") + tail

    with suppress(Unknown):
        assert isinstance(stripped(data, ending), bytes)
