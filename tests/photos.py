"""Draw pictures for tests: soft fields of colour, as a photograph has them."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

HERE = (36.0, 103.0)
"""Where the pictures say that they were taken."""

RED, GREEN = (200, 40, 30), (60, 120, 40)


def photo(width: int = 1600, height: int = 1200, mode: str = "RGB") -> Image.Image:
    """Red at the top, green at the bottom, lighter to the right, and a grain that keeps a file from being tiny."""
    top = Image.new("RGB", (width, height), GREEN)
    top.paste(RED, (0, 0, width, height // 2))
    grain = Image.frombytes(
        "L", (64, 64), bytes((x * 37 + y * 91 + x * y * 7) % 97 for y in range(64) for x in range(64))
    )
    light = Image.blend(
        Image.linear_gradient("L").rotate(90).resize((width, height)), grain.resize((width, height)), 0.5
    )
    return Image.blend(top, Image.merge("RGB", [light] * 3), 0.3).convert(mode)


def encoded(picture: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    """The bytes of a picture."""
    out = BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def exif(orientation: int = 1) -> bytes:
    """What a telephone writes into a picture: how it was held, and where."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = "Telephone of Somebody"
    made.get_ifd(0x8825).update({1: "N", 2: (36.0, 3.0, 0.0), 3: "E", 4: (103.0, 49.0, 0.0)})
    return made.tobytes()


def srgb() -> bytes:
    """A profile of colours."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def read(data: bytes) -> Image.Image:
    """Open a picture whose bytes must be right, and read every pixel."""
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def is_about(picture: Image.Image, at: tuple[float, float], colour: tuple[int, int, int]) -> bool:
    """Whether a spot of a picture, in parts of its size, is about as red and green as a colour."""
    spot = picture.convert("RGB").getpixel((int(picture.width * at[0]), int(picture.height * at[1])))
    assert isinstance(spot, tuple)
    return (spot[0] > spot[1]) == (colour[0] > colour[1])


def has_metadata(data: bytes) -> bool:
    """Whether anything in a file tells of its taking."""
    marks = (
        b"Telephone",
        b"Exif\0",
        b"ns.adobe.com",
        b"xpacket",
        b"Photoshop 3.0",
        b"a comment",
        b"EXIF",
        b"eXIf",
        b"GPS",
    )
    return any(mark in data for mark in marks)
