"""The characters that an index knows → what a browser needs to write a query as the index is written. docs/search.md tells the form."""

import re
from collections.abc import Collection
from itertools import pairwise

from sitegen.chinese import representatives
from sitegen.search.bits import low_digits, rice, to_bytes
from sitegen.search.shard import varint

FIRST, LAST = "\u3400", "\u9fff"
"""The Han characters that nearly all are; what is about others is written as text."""

TWO = re.compile(f"[{FIRST}-{LAST}]{{2}}")
ZERO = ord(FIRST) - 1
BASE = ord(LAST) - ZERO + 1


def characters_bytes(present: Collection[str]) -> bytes:
    """Each character that one of those present stands for, and that one."""
    both = [each + first for each, first in representatives().items() if first in present]
    numbers = sorted((ord(two[0]) - ZERO) * BASE + ord(two[1]) - ZERO for two in filter(TWO.fullmatch, both))
    text = "\n".join(sorted(each for each in both if not TWO.fullmatch(each))).encode()
    low = low_digits(numbers[-1] // len(numbers)) if numbers else 0
    bits = to_bytes("".join([rice(after - before - 1, low) for before, after in pairwise([-1, *numbers])]))
    return varint(len(numbers)) + varint(len(text)) + text + bytes([low]) + bits
