"""Open a picture of unknown origin: its header at once, its pixels when they are asked for."""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO

from PIL import AvifImagePlugin, Image, UnidentifiedImageError, WebPImagePlugin

from sitegen.messages import message
from sitegen.pictures import Unreadable

ENDINGS = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp", "AVIF": ".avif"}
"""Formats that browsers show, and the ending that says so."""

OPENERS = [form for form in ENDINGS if form != "MPO"]  # a JPEG that holds another is found out when it is open

MOST = 150_000_000
"""Pixels: those of a newspaper's page at 600 dots an inch, half a gigabyte while it is worked on."""

UPRIGHT = 1
SIDEWAYS = frozenset({5, 6, 7, 8})
ORIENTATION = 0x0112

FAULTS = (
    OSError, SyntaxError, ValueError, ArithmeticError, LookupError, EOFError, MemoryError, TypeError, AttributeError,
    RuntimeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises of bytes that are not what they seem."""

PLUGINS = (AvifImagePlugin, WebPImagePlugin)
"""Formats that Pillow would else look for only after all others."""

Image.MAX_IMAGE_PIXELS = None  # the limit is ours


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """Open a picture; whatever is wrong with it, then or while its pixels are read, is Unreadable."""
    if not data:
        raise Unreadable(message("it is empty"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=OPENERS) as picture:
                _refuse_bomb(picture)
                yield picture
        except UnidentifiedImageError as error:
            raise Unreadable(message("it is no JPEG, PNG, GIF, WebP or AVIF")) from error
        except FAULTS as error:
            raise Unreadable(message("it is cut off or damaged ({fault})", fault=_told(error))) from error


def orientation(picture: Image.Image) -> int:
    """How the pixels have to be turned to stand upright, as EXIF counts; 1 where they do, or where nothing can be made out."""
    if picture.format == "PNG":  # there it may stand behind the pixels
        picture.load()
    exif = Image.Exif()
    with suppress(*FAULTS):
        exif.load(picture.info.get("exif") or b"")
        turn = exif.get(ORIENTATION, UPRIGHT)
        return turn if turn in range(1, 9) else UPRIGHT
    return UPRIGHT


def _refuse_bomb(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MOST:
        raise Unreadable(message("it has too many pixels ({width} × {height})", width=width, height=height))


def _told(error: BaseException) -> str:
    """The first line of what Pillow says, without its full stop."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
