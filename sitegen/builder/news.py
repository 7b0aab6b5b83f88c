"""What came of a look at a site that is being written, for whoever waits for it."""

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.builder.assets import is_asset
from sitegen.builder.ground import Ground
from sitegen.errors import SitegenError, Warn
from sitegen.files import Stamp
from sitegen.model import Script
from sitegen.planner import views_of


class News(NamedTuple):
    """What came of a look: what is wrong, and what there is to warn of that was not said before.

    `leads` are the addresses, by script, of an article that is new or has moved, where there is just one. `is_bare` says that
    a file changed which pages show under its own name: they are the same, and look different.
    """

    problems: tuple[SitegenError, ...] = ()
    warnings: tuple[Warn, ...] = ()
    leads: tuple[tuple[Script, str], ...] = ()
    is_bare: bool = False


def leads_of(ground: Ground, before: Mapping[str, str], after: Mapping[str, str]) -> tuple[tuple[Script, str], ...]:
    """The addresses of the article whose route is not what it was, by its file, if there is just one."""
    moved = [route for file, route in after.items() if before.get(file) != route]
    views = views_of(ground.facts)
    return tuple((script, view.urls.href(moved[0])) for script, view in views.items()) if len(moved) == 1 else ()


def is_bare(ground: Ground, before: Ground | None) -> bool:
    """Whether a file changed that pages show under its own name."""
    return before is not None and _bare(before) != _bare(ground)


def _bare(ground: Ground) -> list[tuple[str, Stamp]]:
    return [(copy.path, stamp) for copy, stamp in ground.inputs.static if not is_asset(copy.path)]
