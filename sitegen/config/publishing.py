"""How the files of a build come to their places."""

from enum import StrEnum


class Publishing(StrEnum):
    """How the files of a build come to their places."""

    IN_PLACE = "in-place"
    SWAP = "swap"
