"""Break a headline into lines as Chinese is set: words and how wide each sign is → lines that are about as long as each other."""

import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import ceil

NOT_FIRST = frozenset("。，、；：？！）》」』】〉〕…—·～’”%％‰℃.,;:?!)]}")
"""What no line may begin with (禁则)."""

NOT_LAST = frozenset("（《「『【〈〔‘“([{￥$#＃")
"""What no line may end with."""

PIECE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,/+%℃-]*[A-Za-z0-9%℃]|——|……|\s+|.", re.DOTALL)
"""What is never broken inside: a word of other letters, a number, a dash."""

LIKED = frozenset("。，、；：？！）》」』】〉…—·")
"""After these a line ends well."""

REWARD = 0.3
"""How much of an even line a good end is worth."""


def broken(text: str, width: Callable[[str], float], room: float) -> list[str]:
    """The lines of a text, as few as there is room for; a single piece may be wider than the room.

    >>> broken("红古区：产业链，达百亿级", len, 8)
    ['红古区：', '产业链，达百亿级']
    """
    pieces = _unbreakable(PIECE.findall(text.strip()))
    starts = [0.0, *accumulate(width(each) for each in pieces)]
    for count in range(max(1, ceil(starts[-1] / room)), len(pieces) + 1):
        if lines := _even(pieces, starts, count, room):
            return lines
    return pieces


def _unbreakable(pieces: Sequence[str]) -> list[str]:
    """Join to each piece what must not begin a line after it, or must not end one before it; a blank begins none either."""
    joined: list[str] = []
    for each in pieces:
        if joined and (each[0] in NOT_FIRST or each.isspace() or joined[-1].rstrip()[-1:] in NOT_LAST):
            joined[-1] += each
        else:
            joined.append(each)
    return joined


def _even(pieces: Sequence[str], starts: Sequence[float], count: int, room: float) -> list[str]:
    """The pieces on so many lines, as even as can be; nothing where a line would be too long."""
    ideal = starts[-1] / count
    best: list[list[tuple[float, int]]] = [[(0.0, 0)] + [(float("inf"), 0)] * len(pieces)]
    for _ in range(count):
        before = best[-1]
        row = [(float("inf"), 0)]
        for end in range(1, len(pieces) + 1):
            costs = ((before[at][0] + _cost(pieces, starts, at, end, ideal, room), at) for at in range(end))
            row.append(min(costs))
        best.append(row)
    if best[count][-1][0] == float("inf"):
        return []
    lines: list[str] = []
    end = len(pieces)
    for row in reversed(best[1:]):
        at = row[end][1]
        lines.insert(0, "".join(pieces[at:end]).strip())
        end = at
    return [each for each in lines if each]


def _cost(pieces: Sequence[str], starts: Sequence[float], at: int, end: int, ideal: float, room: float) -> float:
    long = starts[end] - starts[at]
    if long > room and end - at > 1:
        return float("inf")
    last = pieces[end - 1][-1]
    liked = REWARD if end < len(pieces) and (last in LIKED or last.isspace()) else 0.0
    return ((long - ideal) / ideal) ** 2 - liked
