"""The site as the pages of one script see it: what a sheet leads to, with the addresses of that script."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from msgspec.structs import asdict

from sitegen.model import (
    Alternate,
    Body,
    Card,
    Entry,
    Figure,
    Image,
    Lead,
    Link,
    Picture,
    Prose,
    Script,
    Shown,
    SiteFacts,
    Tally,
    Target,
    TermLink,
    Text,
)
from sitegen.model.sheet import Targets
from sitegen.planner.urls import Urls, media_path, urls_for
from sitegen.planner.words import LABELS


class Frame(TypedDict):
    """What every page has."""

    url: str
    path: str
    script: Script
    title: Text
    description: Text
    canonical: str
    alternates: tuple[Alternate, ...]
    breadcrumbs: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A script of the site and the addresses of all of them; `root` are those of the script at the root."""

    script: Script
    urls: Urls
    all_urls: tuple[tuple[Script, Urls], ...]

    @property
    def root(self) -> Urls:
        """The addresses of what stands once for all scripts."""
        return self.all_urls[0][1]

    def frame(self, route: str, title: Text, description: Text, breadcrumbs: Iterable[Lead] = ()) -> Frame:
        """What every page has: its address, script, title, alternates and the way to it."""
        return {
            "url": self.urls.href(route),
            "path": self.urls.file(route),
            "script": self.script,
            "title": title,
            "description": description,
            "canonical": self.urls.absolute(route),
            "alternates": tuple([self._alternate(route, script, urls) for script, urls in self.all_urls]),
            "breadcrumbs": self.links(breadcrumbs),
        }

    def _alternate(self, route: str, script: Script, urls: Urls) -> Alternate:
        url = urls.href(route)
        return Alternate(script=script, label=LABELS[script], url=url, absolute=urls.origin + url)

    def link(self, lead: Lead) -> Link:
        """A link to a page of this script."""
        return Link(text=lead.text, url=self.urls.href(lead.route))

    def link_or_none(self, lead: Lead | None) -> Link | None:
        """The same, where there is one."""
        return self.link(lead) if lead else None

    def links(self, leads: Iterable[Lead]) -> tuple[Link, ...]:
        """Several links, in the order given."""
        return tuple([self.link(each) for each in leads])

    def term_link(self, tally: Tally) -> TermLink:
        """A link to a term with the count of its articles."""
        return TermLink(link=self.link(tally.lead), count=tally.count, depth=tally.depth)

    def term_links(self, tallies: Iterable[Tally]) -> tuple[TermLink, ...]:
        """Several of them, in the order given."""
        return tuple([self.term_link(each) for each in tallies])

    def card(self, entry: Entry, number: int | None = None) -> Card:
        """An article as lists show it."""
        url = self.urls.href(entry.lead.route)
        return Card(url=url, title=entry.lead.text, summary=entry.summary, date=entry.date, number=number)

    def prose(self, body: Body, targets: Targets) -> Prose:
        """A body, and where its links lead on pages of this script."""
        return Prose(
            body=body,
            script=body.script,
            is_converted=not body.fixed and not self.script.reads_as_written(body.script),
            glossary=body.glossary,
            references=tuple([(written, self.leads_to(target)) for written, target in targets if target.route]),
            pictures=tuple([(written, self.image(each.picture)) for written, each in targets if each.picture]),
        )

    def leads_to(self, target: Target) -> str:
        """The address behind a link of the content."""
        return (self.root if target.shared else self.urls).href(target.route) + target.suffix

    def figure(self, picture: Picture | None, targets: Targets) -> Figure | None:
        """A picture with its words, where there is one."""
        if picture is None:
            return None
        target = dict(targets).get(picture.src.written)
        image = self._image_at(target) if target else Image()
        return Figure(**asdict(image), alt=picture.alt, caption=picture.caption, credit=picture.credit)

    def _image_at(self, target: Target) -> Image:
        return Image(src=self.leads_to(target)) if target.picture is None else self.image(target.picture)

    def image(self, shown: Shown) -> Image:
        """A picture with the addresses of its files."""
        if not shown.src:
            return Image()
        to = self.root.href
        return Image(
            src=to(f"/{media_path(shown.src)}"),
            width=shown.width,
            height=shown.height,
            tone=shown.tone,
            srcset=", ".join([f"{to(f'/{media_path(name)}')} {width}w" for name, width in shown.srcset]),
        )


def views_of(facts: SiteFacts) -> dict[Script, View]:
    """A view for each script of the site, the one at the root first."""
    every = tuple(
        (script, urls_for(script, facts.scripts, origin=facts.origin, base_path=facts.base_path))
        for script in facts.scripts
    )
    return {script: View(script, urls, every) for script, urls in every}
