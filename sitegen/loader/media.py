"""Name a picture by its content, and say what it is."""

from hashlib import blake2b

from sitegen.chinese import slug_of
from sitegen.errors import Place, Warn
from sitegen.files import Found
from sitegen.messages import Message, message
from sitegen.model import Kind, Media, Shape
from sitegen.pictures import Unreadable

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"})
NAMED = 4
"""Things taken out of a drawing that a warning names."""


def read_medium(found: Found, data: bytes) -> Media:
    """Find out what a file is by its bytes: a picture of a wrong ending gets the right one, a broken one its fault."""
    seen, warnings = _seen(found, data)
    fault = seen if isinstance(seen, Message) else ""
    shape = seen if isinstance(seen, Shape) else None
    digest = blake2b(data, digest_size=5).hexdigest()
    return Media(
        file=found.shown,
        path=found.on_disk,
        name="" if fault else f"{slug_of(found.pure.stem)}-{digest}{shape.ending if shape else found.ending}",
        digest=picture_digest(data),
        shape=shape,
        fault=fault,
        warnings=warnings,
    )


def picture_digest(data: bytes) -> str:
    """What tells the bytes of a picture from all others."""
    return blake2b(data, digest_size=16).hexdigest()


def _seen(found: Found, data: bytes) -> tuple[Shape | Message | None, tuple[Warn, ...]]:
    if found.ending == ".svg":
        return _drawing(found, data)
    if found.ending not in PICTURES:
        return None, ()
    from sitegen.pictures.look import look

    return look(data), ()


def _drawing(found: Found, data: bytes) -> tuple[Shape | Message, tuple[Warn, ...]]:
    from sitegen.pictures.svg import clean

    try:
        drawing = clean(data)
    except Unreadable as error:
        return error.why, ()
    shape = Shape(
        kind=Kind.VECTOR, ending=".svg", width=drawing.width, height=drawing.height, size=len(data), has_alpha=True
    )
    if not drawing.removed:
        return shape, ()
    more = " …" if len(drawing.removed) > NAMED else ""
    problem = message("published without {parts}{more}", parts=drawing.removed[:NAMED], more=more)
    hint = message("see whether the drawing is as it should be, or save it as plain SVG")
    return shape, (Warn(code="cleaned-picture", problem=problem, place=Place(found.shown), hint=hint),)
