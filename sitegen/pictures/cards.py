"""Draw the card that other places show of a link to an article: its words and fonts → a picture in PNG."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFont

from sitegen.model import CardWords
from sitegen.model.card import HIGH, WIDE
from sitegen.pictures.faces import Face, Fonts, drawable
from sitegen.pictures.making import maker
from sitegen.pictures.setting import broken

Colour = tuple[int, int, int]
Pens = Mapping[Colour, ImageDraw.ImageDraw]
"""What draws in each colour."""

PAPER = (0xFC, 0xFC, 0xFA)
INK, QUIET, LINE, RED = (0x1C, 0x1B, 0x19), (0x5B, 0x58, 0x50), (0xD8, 0xD6, 0xCE), (0xA5, 0x28, 0x1B)
"""The colours of the theme by day."""

COLOURS = (INK, QUIET, LINE, RED)
STEPS = 15
"""Shades of each colour, from paper on: as many as the edges of letters need."""

MARGIN = 72
SIZES = (92, 80, 70, 62, 54)
"""Of headlines: the largest that takes no more lines than there is room for."""

MOST = 4
"""Lines of a headline. Of the smallest size there is room for as many below a kicker, too."""

LONGEST = 90
"""Characters of a headline that are looked at: more than there is room for."""

LEADING = 1.34
NAME_SIZE, KICKER_SIZE, NOTE_SIZE = 42, 33, 27
RULE = 140
"""Where the printers' double rule stands, from above; `FOOT` is where the hairline does."""

FOOT = 552
GAP = 28
"""What stays empty below and above the rules, at least."""

FULL = 255
FORM = 1
"""Raised whenever the same words would become another picture."""


def card_maker(fonts: Fonts) -> str:
    """What tells this drawing of cards from another that might make other bytes."""
    faces = [f"{face.digest} {face.index}" for face in (*fonts.headlines, *fonts.notes)]
    return f"{FORM} {maker()} {' '.join(faces)}"


def draw_card(words: CardWords, fonts: Fonts) -> bytes:
    """The bytes of a card."""
    inks = {colour: Image.new("L", (WIDE, HIGH)) for colour in COLOURS}
    pens = {colour: ImageDraw.Draw(ink) for colour, ink in inks.items()}
    _head(pens, words.name, fonts)
    _middle(pens, words, fonts)
    _foot(pens, words.note, fonts)
    out = BytesIO()
    _printed(inks).save(out, "PNG", compress_level=6)
    return out.getvalue()


def _printed(inks: Mapping[Colour, Image.Image]) -> Image.Image:
    """Print one ink after the other; no two of them meet, so a small palette holds all their shades exactly."""
    picture = Image.new("L", (WIDE, HIGH))
    palette = [*PAPER]
    for at, (colour, ink) in enumerate(inks.items()):
        shades = [
            0,
            *(round(value * STEPS / 255) and round(value * STEPS / 255) + at * STEPS for value in range(1, 256)),
        ]
        picture = ImageChops.add(picture, ink.point(shades))
        palette += [
            round(paper + (ink - paper) * step / STEPS)
            for step in range(1, STEPS + 1)
            for paper, ink in zip(PAPER, colour, strict=True)
        ]
    picture.putpalette(palette)
    return picture


def _head(pens: Pens, name: str, fonts: Fonts) -> None:
    """The seal and the name of the site, above the double rule 文武线; the seal alone where the name is the headline."""
    short = _cut(name, NAME_SIZE, fonts.headlines, WIDE - 2 * MARGIN - 90)
    side = 56
    left = (WIDE - side - (20 + _width(short, NAME_SIZE, fonts.headlines) if short else 0)) / 2
    _seal(pens[RED], left, 80 - side / 2, side)
    _write(pens, (left + side + 20, 80), short, NAME_SIZE, fonts.headlines, INK, anchor="lm")
    pens[INK].rectangle((MARGIN, RULE, WIDE - MARGIN, RULE + 5), fill=FULL)
    pens[INK].rectangle((MARGIN, RULE + 10, WIDE - MARGIN, RULE + 11), fill=FULL)


def _seal(pen: ImageDraw.ImageDraw, left: float, top: float, side: float) -> None:
    """The character 田 as a plan of fields, two fallow, two in furrows: the mark of the theme."""
    unit = side / 32
    pen.rounded_rectangle((left, top, left + side, top + side), 1.5 * unit, fill=FULL)

    def field(x: float, y: float, wide: float, high: float) -> None:
        pen.rectangle(
            (left + x * unit, top + y * unit, left + (x + wide) * unit - 1, top + (y + high) * unit - 1), fill=0
        )

    for x, y in ((5, 5), (17, 17)):
        field(x, y, 10, 10)
    for at in range(4):
        field(17 + at * 2.73, 5, 1.8, 10)
        field(5, 17 + at * 2.73, 10, 1.8)


def _middle(pens: Pens, words: CardWords, fonts: Fonts) -> None:
    """The series as a kicker, and the headline, in the middle between the rules."""
    series = _cut(words.series, KICKER_SIZE, fonts.headlines, WIDE - 2 * MARGIN - 2 * KICKER_SIZE)
    kicker = f"【{series}】" if series else ""
    above = KICKER_SIZE * 1.9 if kicker else 0
    size, lines = _set(words.headline, fonts.headlines, FOOT - RULE - 2 * GAP - above)
    step = size * LEADING
    top = (RULE + FOOT) / 2 - (above + step * len(lines)) / 2
    _write(pens, (WIDE / 2, top + KICKER_SIZE / 2), kicker, KICKER_SIZE, fonts.headlines, RED)
    for at, line in enumerate(lines):
        _write(pens, (WIDE / 2, top + above + step * (at + 0.5)), line, size, fonts.headlines, INK)


def _foot(pens: Pens, note: str, fonts: Fonts) -> None:
    pens[LINE].rectangle((MARGIN, FOOT, WIDE - MARGIN, FOOT), fill=FULL)
    short = _cut(note, NOTE_SIZE, fonts.notes, WIDE - 2 * MARGIN)
    _write(pens, (WIDE / 2, (FOOT + HIGH) / 2), short, NOTE_SIZE, fonts.notes, QUIET)


def _set(headline: str, faces: tuple[Face, ...], high: float) -> tuple[int, list[str]]:
    """The size of a headline that is to be so high at most, and its lines; one that is longer than any is cut."""
    room = WIDE - 2 * MARGIN
    headline = headline[:LONGEST]
    for size in SIZES:
        lines = broken(headline, _measure(size, faces), room)
        if len(lines) <= min(MOST, high / (size * LEADING)):
            return size, lines
    return SIZES[-1], [*lines[: MOST - 1], _cut(f"{lines[MOST - 1]}{lines[MOST]}", SIZES[-1], faces, room)]


def _cut(text: str, size: int, faces: tuple[Face, ...], room: float) -> str:
    """As much of a text as there is room for."""
    if _width(text, size, faces) <= room:
        return text
    while text and _width(f"{text}……", size, faces) > room:
        text = text[:-1]
    return f"{text.rstrip('，、：；— ')}……"


def _measure(size: int, faces: tuple[Face, ...]) -> Callable[[str], float]:
    return lambda text: _width(text, size, faces)


def _width(text: str, size: int, faces: Iterable[Face]) -> float:
    return sum(_font(face, size).getlength(run) for run, face in _runs(text, faces))


def _write(
    pens: Pens,
    place: tuple[float, float],
    text: str,
    size: int,
    faces: tuple[Face, ...],
    colour: Colour,
    *,
    anchor: str = "mm",
) -> None:
    """Write a line, run by run, in the middle of a place or from it on."""
    x, y = place
    if anchor == "mm":
        x -= _middle_of(text, size, faces)
    for run, face in _runs(text, faces):
        font = _font(face, size)
        pens[colour].text((x, y + size * 0.36), run, FULL, font, anchor="ls")
        x += font.getlength(run)


def _middle_of(text: str, size: int, faces: tuple[Face, ...]) -> float:
    """Where the middle of what is printed of a line is: many signs are half empty, and would pull it to a side."""
    runs = _runs(text, faces)
    if not runs:
        return 0
    (first, one), (last, other) = runs[0], runs[-1]
    start = _font(one, size).getbbox(first[0])[0]
    end = _font(other, size).getlength(last[-1]) - _font(other, size).getbbox(last[-1])[2]
    return (start + _width(text, size, faces) - end) / 2


def _runs(text: str, faces: Iterable[Face]) -> list[tuple[str, Face]]:
    """The parts of a text that one face draws."""
    runs: list[tuple[str, Face]] = []
    for sign, face in drawable(text, faces):
        if runs and runs[-1][1] == face:
            runs[-1] = (runs[-1][0] + sign, face)
        else:
            runs.append((sign, face))
    return runs


@cache
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face.file, size, index=face.index, layout_engine=ImageFont.Layout.BASIC)
