"""Where style sheets, scripts and other files of static/ are, for a template that names one."""

from collections.abc import Callable
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import quote

from jinja2 import pass_context
from jinja2.runtime import Context

from sitegen.messages import message
from sitegen.renderer.templates.faults import with_guess

ASSETS = (".css", ".js")
"""Files that are named by their content."""


class Assets(NamedTuple):
    """Where the files of static/ are: at the root under their names, style sheets and scripts where their content says."""

    root: str
    by_name: dict[str, str]

    def address(self, name: str) -> str:
        """The address of a file; a template that asks for a style sheet or script that is not there has a fault."""
        if name in self.by_name:
            return self.by_name[name]
        if name.endswith(ASSETS):
            close = get_close_matches(name, self.by_name, n=1)
            raise ValueError(with_guess(message("there is no static/{name}", name=name), close))
        return self.root + quote(name)


NO_ASSETS = Assets("/", {})


def asset_filter(assets: Assets) -> Callable[[Context, str], str]:
    """The filter for one site: with a context it is never worked out when a template is compiled, which other sites share."""

    @pass_context
    def asset(_context: Context, name: str) -> str:
        return assets.address(name)

    return asset
