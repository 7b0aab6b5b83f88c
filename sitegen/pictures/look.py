"""Look at a picture: bytes → its shape, or why it cannot be shown."""

from PIL import Image

from sitegen.messages import Message
from sitegen.model import Kind, Shape
from sitegen.pictures import Unreadable
from sitegen.pictures.opening import ENDINGS, SIDEWAYS, opened, orientation
from sitegen.pictures.tones import tone_of

FEW_COLOURS = frozenset({"1", "P"})
LIGHT = 100_000
"""Bytes up to which a picture of few colours is a drawing: more are a photograph that was made to look like one."""

OPAQUE = 0xFF
GLANCE = (64, 64)


def look(data: bytes) -> Shape | Message:
    """Tell the shape of a picture by its bytes, whatever its name says; every pixel of it has been read."""
    try:
        with opened(data) as picture:
            return _shape(picture, len(data))
    except Unreadable as error:
        return error.why


def _shape(picture: Image.Image, size: int) -> Shape:
    width, height = picture.size
    kind = _kind(picture, size)
    picture.draft(None, GLANCE)  # a JPEG is decoded at an eighth of its size
    picture.load()
    is_sideways = orientation(picture) in SIDEWAYS
    has_alpha = _has_alpha(picture)
    return Shape(
        kind=kind,
        ending=ENDINGS[picture.format or ""],
        width=height if is_sideways else width,
        height=width if is_sideways else height,
        size=size,
        has_alpha=has_alpha,
        tone="" if has_alpha else _tone(picture),
    )


def _kind(picture: Image.Image, size: int) -> Kind:
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        return Kind.MOVING
    return Kind.DRAWING if picture.mode in FEW_COLOURS and size <= LIGHT else Kind.PHOTO


def _has_alpha(picture: Image.Image) -> bool:
    if not picture.has_transparency_data:
        return False
    return picture.convert("RGBA").getchannel("A").getextrema() != (OPAQUE, OPAQUE)


def _tone(picture: Image.Image) -> str:
    average = eight_bits(picture).convert("RGB").resize((1, 1), Image.Resampling.BOX)
    red, green, blue = average.tobytes()
    return tone_of((red, green, blue))


def eight_bits(picture: Image.Image) -> Image.Image:
    """A picture of 16 bits a pixel in eight, as converting alone would not do: all but the darkest would be white."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
