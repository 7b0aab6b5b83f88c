"""What is remembered of an address that was published once."""

from typing import NamedTuple

RECORD = "content/addresses.tsv"
"""The file of all of them, relative to the folder of the site."""

GONE = "gone"
"""What an editor writes at the end of a line whose address is to lead nowhere."""


class Address(NamedTuple):
    """A route that was published, and what stood there.

    `source` is a file of the content without the name of that folder, or a term: its taxonomy and its identity. The first address that it ever had
    has a `mark`, which tells it again when it has another name: of a file the digests of title and date, and of its body; of a term the
    first address of an article under it. `state` is GONE where an editor knows that nothing is to follow.
    """

    route: str
    source: str
    mark: str = ""
    state: str = ""
    line: int = 0


class OldFile(NamedTuple):
    """The address of a file that stood beside a page once, and that of the file in its place; of what `is_gone` that of the page that says so."""

    old: str
    new: str
    is_gone: bool
