"""Pictures as the steps hand them on: what is known of one without its bytes, what is made of it, what a page shows."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What a picture is, which decides what is made of it."""

    PHOTO = "photo"
    DRAWING = "drawing"
    MOVING = "moving"
    VECTOR = "vector"


class Shape(Struct, frozen=True, kw_only=True):
    """What is known of a picture without its bytes: pixels of the upright picture, the ending of its format, bytes.

    `tone` is the name of the colour that stands in its place until it comes; none where one could see through it.
    """

    kind: Kind
    ending: str
    width: int
    height: int
    size: int
    has_alpha: bool = False
    tone: str = ""


class Making(StrEnum):
    """How a file is made from a picture: whole and without metadata, or anew in a format."""

    WHOLE = "whole"
    WEBP = "webp"
    LOSSLESS = "lossless"
    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A published file that is made from a picture of the content, whose bytes have `digest`; `width` in pixels."""

    path: str
    file: bytes
    digest: str
    making: Making
    width: int

    @property
    def shown(self) -> str:
        """The name of the picture in messages."""
        return self.file.decode("utf-8", "replace")


class Shown(Struct, frozen=True):
    """A picture as pages show it, in files below media/: `src` for every browser, `srcset` in WebP by width.

    Without `src` the picture is lost, and its words stand in its place.
    """

    src: str = ""
    width: int = 0
    height: int = 0
    tone: str = ""
    srcset: tuple[tuple[str, int], ...] = ()


LOST = Shown()
