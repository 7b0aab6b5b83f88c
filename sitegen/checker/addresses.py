"""What an address in a page means: a file of this site and a place in it, or something elsewhere."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

HERE = "http://built.invalid"
PLAIN = re.compile(r"/(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?(?:#[\w-]*)?", re.ASCII)
SCHEME = re.compile(r"[a-zA-Z][\w+.-]*:")


class Inside(NamedTuple):
    """A file of the output folder, by its path there, and the fragment after #; `path` is None outside base_url."""

    path: str | None
    fragment: str


@dataclass(frozen=True)
class Addresses:
    """The scheme and host of the site, and the folder there that it stands in; no `origin` where nobody knows it."""

    base_path: str
    origin: str = ""

    def __hash__(self) -> int:
        """Of the folder alone, whose digest a string keeps: it is asked for with every address of every page."""
        return hash(self.base_path)

    @cached_property
    def base(self) -> str:
        """The folder on the host, as a file system would spell it."""
        return f"{unquote(self.base_path)}/"

    def inside(self, written: str, page: str) -> Inside | None:
        """The file that an address in a page stands for; None where it leads to another host or is no address."""
        return _inside(self, written, "" if written.startswith("/") else page)

    def path_of(self, url_path: str) -> str | None:
        """The file that a host would answer a path with."""
        path = unquote(url_path)
        if not path.startswith(self.base):
            return None
        inside = path.removeprefix(self.base)
        return f"{inside}index.html" if inside.endswith("/") or not inside else inside


@lru_cache(maxsize=100_000)
def _inside(addresses: Addresses, written: str, page: str) -> Inside | None:
    url = written.strip()
    if (
        addresses.origin and url.startswith((f"{addresses.origin}/", f"{addresses.origin}#"))
    ) or url == addresses.origin:
        url = url.removeprefix(addresses.origin) or "/"
        if addresses.path_of(urlsplit(url).path) is None:
            return None
    if PLAIN.fullmatch(url):  # nearly every address of a built page
        path, _, fragment = url.partition("#")
        return Inside(addresses.path_of(path), fragment)
    if SCHEME.match(url) or url.startswith("//"):
        return None
    try:
        parts = urlsplit(urljoin(f"{HERE}{addresses.base_path}/{page.removesuffix('index.html')}", url))
    except ValueError:
        return Inside(None, "")
    return Inside(addresses.path_of(parts.path), unquote(parts.fragment))
