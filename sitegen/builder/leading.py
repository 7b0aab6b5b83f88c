"""Write old and new addresses as hosts and servers read them."""

import re
from urllib.parse import unquote

from sitegen.model import Plan
from sitegen.model.address import GONE
from sitegen.planner.urls import MAPS, REDIRECTS

UNSAFE = re.compile(r"[\s\"\\\\{}$]|^[^/]")
"""What a server might read as something else: such an address is left to its page."""


def redirect_lists(plan: Plan) -> dict[str, bytes]:
    """The bytes of each list by its path; none of `_redirects` where hosts would not read all of it."""
    lists = {MAPS[server]: _map(plan, server) for server in plan.facts.old_links.maps}
    if 0 < len(plan.redirects) <= plan.facts.old_links.most:
        lists[REDIRECTS] = "".join(f"{old} {new} 301\n" for old, new in plan.redirects).encode()
    return lists


def _map(plan: Plan, server: str) -> bytes:
    """Pairs of the path that a server has decoded and where it leads, or that it is gone."""
    pairs = [
        *((unquote(old), new.replace("$", "%24")) for old, new in plan.redirects),
        *((unquote(old), GONE) for old in plan.gone),
    ]
    lines = (_line(old, new, server) for old, new in sorted(pairs) if not UNSAFE.search(old))
    return "".join(lines).encode()


def _line(old: str, new: str, server: str) -> str:
    match server:
        case "nginx":
            return f'"{old}" "{new}";\n'
        case "caddy":
            return f'"{old}" "{new}"\n'
        case _:
            return f"{old} {new}\n"
