"""Write old and new addresses as hosts and servers read them."""

import re
from urllib.parse import unquote

from sitegen.model import Plan
from sitegen.model.address import GONE
from sitegen.planner.urls import MAPS, REDIRECTS

UNSAFE = re.compile(r"[\s\"\\\\{}$]|^[^/]")
"""What a server might read as something else: such an address is left to its page."""


def redirect_lists(plan: Plan) -> dict[str, bytes]:
    """The bytes of each list by its path; none of `_redirects` where there is nothing for it, or hosts would not read all of it."""
    lists = {MAPS[server]: _map(plan, server) for server in plan.facts.old_links.maps}
    if lines := _for_hosts(plan):
        lists[REDIRECTS] = "".join(lines).encode()
    return lists


def _for_hosts(plan: Plan) -> list[str]:
    """The lines of `_redirects`; of too many those of files, which no page at their address can lead on from."""
    pages = [f"{old} {new} 301\n" for old, new in plan.redirects]
    files = [f"{each.old} {each.new} {302 if each.is_gone else 301}\n" for each in plan.old_files]
    return next((lines for lines in ([*pages, *files], files) if len(lines) <= plan.facts.old_links.most), [])


def _map(plan: Plan, server: str) -> bytes:
    """Pairs of the path that a server has decoded and where it leads, or that it is gone."""
    files = plan.old_files
    leading = [*plan.redirects, *((each.old, each.new) for each in files if not each.is_gone)]
    gone = [*plan.gone, *(each.old for each in files if each.is_gone)]
    pairs = [
        *((unquote(old), new.replace("$", "%24")) for old, new in leading),
        *((unquote(old), GONE) for old in gone),
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
