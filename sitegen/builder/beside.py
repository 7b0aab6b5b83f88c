"""What another process brings along while this one finds out what there is to do: first what reads, then what makes pages."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it begins before anything else is brought along
    from sitegen.chinese import Orthography
    from sitegen.model import SiteFacts

MANY = 500
"""Files of the content from which on it is worth while."""


def make_ready_to_read() -> None:
    """Bring along what reads files: those that changed are asked for before all else."""
    import_module("sitegen.builder.fetching")


def make_ready_to_cook(facts: "SiteFacts", orthography: "Orthography") -> None:
    """Bring along what pages are made with."""
    from sitegen.builder.cooking import warm_up

    import_module("sitegen.builder.staging")
    warm_up(facts, orthography)
