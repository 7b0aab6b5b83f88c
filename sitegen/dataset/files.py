"""Lines of data → the pieces of the files that they become, a line at a time."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from msgspec import json

from sitegen.dataset.fields import FIRST, LAST, taxonomy_field

BETWEEN = "; "
BREAKING = re.compile("[\x00-\x08\x0b-\x1f]")
"""Characters that programs which read tables stumble over."""


def jsonl_pieces(rows: Iterable[bytes]) -> Iterator[bytes]:
    """Each article on a line."""
    return (row + b"\n" for row in rows)


def csv_pieces(rows: Iterable[bytes], taxonomies: Sequence[str]) -> Iterator[bytes]:
    """A table of the same with a head (RFC 4180), without what only a tree can hold."""
    names = [each.name for each in (*FIRST, *(taxonomy_field(key, "") for key in taxonomies), *LAST)]
    yield table_line(names)
    for row in rows:
        told = json.decode(row)
        yield table_line([_cell(told[name]) for name in names])


def table_line(cells: Sequence[object]) -> bytes:
    r"""One line of a table.

    >>> table_line(["a", "b, c"])
    b'a,"b, c"\r\n'
    """
    line = StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> object:
    if isinstance(value, list):
        return BETWEEN.join(_item(each) for each in value)
    return BREAKING.sub("", value) if isinstance(value, str) else value


def _item(value: dict[str, Any]) -> str:
    return str(value["name"]) if "name" in value else f"{value['date'] or ''} {value['text']}".strip()
