# ruff: noqa: INP001  # a script beside the picture it draws
"""Draw the picture of terraces in the rain that the example shows: `python docs/images/terraces.py FILE`."""

import sys
from collections.abc import Iterator
from math import sin
from random import Random

from PIL import Image, ImageDraw, ImageFilter

SIZE = (1600, 1000)
FINE = 2
"""Drawn so many times as large, so that every edge is soft in the end."""

SKY = ((214, 219, 214), (241, 236, 222))
HILLS = ((176, 190, 184), (146, 167, 156), (112, 141, 122), (84, 117, 90), (62, 93, 63))
WATER, EARTH = (206, 214, 207), (116, 92, 64)

Point = tuple[float, float]


def main(file: str) -> None:
    """Draw it, the same with every run."""
    rng = Random(24)  # noqa: S311  # it guards no secret
    width, height = (side * FINE for side in SIZE)
    picture = _sky(width, height)
    for at, colour in enumerate(HILLS):
        _hill(picture, at, colour, rng)
        picture = picture.filter(ImageFilter.GaussianBlur(FINE * max(0.0, 1.4 - at * 0.4)))
    picture = Image.blend(picture, _rain(picture, rng), 0.35)
    picture = picture.resize(SIZE, Image.Resampling.LANCZOS)
    Image.blend(picture, _grain(rng), 0.03).save(file, quality=74, optimize=True, progressive=True)


def _sky(width: int, height: int) -> Image.Image:
    sky = Image.new("RGB", (1, height))
    for y in range(height):
        part = min(1.0, y / (height * 0.55))
        sky.putpixel((0, y), tuple(round(a + (b - a) * part) for a, b in zip(*SKY, strict=True)))
    return sky.resize((width, height))


def _hill(picture: Image.Image, at: int, colour: tuple[int, int, int], rng: Random) -> None:
    """A ridge, and from the second on its terraces: a strip of water, a bank of earth, green."""
    draw = ImageDraw.Draw(picture)
    top = picture.height * (0.24 + 0.135 * at)
    ridge = _ridge(picture.width, top, picture.height * (0.085 + 0.012 * at), rng)
    draw.polygon([*ridge, (picture.width, picture.height), (0, picture.height)], fill=colour)
    steps = 3 + 2 * at if at else 0
    for step in range(1, steps + 1):
        depth = picture.height * (0.012 + 0.013 * at) * step
        flat = [(x, y + depth + (top - y) * 0.07 * step) for x, y in ridge]
        thick = FINE * (2 + at * 1.8)
        draw.line(
            flat,
            fill=_between(colour, WATER, 0.75 - 0.06 * (step % 3)),
            width=round(thick * (1 + step % 3)),
            joint="curve",
        )
        bank = [(x, y + thick * 1.5) for x, y in flat]
        draw.line(bank, fill=_between(colour, EARTH, 0.35 + 0.1 * at), width=round(thick * 0.8), joint="curve")


def _ridge(width: int, top: float, swing: float, rng: Random) -> list[Point]:
    waves = [(rng.uniform(0.6, 1.4) * 2**n, rng.uniform(0, 6), 0.55**n) for n in range(5)]
    return [
        (x, top + swing * sum(part * sin(x / width * 6.28 * pace + start) for pace, start, part in waves))
        for x in range(0, width + 16, 16)
    ]


def _rain(picture: Image.Image, rng: Random) -> Image.Image:
    made = picture.copy()
    draw = ImageDraw.Draw(made)
    for start, length in _drops(picture.size, rng):
        end = (start[0] - length * 0.16, start[1] + length)
        draw.line((start, end), fill=(238, 240, 234), width=FINE)
    return made


def _drops(size: tuple[int, int], rng: Random) -> Iterator[tuple[Point, float]]:
    for _ in range(2600):
        yield (rng.uniform(0, size[0] * 1.1), rng.uniform(-80, size[1])), rng.uniform(24, 90) * FINE / 2


def _grain(rng: Random) -> Image.Image:
    small = Image.frombytes("L", (800, 500), rng.randbytes(400_000))
    return small.resize(SIZE, Image.Resampling.BICUBIC).convert("RGB")


def _between(one: tuple[int, int, int], other: tuple[int, int, int], part: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * part) for a, b in zip(one, other, strict=True))


if __name__ == "__main__":
    main(sys.argv[1])
