"""What a program from outside says of a site: which program, how much it read, and what it found wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How many files or things a program read, and each fault with its place. `reader` is the program and its version."""

    reader: str
    what: str
    count: int
    faults: tuple[str, ...] = ()


class NotThereError(Exception):
    """A program is not there and cannot be fetched."""
