"""Name the colour that stands in the place of a picture until it comes.

A page may hold no style of its own, so a colour is the name of a class: one of these sixteen, each a line of the style sheet.
"""

TONES = {
    "tone-0": (0x17, 0x19, 0x1B), "tone-1": (0x42, 0x45, 0x48), "tone-2": (0x73, 0x76, 0x79), "tone-3": (0xA6, 0xA8, 0xAA),
    "tone-4": (0xDA, 0xDB, 0xDC), "tone-5": (0x4A, 0x33, 0x24), "tone-6": (0x86, 0x5F, 0x42), "tone-7": (0xC0, 0x9D, 0x7A),
    "tone-8": (0xE8, 0xD9, 0xC0), "tone-9": (0x2F, 0x3D, 0x26), "tone-a": (0x62, 0x74, 0x44), "tone-b": (0xA3, 0xAF, 0x7C),
    "tone-c": (0x27, 0x3F, 0x5C), "tone-d": (0x5F, 0x80, 0xA3), "tone-e": (0xAF, 0xC6, 0xDB), "tone-f": (0x8F, 0x33, 0x2C),
}  # fmt: skip
"""Greys, earth, leaves, sky and one red: what photographs average to."""


def tone_of(colour: tuple[int, int, int]) -> str:
    """The nearest tone, weighed as the eye does.

    >>> tone_of((0x70, 0x78, 0x7C))
    'tone-2'
    """
    return min(TONES, key=lambda name: _distance(TONES[name], colour))


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    return 3 * red * red + 6 * green * green + blue * blue * 2
