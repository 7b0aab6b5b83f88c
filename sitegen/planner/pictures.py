"""Decide which files a picture becomes, and what a page shows of it. Nothing here sees a pixel."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from sitegen.model import LOST, Copy, Derived, Kind, Making, Media, Reference, Shape, Shown, Source
from sitegen.planner.urls import media_path

WIDTHS = (480, 800, 1280)
"""Pixels: a telephone of old, one of today or a column, a column on a fine screen. The column is about 650 wide."""

WIDEST = WIDTHS[-1]
ALMOST = 0.85
"""A width so near that of the picture itself is left out."""

LIGHT = 12_000
"""Bytes of a picture of which no smaller file is made."""

ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"})
"""What the names of pictures end in."""

LONGEST_WEBP, LONGEST_JPEG = 16_383, 65_500
"""Pixels that a side may have in these formats: a long picture of a telephone's screen has more."""

EVERYWHERE = frozenset({".jpg", ".png", ".gif", ".svg"})
"""Formats that every browser shows."""


def is_picture_file(target: str) -> bool:
    """Whether a target is a picture by its name."""
    return PurePosixPath(target).suffix.lower() in ENDINGS


def shown(medium: Media) -> Shown:
    """What a page shows of a picture; a broken one is lost."""
    shape = medium.shape
    if shape is None or medium.fault:
        return LOST
    sources = tuple((_named(medium, width, ".webp"), width) for width in _widths(shape))
    return Shown(_fallback(medium, shape)[0], shape.width, shape.height, shape.tone, sources)


def derived(medium: Media, *, is_linked: bool) -> Iterator[Derived]:
    """The files that are made of a picture: whole if something links to it, or where it is shown as it is."""
    shape = medium.shape
    if shape is None:
        return
    fallback, making, width = _fallback(medium, shape)
    if is_linked and fallback != medium.name:
        yield _derived(medium, medium.name, Making.WHOLE, shape.width)
    yield _derived(medium, fallback, making, width)
    webp = Making.LOSSLESS if shape.kind is Kind.DRAWING else Making.WEBP
    yield from (_derived(medium, _named(medium, each, ".webp"), webp, each) for each in _widths(shape))


def copies_and_derived(
    media: Iterable[Media], sources: Iterable[Source]
) -> tuple[tuple[Copy, ...], tuple[Derived, ...]]:
    """The files of all that some sources show or link to, each once, by name."""
    referred, linked = _referred(sources)
    by_name = {each.name: each for each in media if each.file in referred and not each.fault}
    files = [each for _, each in sorted(by_name.items())]
    names = {each.name for each in media if each.file in linked}
    copies = tuple(Copy(path=media_path(each.name), file=each.path) for each in files if each.shape is None)
    return copies, tuple(one for each in files for one in derived(each, is_linked=each.name in names))


def _referred(sources: Iterable[Source]) -> tuple[set[str], set[str]]:
    """The targets of all references, and of those that are links."""
    referred: set[str] = set()
    linked: set[str] = set()
    for source in sources:
        for each in _references(source):
            referred.add(each.target)
            if not each.is_shown:
                linked.add(each.target)
    return referred, linked


def _references(source: Source) -> Iterator[Reference]:
    cover = getattr(source, "cover", None)
    if cover:
        yield cover.src
    yield from source.references


def _widths(shape: Shape) -> tuple[int, ...]:
    """The widths of the files in WebP; a small picture, one that moves and one of lines have none."""
    if shape.kind in {Kind.MOVING, Kind.VECTOR} or (shape.size <= LIGHT and shape.ending in EVERYWHERE):
        return ()
    if shape.kind is Kind.DRAWING:  # with the soft edges of a smaller copy it would be heavier
        return (shape.width,) if max(shape.width, shape.height) <= LONGEST_WEBP else ()
    own = _as_wide_as_may_be(shape, LONGEST_WEBP)
    if own < min(shape.width, WIDTHS[0]):  # too narrow to be read: the other file serves all
        return ()
    return (*(each for each in WIDTHS if each < own * ALMOST), own)


def _as_wide_as_may_be(shape: Shape, longest: int) -> int:
    """The width of the largest file that is made of a picture, in a format whose sides have at most so many pixels."""
    return min(shape.width, WIDEST, max(1, longest * shape.width // shape.height))


def _fallback(medium: Media, shape: Shape) -> tuple[str, Making, int]:
    """The file for browsers that know no WebP: the picture itself, unless it is too large or of a format that few know."""
    is_fit = shape.ending in EVERYWHERE and (shape.width <= WIDEST or shape.kind is not Kind.PHOTO)
    if is_fit or shape.kind is Kind.MOVING:
        return medium.name, Making.WHOLE, shape.width
    making, ending = (Making.PNG, ".png") if shape.has_alpha else (Making.JPEG, ".jpg")
    width = min(shape.width, WIDEST) if shape.has_alpha else _as_wide_as_may_be(shape, LONGEST_JPEG)
    return _named(medium, width, ending), making, width


def _named(medium: Media, width: int, ending: str) -> str:
    return f"{medium.name.rpartition('.')[0]}-{width}{ending}"


def _derived(medium: Media, name: str, making: Making, width: int) -> Derived:
    return Derived(path=media_path(name), file=medium.path, digest=medium.digest, making=making, width=width)
