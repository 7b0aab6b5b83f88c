"""The rules that a built site must keep: a function each, and a line in RULES."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.checker.document import Document, Target
from sitegen.errors import OutputError, Place, SitegenError

Rule = Callable[["Site"], Iterator[SitegenError]]
HERE = "http://built.invalid"


class Site:
    """The built site: its pages, its files, and the folder on the host that it stands in."""

    def __init__(self, folder: Path, *, base_path: str, shown_as: str) -> None:
        self.base_path = base_path
        self.shown_as = shown_as
        paths = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
        self.files = frozenset(paths)
        self.pages: Mapping[str, Document] = {path: Document(folder, path) for path in paths if path.endswith(".html")}

    def address(self, path: str) -> str:
        """The address of a file."""
        return f"{HERE}{self.base_path}/{path.removesuffix('index.html')}"

    def file_at(self, url: str) -> str | None:
        """The file that a host would answer an address with; None where it would not."""
        path, base = unquote(urlsplit(url).path), unquote(self.base_path)
        if not path.startswith(f"{base}/"):
            return None
        inside = path.removeprefix(f"{base}/")
        candidate = f"{inside}index.html" if inside.endswith("/") or not inside else inside
        return candidate if candidate in self.files else None

    def place(self, path: str, target: Target) -> Place:
        """Where an address stands."""
        return Place(f"{self.shown_as}/{path}", target.line)


def check_site(folder: Path, *, base_path: str, shown_as: str) -> list[SitegenError]:
    """Find every broken rule; `shown_as` is the folder's name in messages."""
    if not folder.is_dir():
        return [OutputError("the site is not built", place=Place(shown_as), hint="run `sitegen build`")]
    site = Site(folder, base_path=base_path, shown_as=shown_as)
    return [problem for rule in RULES for problem in rule(site)]


def every_link_leads_somewhere(site: Site) -> Iterator[SitegenError]:
    """A link, picture or style sheet of this site has a file, and a fragment its element."""
    for path, page in site.pages.items():
        for target in page.targets:
            if problem := _why_broken(site, path, target):
                yield OutputError(problem, place=site.place(path, target))


def _why_broken(site: Site, path: str, target: Target) -> str | None:
    url = urljoin(site.address(path), target.url)
    if not url.startswith(f"{HERE}/"):
        return None
    file = site.file_at(url)
    if file is None:
        return f"{target.url} leads to nothing"
    fragment = unquote(urlsplit(url).fragment)
    page = site.pages.get(file)
    return f"{target.url} leads to no place in its page" if fragment and page and fragment not in page.ids else None


RULES: list[Rule] = [every_link_leads_somewhere]
