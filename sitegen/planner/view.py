"""The shelf as the pages of one script see it: links, cards and alternates with its addresses."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from sitegen.model import (
    Alternate,
    Article,
    Assignment,
    Body,
    Card,
    Figure,
    Link,
    Masthead,
    Picture,
    Prose,
    Reference,
    Script,
    TermLink,
    Text,
)
from sitegen.planner.shelf import Shelf
from sitegen.planner.taxonomy import Group
from sitegen.planner.urls import ARCHIVE, FRONT, Urls, media_path, terms_route, urls_for
from sitegen.planner.words import ARCHIVE as ARCHIVE_NAME
from sitegen.planner.words import HOME, LABELS


class Frame(TypedDict):
    """What every page has."""

    url: str
    path: str
    script: Script
    title: Text
    description: Text
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A script of the site, its addresses, and all that is in order on the shelf."""

    shelf: Shelf
    script: Script
    urls: Urls
    root: Urls

    def frame(self, route: str, title: Text, description: Text) -> Frame:
        """What every page has: its address, script, title and alternates."""
        return {
            "url": self.urls.href(route),
            "path": self.urls.file(route),
            "script": self.script,
            "title": title,
            "description": description,
            "alternates": self._alternates(route),
        }

    def _alternates(self, route: str) -> tuple[Alternate, ...]:
        facts = self.shelf.facts
        return tuple(
            Alternate(script=script, label=LABELS[script], url=urls.href(route), absolute=urls.absolute(route))
            for script in facts.scripts
            for urls in (_urls(self.shelf, script),)
        )

    def link(self, text: Text, route: str) -> Link:
        """A link to a page of this script."""
        return Link(text=text, url=self.urls.href(route))

    def article_link(self, article: Article | None) -> Link | None:
        """A link to an article, where there is one."""
        return self.link(article.title, self.shelf.routes[article.file]) if article else None

    def term_link(self, group: Group, *, depth: int = 0) -> TermLink:
        """A link to a term with the count of its articles."""
        return TermLink(link=self.link(group.name, group.route), count=len(group.articles), depth=depth)

    def trail(self, group_key: Assignment, taxonomy: str) -> tuple[Link, ...]:
        """Links to a term, from the widest to itself."""
        groups = next(each for each in self.shelf.groups if each.taxonomy.key == taxonomy)
        keys = (group_key.key[:depth] for depth in range(1, len(group_key.key) + 1))
        return tuple(self.link(groups.by_key[key].name, groups.by_key[key].route) for key in keys)

    def card(self, article: Article, *, number: int | None = None) -> Card:
        """An article as lists show it."""
        return Card(
            url=self.urls.href(self.shelf.routes[article.file]),
            title=article.title,
            summary=article.summary,
            date=article.date,
            number=number,
        )

    def cards(self, articles: Iterable[Article]) -> tuple[Card, ...]:
        """Several cards, in the order given."""
        return tuple(map(self.card, articles))

    def prose(self, body: Body, references: tuple[Reference, ...]) -> Prose:
        """A body, and where its links lead on pages of this script."""
        leads = ((each.written, self.leads_to(each)) for each in references)
        return Prose(
            body=body,
            script=body.script,
            is_converted=not body.fixed and not self.script.reads_as_written(body.script),
            glossary=body.glossary,
            references=tuple(sorted({written: url for written, url in leads if url}.items())),
        )

    def leads_to(self, reference: Reference) -> str | None:
        """Give the address behind a link of the content; None where nothing is there."""
        target, shelf = reference.target, self.shelf
        if target in shelf.media:
            return self.root.href(f"/{media_path(shelf.media[target])}")
        if target in shelf.copies:
            return self.root.href(target) + reference.suffix
        route = shelf.routes.get(target) or shelf.aliases.get(target)
        if route is None and not target.startswith("/"):
            return None
        return self.urls.href(route or target) + reference.suffix

    def figure(self, picture: Picture | None) -> Figure | None:
        """A picture with its address, where there is one and its file is there."""
        src = self.leads_to(picture.src) if picture else None
        if picture is None or src is None:
            return None
        return Figure(src=src, alt=picture.alt, caption=picture.caption, credit=picture.credit)

    def masthead(self) -> Masthead:
        """The facts of the site for the pages of this script."""
        facts = self.shelf.facts
        return Masthead(
            script=self.script,
            title=facts.title,
            description=facts.description,
            home=self.urls.href(FRONT),
            root=self.root.href(FRONT),
            navigation=tuple(map(self._entry, facts.navigation)) or self._usual_navigation(),
        )

    def _entry(self, entry: Link) -> Link:
        if not entry.url.startswith("/"):
            return entry
        leads = self.root if entry.url in self.shelf.copies else self.urls
        return Link(text=entry.text, url=leads.href(entry.url))

    def _usual_navigation(self) -> tuple[Link, ...]:
        """The front page, the archive and each taxonomy that has a term."""
        lists = [(each.taxonomy.name, terms_route(each.taxonomy.key)) for each in self.shelf.groups if each.by_key]
        return tuple(self.link(text, route) for text, route in [(HOME, FRONT), (ARCHIVE_NAME, ARCHIVE), *lists])


def view(shelf: Shelf, script: Script) -> View:
    """See the shelf in one script."""
    return View(shelf, script, _urls(shelf, script), _urls(shelf, shelf.facts.scripts[0]))


def _urls(shelf: Shelf, script: Script) -> Urls:
    facts = shelf.facts
    return urls_for(script, facts.scripts, origin=facts.origin, base_path=facts.base_path)
