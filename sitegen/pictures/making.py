"""Make files of a picture: whole but without metadata, or smaller and in another format, upright and in common colours."""

from contextlib import suppress
from functools import cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageCms, features
from PIL import __version__ as pillow_version

from sitegen.model import Making
from sitegen.pictures.look import eight_bits
from sitegen.pictures.opening import ENDINGS, FAULTS, UPRIGHT, opened, orientation
from sitegen.pictures.strip import Unknown, stripped

QUALITY = 76
"""Of WebP: beside JPEG at 80 the same to the eye, at nine tenths of the bytes."""

JPEG_QUALITY = 80
WHOLE_QUALITY = 92
"""Of a picture that has to be written anew though it is wanted whole."""

SEEN_ALIKE = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})
"""Modes that every browser shows alike; CMYK and 16 bits are others."""

EXACT = frozenset({"PNG", "GIF"})
"""Formats that lose nothing."""

TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
"""What brings a picture upright, by its orientation in EXIF."""

FORM = 1
"""Raised whenever the same picture would become another file."""


class Wish(NamedTuple):
    """A file to be made of a picture; `width` in pixels."""

    making: Making
    width: int


@cache
def maker() -> str:
    """What tells this maker of files from another that might make other bytes."""
    codecs = [
        f"{name} {features.version(name)}" for name in ("jpg", "libjpeg_turbo", "zlib", "webp", "avif", "littlecms2")
    ]
    return f"{FORM} {pillow_version} {' '.join(codecs)}"


def make(data: bytes, wish: Wish) -> bytes:
    """The bytes of the file that is wished for; Unreadable where the picture is none."""
    with opened(data) as picture:
        if wish.making is Making.WHOLE:
            return _whole(picture, data)
        picture.draft(None, _at_least(picture, wish.width))
        return _encoded(_resized(picture, wish.width), wish.making, is_exact=picture.format in EXACT)


def _whole(picture: Image.Image, data: bytes) -> bytes:
    """The same pixels without metadata; anew where they do not stand upright, or where browsers would not agree on them."""
    if orientation(picture) == UPRIGHT and picture.mode in SEEN_ALIKE:
        with suppress(Unknown):
            return stripped(data, ENDINGS[picture.format or ""])
    if getattr(picture, "is_animated", False) and picture.format != "MPO":
        return _saved(picture, picture.format or "", save_all=True)
    profile = picture.info.get("icc_profile")
    made = _upright(picture)
    kept = {"icc_profile": profile} if profile and made.mode == picture.mode else {}
    return _saved(made if kept else _in_common_colours(made, profile), _format(picture), **_best(picture), **kept)


def _format(picture: Image.Image) -> str:
    return "JPEG" if picture.format == "MPO" else picture.format or ""


def _best(picture: Image.Image) -> dict[str, object]:
    return {} if picture.format in EXACT else {"quality": WHOLE_QUALITY}


def _at_least(picture: Image.Image, width: int) -> tuple[int, int]:
    """The size below which a JPEG must not be decoded, so that nothing has to be blown up."""
    height = -(-picture.size[1] * width // picture.size[0])
    return (max(width, height),) * 2 if orientation(picture) != UPRIGHT else (width, height)


def _resized(picture: Image.Image, width: int) -> Image.Image:
    profile = picture.info.get("icc_profile")
    made = _upright(picture)
    if made.mode in {"1", "P", "PA"}:
        made = made.convert("RGBA" if made.has_transparency_data else "RGB")
    if made.width > width:
        height = max(1, round(made.height * width / made.width))
        made = made.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _in_common_colours(made, profile)


def _upright(picture: Image.Image) -> Image.Image:
    turned: Image.Image = eight_bits(picture)
    for turn in TURNS.get(orientation(picture), ()):
        turned = turned.transpose(turn)
    return turned


def _in_common_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Write colours as browsers take them where nothing is said: in sRGB."""
    mode = "RGBA" if picture.has_transparency_data else "L" if picture.mode == "L" else "RGB"
    if profile and picture.mode != "L":
        with suppress(ImageCms.PyCMSError, *FAULTS):
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
            if made is not None:
                return made
    return picture.convert(mode)


def _encoded(picture: Image.Image, making: Making, *, is_exact: bool) -> bytes:
    match making:
        case Making.WEBP if is_exact:  # what was drawn, or a screen, is often smaller when nothing of it is lost
            return min((_encoded(picture, each, is_exact=False) for each in (Making.LOSSLESS, Making.WEBP)), key=len)
        case Making.WEBP:
            return _saved(picture, "WEBP", quality=QUALITY, method=4)
        case Making.LOSSLESS:
            return _saved(picture, "WEBP", lossless=True, quality=60, method=4)
        case Making.PNG:
            return _saved(picture, "PNG", optimize=True)
        case _:
            return _saved(picture.convert("RGB"), "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)


def _saved(picture: Image.Image, form: str, **options: object) -> bytes:
    """Encode; what was known of the picture besides its pixels stays behind."""
    loops = {"loop": picture.info["loop"]} if options.get("save_all") and "loop" in picture.info else {}
    bare = picture if options.get("save_all") else picture.copy()
    if bare is not picture:
        bare.info = {key: value for key, value in picture.info.items() if key == "transparency"}
    out = BytesIO()
    bare.save(
        out, form, **{"exif": b"", "xmp": b"", **loops, **options} if form in {"WEBP", "AVIF"} else {**loops, **options}
    )
    return out.getvalue()
