"""Find the fonts of this machine that can set a headline: a script → faces, the best first."""

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from mmap import ACCESS_READ, mmap
from pathlib import Path

from PIL import ImageFont

from sitegen.model import Script
from sitegen.pictures.cmap import characters_in, faces_in
from sitegen.pictures.faces import Face, Fonts

FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts",
)  # fmt: skip
ENDINGS = frozenset({".ttf", ".otf", ".ttc", ".otc"})

HEADLINES = (
    "NotoSerifCJK-Bold", "SourceHanSerif-Bold", "NotoSerif{region}-Bold", "NotoSerifCJK{region}-Bold", "SourceHanSerif{region}-Bold",
    "Songti", "STSong", "NotoSerifCJK", "NotoSerif{region}", "SourceHanSerif", "simsun", "mingliu",
)  # fmt: skip
"""Song type, by the beginnings of the names of files: papers set their headlines in it."""

OTHERS = (
    "NotoSansCJK-Bold", "SourceHanSans-Bold", "NotoSans{region}-Bold", "PingFang", "msyhbd", "NotoSansCJK", "NotoSans{region}", "msyh",
    "wqy-zenhei", "wqy-microhei", "DroidSansFallback",
)  # fmt: skip
"""Hei type: for want of Song type, and for what that cannot draw."""

NOTES = ("NotoSerifCJK-Regular", "SourceHanSerif-Regular", "NotoSerif{region}-Regular")
"""For what stands beside a headline, before the same as for it."""

BEGINNING = 1 << 16
"""Bytes of a file that hold the list of its tables."""

REGIONS = {Script.HANS: "SC", Script.HANT: "TC", Script.HANT_TW: "TC", Script.HANT_HK: "HK"}
PROBE = {Script.HANS: "农业发展头这着，。《》", **dict.fromkeys(tuple(Script)[1:], "農業發展頭這著，。「」")}
"""What a font must be able to draw to be one for a script."""


def fonts_for(script: Script, own: Path | None = None) -> Fonts | None:
    """The fonts to set a script in, the site's `own` before those of the machine; None where there are none."""
    mine = [*_faces(own, script)] if own else []
    others = _first(OTHERS, script)
    headlines = (*mine, *_first(HEADLINES, script), *others)
    return Fonts(headlines, (*mine, *_first(NOTES, script), *headlines)) if headlines else None


def _first(names: Iterable[str], script: Script) -> tuple[Face, ...]:
    """The first face that there is."""
    for name in names:
        beginning = name.format(region=REGIONS[script]).lower()
        for file in (each for each in _files() if each.stem.lower().startswith(beginning)):
            if faces := _faces(file, script):
                return faces
    return ()


@cache
def _files() -> tuple[Path, ...]:
    """The fonts of the machine in an order that does not change."""
    folders = [Path(each).expanduser() for each in FOLDERS]
    found = (
        Path(folder, name) for top in folders for folder, _, names in os.walk(top) for name in names if "." in name
    )
    return tuple(sorted(each for each in found if each.suffix.lower() in ENDINGS))


@cache
def _faces(file: Path, script: Script) -> tuple[Face, ...]:
    """The face of a file that is drawn for a script, if it can draw it."""
    try:
        with file.open("rb") as font:
            data = mmap(font.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return ()
    probe = {ord(sign) for sign in PROBE[script]}
    indexes = sorted(range(faces_in(data)), key=lambda index: _is_for_another(file, index, script))
    able = next((each for each in indexes if probe <= characters_in(data, each)), None)
    return () if able is None else (Face(str(file), able, _digest(data)),)


def _digest(data: mmap) -> str:
    """Tell a font from any other: the list of its tables, at the beginning of the file, holds a sum of each."""
    return blake2b(b"%d " % len(data) + data[:BEGINNING], digest_size=16).hexdigest()


def _is_for_another(file: Path, index: int, script: Script) -> bool:
    """Whether the name of a face says that it is drawn for another region, or nothing of any."""
    family: str | None = None
    with suppress(OSError):
        family, _ = ImageFont.truetype(file, 12, index=index).getname()
    return REGIONS[script] not in (family or "").split()
