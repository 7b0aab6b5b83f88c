"""What is known of a file before anything is made of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The text of a file, a paragraph a line, and what the file says of it besides; `date` and the others as found.

    `lost` counts the bytes that no reading of the file could make characters of.
    """

    file: str
    text: str
    encoding: str
    title: str = ""
    date: str = ""
    byline: str = ""
    source: str = ""
    address: str = ""
    captions: tuple[str, ...] = ()
    lost: int = 0
