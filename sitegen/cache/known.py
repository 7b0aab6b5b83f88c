"""What the record knows: of a file of the content, of a published file."""

from typing import NamedTuple


class Known(NamedTuple):
    """What is known of a file of the content: its stamp, whether that was old enough to be sure of, digests, and value.

    `digest` is of its bytes, `shown` of what its pages may show, `value` what was read, as JSON.
    """

    file: str
    kind: str
    size: int
    modified: int
    changed: int
    is_sure: int
    digest: bytes
    shown: bytes
    value: bytes


class Stamped(NamedTuple):
    """The first columns of Known, but for the name of the file."""

    kind: str
    size: int
    modified: int
    changed: int
    is_sure: int


class PageRow(NamedTuple):
    """What is known of a published file: bytes, and the fingerprint of what it shows."""

    path: str
    size: int
    fingerprint: bytes
