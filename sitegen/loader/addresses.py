"""Read the record of the addresses that were published, or say what is wrong with each line of it."""

from functools import lru_cache
from pathlib import Path

from sitegen.errors import ContentError, Place, raise_all
from sitegen.foreign import foreign
from sitegen.loader.text import clean
from sitegen.messages import message
from sitegen.model.address import GONE, RECORD, Address

CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
LEAST_COLUMNS, USUAL_COLUMNS, MOST_COLUMNS = 2, 3, 4


def read_addresses(site: Path) -> tuple[Address, ...]:
    """Every line of the record; nothing where nothing was ever published from this folder."""
    try:
        data = (site / RECORD).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        problem = message("cannot be read: {reason}", reason=foreign(error.strerror))
        raise ContentError(problem, place=Place(RECORD)) from error
    return _addresses(data)


@lru_cache(maxsize=2)
def _addresses(data: bytes) -> tuple[Address, ...]:
    """The same of its bytes, which a preview meets again and again."""
    found: list[Address] = []
    problems = []
    for at, line in enumerate(clean(data, RECORD).split("\n"), start=1):
        row = line.split("\t")
        if len(row) == USUAL_COLUMNS and line[0] == "/" and row[1] and row[2] != GONE:  # nearly every line
            found.append(Address(row[0], row[1], row[2], "", at))
        elif line.strip() and line[0] != "#":
            row = line.rstrip().split("\t")
            problems += _problems(at, row)
            row = [*row[:-1], "", GONE] if len(row) == USUAL_COLUMNS and row[2] == GONE else row
            found.append(Address._make((*(row + [""] * MOST_COLUMNS)[:MOST_COLUMNS], at)))
    raise_all(problems)
    return tuple(found)


def _problems(at: int, row: list[str]) -> list[ContentError]:
    if row[0].startswith(CONFLICT):
        problem = message("this is the mark of a conflict that nobody has solved")
        hint = message("keep the lines of both sides, and delete this one")
    elif not row[0].startswith("/") or not LEAST_COLUMNS <= len(row) <= MOST_COLUMNS or not row[1]:
        problem = message("this is no line of an address: {line!r}", line="\t".join(row)[:80])
        hint = message("write an address, a tab and what stood there, or take the line back to what it was")
    elif len(row) == MOST_COLUMNS and row[3] not in {"", GONE}:
        problem = message("{word!r} says nothing about an address", word=row[3])
        hint = message("write `gone`, or nothing")
    else:
        return []
    return [ContentError(problem, place=Place(RECORD, at), hint=hint)]
