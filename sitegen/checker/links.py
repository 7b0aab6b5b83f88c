"""Where a page leads, and whether there is something."""

from collections.abc import Iterator

from sitegen.checker.addresses import Addresses
from sitegen.checker.findings import Finding, error, warning
from sitegen.checker.page import Element, Page
from sitegen.checker.site import Kind, Site, Target
from sitegen.messages import Message, message

CODES = {
    Kind.LINK: "dead-link",
    Kind.PART: "dead-link",
    Kind.PICTURE: "dead-picture",
    Kind.ALTERNATE: "dead-alternate",
}
SOURCES = {
    "a": (("href", Kind.LINK),),
    "area": (("href", Kind.LINK),),
    "img": (("src", Kind.PICTURE),),
    "input": (("src", Kind.PICTURE),),
    "video": (("src", Kind.PART), ("poster", Kind.PICTURE)),
    "audio": (("src", Kind.PART),),
    "source": (("src", Kind.PART),),
    "track": (("src", Kind.PART),),
    "script": (("src", Kind.PART),),
    "iframe": (("src", Kind.PART),),
    "embed": (("src", Kind.PART),),
    "object": (("data", Kind.PART),),
    "form": (("action", Kind.LINK),),
    "blockquote": (("cite", Kind.LINK),),
    "q": (("cite", Kind.LINK),),
    "image": (("href", Kind.PICTURE),),
}
"""The attributes that hold addresses."""

LEADING = frozenset((*SOURCES, "link", "meta"))
"""Elements that may lead somewhere, besides those with sizes of a picture."""

PREVIEWED = {"og:image": Kind.PICTURE, "og:url": Kind.LINK, "twitter:image": Kind.PICTURE}
NOT_FOUND = "404.html"


def targets_in(page: Page, addresses: Addresses) -> Iterator[Target]:
    """Every address in a page, each once for what is done with it."""
    seen: set[tuple[Kind, str]] = set()
    for element in page.elements:
        if element.tag not in LEADING and "srcset" not in element.attributes:
            continue
        for kind, written in _addresses(element):
            if written and (kind, written) not in seen:
                seen.add((kind, written))
                inside = addresses.inside(written, page.path)
                yield Target(kind, written, inside, element.line, element.column + 1)


def _addresses(element: Element) -> Iterator[tuple[Kind, str]]:
    tag, attributes = element.tag, element.attributes
    for name, kind in SOURCES.get(tag, ()):
        if name in attributes:
            yield kind, attributes[name]
    if "srcset" in attributes:
        yield from ((Kind.PICTURE, each.split()[0]) for each in attributes["srcset"].split(",") if each.strip())
    if tag == "link" and "href" in attributes:
        yield _kind_of_link(attributes), attributes["href"]
    if tag == "meta":
        yield from _addresses_of_meta(attributes)


def _kind_of_link(attributes: dict[str, str]) -> Kind:
    relations = attributes.get("rel", "").lower().split()
    if "alternate" in relations and "hreflang" in attributes:
        return Kind.ALTERNATE
    return Kind.PICTURE if "icon" in relations else Kind.PART


def _addresses_of_meta(attributes: dict[str, str]) -> Iterator[tuple[Kind, str]]:
    content = attributes.get("content", "")
    name = attributes.get("property") or attributes.get("name", "")
    if name in PREVIEWED:
        yield PREVIEWED[name], content
    if attributes.get("http-equiv", "").lower() == "refresh" and "url=" in content:
        yield Kind.LINK, content.partition("url=")[2].strip("'\" ")


def everything_leads_somewhere(site: Site) -> Iterator[Finding]:
    """A link, picture or style sheet of this site has a file, and a fragment its element."""
    for path, page in site.pages.items():
        for target in page.targets:
            found = _why_broken(site, target)
            if found:
                code, problem = found
                hint = message("build again; else mend it where it was written")
                yield error(code, problem, site.place(path, target), hint)


def _why_broken(site: Site, target: Target) -> tuple[str, Message] | None:
    if target.inside is None:
        return None
    path, fragment = target.inside
    if path not in site.files:
        return CODES[target.kind], message("{written} leads to nothing", written=target.written)
    page = site.pages.get(path or "")
    if target.kind is Kind.LINK and fragment and page and fragment not in page.ids:
        return "dead-fragment", message("{written} leads to no place in its page", written=target.written)
    return None


def alternates_lead_back(site: Site) -> Iterator[Finding]:
    """A page that is another's version in some script names that one too."""
    for path, page in site.pages.items():
        for language, other in page.alternates:
            there = site.pages.get(other)
            if there and all(back != path for _, back in there.alternates):
                problem = message(
                    "{file} is named as the version in {language}, and does not name this page",
                    file=other,
                    language=language,
                )
                hint = message("build again; a template of your own keeps the `hreflang` links of base.html")
                yield error("dead-alternate", problem, site.place(path), hint)


def no_page_is_an_orphan(site: Site) -> Iterator[Finding]:
    """Somebody who begins at a front page comes to every page by links; old addresses and what was copied are left out."""
    roots = [f"{prefix}/index.html" if prefix else "index.html" for prefix, _ in site.expected.scripts or (("", ""),)]
    reached = _reached(site, [root for root in (*roots, *sorted(site.expected.entrances)) if root in site.pages])
    for path, page in site.pages.items() if reached else ():
        is_apart = page.is_redirect or path.endswith(NOT_FOUND) or path in site.expected.copies
        if path not in reached and not is_apart:
            problem = message("no link leads here from the front page")
            hint = message("link to it from a list, from another page or from `navigation:`")
            yield warning("orphan", problem, site.place(path), hint)


def _reached(site: Site, roots: list[str]) -> set[str]:
    reached, waiting = set(roots), list(roots)
    while waiting:
        for target in site.pages[waiting.pop()].targets:
            path = target.inside.path if target.inside and target.kind is Kind.LINK else None
            if path in site.pages and path not in reached:
                reached.add(path or "")
                waiting.append(path or "")
    return reached
