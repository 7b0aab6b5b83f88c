"""Deal signs out to the faces of fonts that can draw them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

from sitegen.pictures.cmap import characters_in

MISSING = "〓"
"""What printers set for a sign that they have no type for."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face in the file of a font; `digest` is that of the file."""

    file: str
    index: int
    digest: str

    @property
    def characters(self) -> frozenset[int]:
        """The code points that it can draw."""
        return _characters(self)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces for headlines, and those for what stands beside them, the best first: what one cannot draw the next may."""

    headlines: tuple[Face, ...]
    notes: tuple[Face, ...]


def drawable(text: str, faces: Iterable[Face]) -> Iterator[tuple[str, Face]]:
    """Each sign with the first face that can draw it; one that none can becomes 〓, as in print."""
    known = list(faces)
    for sign in text:
        able = next((face for face in known if ord(sign) in face.characters), None)
        yield (sign, able) if able else (MISSING, known[0])


@cache
def _characters(face: Face) -> frozenset[int]:
    with Path(face.file).open("rb") as font, mmap(font.fileno(), 0, access=ACCESS_READ) as data:
        return characters_in(data, face.index)
