"""Check the built site: read every page once, unless it is known what was found in it, then ask the rules."""

import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from sitegen.cache import Findings, FoundRow, open_findings
from sitegen.checker.addresses import Addresses
from sitegen.checker.findings import Finding
from sitegen.checker.known import PAGES, Keys, digest_of_page, known_pages, packed, unpacked
from sitegen.checker.links import targets_in
from sitegen.checker.page import Page
from sitegen.checker.rules import PAGE_RULES, SITE_RULES
from sitegen.checker.site import Expected, Facts, Kind, Site, Target
from sitegen.errors import OutputError, Place
from sitegen.messages import message
from sitegen.workers import Workers


def check_site(folder: Path, *, base_path: str, shown_as: str) -> list[Finding]:
    """Find the errors of a built site by itself, whatever it was made from; `shown_as` is the folder's name in messages."""
    with Workers() as workers, open_findings(None) as findings:
        found = problems_of(read_site(folder, shown_as, Expected(Addresses(base_path)), workers, findings))
    return [each for each in found if each.is_error]


def read_site(folder: Path, shown_as: str, expected: Expected, workers: Workers, findings: Findings) -> Site:
    """Read every page of a built site once, and ask the rules for pages about each; what is known of `findings` is not read again."""
    if not folder.is_dir():
        raise OutputError(message("the site is not built"), place=Place(shown_as), hint=message("run `sitegen build`"))
    files = sorted(_files(str(folder), ""))
    pages = [path for path in files if path.endswith(".html")]
    keys, rows = Keys.of(shown_as, expected), findings.known(PAGES)
    known = known_pages(folder, pages, rows, keys, expected)
    read = partial(_read_all, folder=str(folder), shown_as=shown_as, expected=expected, keys=keys)
    fresh = list(workers.do(read, [path for path in pages if path not in known], lambda path: path))
    if fresh or rows.keys() - known.keys():
        findings.keep(PAGES, (row for row in fresh if row.key), rows.keys() - known.keys())
    known |= {row.file: unpacked(row.value) for row in fresh}
    return Site(folder, shown_as, frozenset(files), {path: known[path] for path in pages}, expected)


def problems_of(site: Site) -> list[Finding]:
    """What was found in each page, and in the site as a whole."""
    found = [finding for each in site.pages.values() for finding in each.findings]
    return found + [finding for rule in SITE_RULES for finding in rule(site)]


def _files(folder: str, inside: str) -> Iterator[str]:
    """The files that a host would publish, relative to the folder."""
    for entry in os.scandir(f"{folder}/{inside}"):
        path = f"{inside}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder, f"{path}/")
        elif path != ".sitegen-files":
            yield path


def _read_all(paths: Sequence[str], folder: str, shown_as: str, expected: Expected, keys: Keys) -> list[FoundRow]:
    return [_read(path, (Path(folder) / path).read_bytes(), shown_as, expected, keys) for path in paths]


def _read(path: str, data: bytes, shown_as: str, expected: Expected, keys: Keys) -> FoundRow:
    """What is found in a page whatever else is written in the site, or else with all that is; none of it is kept of a page that leaks."""
    html = data.decode("utf-8", "replace")
    facts, key = read_page(path, html, shown_as, expected._replace(as_written=frozenset())), keys.alone
    if any(each.code == "wrong-script" for each in facts.findings):
        facts, key = read_page(path, html, shown_as, expected), keys.among
    leaks = any(each.code == "leaked" for each in facts.findings)
    return FoundRow(path, b"" if leaks else digest_of_page(data, key), packed(facts))


def read_page(path: str, html: str, shown_as: str, expected: Expected) -> Facts:
    """Read a page, and ask the rules for pages about it."""
    page = Page(path, f"{shown_as}/{path}", html)
    ids = frozenset(_ids(page))
    targets = tuple(targets_in(page, expected.addresses))
    return Facts(
        path=path,
        targets=tuple(each for each in targets if not _is_certain(each, path, ids)),
        ids=ids,
        alternates=tuple(_alternates(page, targets)),
        is_redirect=page.is_redirect,
        findings=tuple(finding for rule in PAGE_RULES for finding in rule(page, expected)),
    )


def _ids(page: Page) -> Iterator[str]:
    yield from (name for each in page.elements if (name := each.attributes.get("id")))
    yield from (name for each in page.of("a") if (name := each.attributes.get("name")))


def _is_certain(target: Target, path: str, ids: frozenset[str]) -> bool:
    """Whether the page itself shows that an address is right."""
    return (
        target.inside is not None
        and target.inside.path == path
        and (not (fragment := target.inside.fragment) or fragment in ids)
    )


def _alternates(page: Page, targets: Sequence[Target]) -> Iterator[tuple[str, str]]:
    files = {each.written: each.inside.path for each in targets if each.kind is Kind.ALTERNATE and each.inside}
    for element in page.of("link"):
        language, file = element.attributes.get("hreflang", ""), files.get(element.attributes.get("href", ""))
        if file and language != "x-default":
            yield language, file
