"""The single characters that a stage replaces → the function that does it, the quickest for so many."""

import re
from collections.abc import Callable

FEW = 300
"""Single characters that a stage replaces, up to which it is quicker to look for them."""

ASTRAL = 0x10000
"""From here on a character takes `re` out of its quick search for one of many."""


def replacer(characters: dict[int, str]) -> Callable[[str], str]:
    """Make the function that replaces single characters: where they are few, it only touches those."""
    if len(characters) > FEW or not all(code < ASTRAL for code in characters):
        first_plane = _first_plane(characters)
        return lambda text: text.translate(characters if _is_beyond(text) else first_plane)
    table = {chr(code): value for code, value in characters.items()}
    apart = re.compile(f"([{''.join(map(re.escape, table))}])") if table else None

    def replaced(text: str) -> str:
        pieces = apart.split(text) if apart else [text]
        pieces[1::2] = [table[each] for each in pieces[1::2]]
        return "".join(pieces)

    return replaced


def _first_plane(characters: dict[int, str]) -> list[int | str]:
    """What becomes of each character, by its code: `translate` is slow where it finds none, and twice as fast with a list."""
    table: list[int | str] = list(range(ASTRAL))
    for code, value in characters.items():
        if code < ASTRAL:
            table[code] = value
    return table


def _is_beyond(text: str) -> bool:
    """Whether there is a character beyond the first plane, which UTF-16 writes as two; no search tells it as fast."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
