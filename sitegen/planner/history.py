"""Find out what became of every address that was published: it leads to what stood there, or that is gone."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.errors import Place, PlanError, Warn
from sitegen.messages import message
from sitegen.model import Article, Key, PlainPage
from sitegen.model.address import GONE, RECORD, Address
from sitegen.planner.again import Present, marks_of, source_of, title_mark, told_again
from sitegen.planner.urls import alike_path, file_of


class Alias(NamedTuple):
    """Where an alias leads, and where it is named."""

    target: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What is known of addresses that were published: those that lead on, by route, and those of what is gone.

    `old` are the lines of both in the record, but for those that an alias asks for. `firsts` are the first addresses of what has another one today, by source; `witnesses` the article, by its source, that a term is told again by.
    `awaited` tells again what is gone; `noted` are the lines of the record that a build of this has to write.
    """

    moved: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, Address] = field(default_factory=dict)
    old: Mapping[str, int] = field(default_factory=dict)
    firsts: Mapping[str, str] = field(default_factory=dict)
    witnesses: Mapping[tuple[str, Key], str] = field(default_factory=dict)
    awaited: frozenset[str] = frozenset()
    noted: tuple[Address, ...] = ()
    problems: tuple[PlanError, ...] = ()
    warnings: tuple[Warn, ...] = ()


def history_of(
    addresses: Iterable[Address],
    present: Present,
    hidden: AbstractSet[str],
    aliases: Mapping[str, Alias],
    *,
    must_lead: bool = False,
) -> History:
    """Look at every line of the record; `hidden` are the sources of articles that are not shown today.

    With `must_lead` an address of what is gone is a problem, unless its line says that this is known.
    """
    lines, repeated = _one_a_route(addresses, present.routes)
    by_source: dict[str, list[Address]] = {}
    for line in lines:
        by_source.setdefault(line.source, []).append(line)
    became = told_again(by_source, present, hidden)
    telling = _Telling(present, hidden, aliases, became, must_lead=must_lead)
    for line in lines:
        telling.tell(line)
    telling.leave_out_what_is_alike()
    lines_of = _lines_of(lines, became, present)
    firsts = {source: _first(mine, present.routes[source]).route for source, mine in lines_of.items()}
    witnesses = _witnesses(lines_of, firsts, present)
    gone = telling.gone.values()
    return History(
        moved=telling.moved,
        gone=telling.gone,
        old=telling.old,
        firsts={source: first for source, first in firsts.items() if first != present.routes[source]},
        witnesses={(term.taxonomy, term.key): witnesses[source] for source, term in present.terms.items()},
        awaited=frozenset(part for line in gone for part in (line.source, *line.mark.split("-"))),
        noted=tuple(_noted(lines_of, repeated, firsts, witnesses, present)),
        problems=tuple(telling.problems),
        warnings=tuple(telling.warnings),
    )


def noted_around(edits: Iterable[tuple[Article | None, Article, str]], firsts: Mapping[str, str]) -> Iterator[Address]:
    """The lines that edited and added articles need, which stay at their routes."""
    for before, after, route in edits:
        source = source_of(after.file)
        if before is None:
            yield Address(route, source, marks_of(after))
        elif title_mark(before) != title_mark(after):
            yield Address(firsts.get(source, route), source, marks_of(after))


def _one_a_route(addresses: Iterable[Address], here: Mapping[str, str]) -> tuple[list[Address], set[str]]:
    """Keep one line of each route: two sides of a merge may both have written one. That of a source that is there is believed."""
    known: dict[str, Address] = {}
    repeated: set[str] = set()
    for line in addresses:
        before = known.get(line.route)
        if before:
            repeated.add(line.route)
        if before is None or (line.source in here, bool(line.mark)) > (before.source in here, bool(before.mark)):
            known[line.route] = line
    return list(known.values()), repeated


def _lines_of(lines: Iterable[Address], became: Mapping[str, str], present: Present) -> dict[str, list[Address]]:
    """The lines of what is there today; a line whose address has gone over to something else tells nothing of that."""
    occupants = {route: source for source, route in present.routes.items()}
    lines_of: dict[str, list[Address]] = {}
    for line in lines:
        source = became.get(line.source, line.source)
        owner = occupants.get(line.route, source)
        if owner in present.routes:
            lines_of.setdefault(owner, []).append(line if owner == source else line._replace(mark=""))
    return lines_of


class _Telling:
    """Tells of one line after the other where its address leads."""

    def __init__(
        self,
        present: Present,
        hidden: AbstractSet[str],
        aliases: Mapping[str, Alias],
        became: Mapping[str, str],
        *,
        must_lead: bool,
    ) -> None:
        self._present, self._hidden, self._aliases, self._became = present, hidden, aliases, became
        self._must_lead = must_lead
        self._occupants = {route: source for source, route in present.routes.items()}
        self.moved: dict[str, str] = {}
        self.gone: dict[str, Address] = {}
        self.old: dict[str, int] = {}
        self.problems: list[PlanError] = []
        self.warnings: list[Warn] = []

    def tell(self, line: Address) -> None:
        source = self._became.get(line.source, line.source)
        target = self._present.routes.get(source)
        if line.route == target or line.route in self._present.alike:
            return
        occupant, alias = self._occupants.get(line.route), self._aliases.get(line.route)
        if occupant is not None:
            if target is not None and not {source, occupant} <= self._present.terms.keys():
                self.problems.append(self._taken(line, source, self._present.place_of(occupant)))
        elif target is None and alias is None:
            self._lose(line)
        elif alias and target not in {None, alias.target}:
            self.problems.append(self._taken(line, source, alias.place))
        else:
            self.moved[line.route] = target or (alias.target if alias else "")
            if alias is None:
                self.old[line.route] = line.line

    def _lose(self, line: Address) -> None:
        self.gone[line.route] = line
        self.old[line.route] = line.line
        if line.state == GONE or line.source in self._hidden:
            return
        problem = message("{address} was published, and {source} is gone", address=line.route, source=line.source)
        hint = message("name it under `aliases:` of what has taken its place, or write `gone` at the end of its line")
        if self._must_lead:
            self.problems.append(PlanError(problem, place=Place(RECORD, line.line), hint=hint))
        else:
            self.warnings.append(Warn(code="gone-address", problem=problem, place=Place(RECORD), hint=hint))

    def _taken(self, line: Address, source: str, by: Place) -> PlanError:
        return PlanError(
            message(
                "{address} was the address of {source} ({line}), whose old links would lead here",
                address=line.route,
                source=str(self._present.place_of(source)),
                line=str(Place(RECORD, line.line)),
            ),
            place=by,
            hint=message("give one of them another address, or delete that line"),
        )

    def leave_out_what_is_alike(self) -> None:
        """No page can stand where another stands whose address differs by nothing but the form of its letters."""
        routes = [*sorted(self.moved), *sorted(self.gone)]
        taken = {alike_path(file_of(route)) for route in self._present.routes.values()} if routes else set()
        for route in routes:
            if (path := alike_path(file_of(route))) in taken:
                self.moved.pop(route, None)
                self.gone.pop(route, None)
                self.old.pop(route, None)
            taken.add(path)


def _first(lines: list[Address], route: str) -> Address:
    """The first address that something had; of one that nobody has marked the one that it has."""
    marked = [line for line in lines if line.mark]
    return min(marked or [line for line in lines if line.route == route] or lines)


def _witnesses(lines_of: Mapping[str, list[Address]], firsts: Mapping[str, str], present: Present) -> dict[str, str]:
    """The source of the article that each term is told again by: that of its line as long as it is there, else the oldest."""
    at = {firsts[source]: source for source in lines_of if source in present.articles}
    witnesses = {}
    for source, term in present.terms.items():
        mine = lines_of.get(source)
        known = at.get(_first(mine, term.route).mark, "") if mine else ""
        article = present.articles.get(known)
        is_there = article is not None and any(
            each.key[: len(term.key)] == term.key for each in article.assigned(term.taxonomy)
        )
        witnesses[source] = known if is_there else term.oldest
    return witnesses


def _noted(
    lines_of: Mapping[str, list[Address]],
    repeated: AbstractSet[str],
    firsts: Mapping[str, str],
    witnesses: Mapping[str, str],
    present: Present,
) -> Iterator[Address]:
    """The lines that are not as they should be."""
    routes = present.routes
    for source, route in routes.items():
        mine = lines_of.get(source, ())
        first = firsts.get(source, route)
        for line in mine:
            its = _mark(line, source, witnesses, firsts, present) if line.route == first else ""
            if line[1:4] != (source, its, "") or line.route in repeated:
                yield Address(line.route, source, its)
        if all(line.route != route for line in mine):
            new = Address(route, source)
            yield new._replace(mark=_mark(new, source, witnesses, firsts, present)) if first == route else new


def _mark(line: Address, source: str, witnesses: Mapping[str, str], firsts: Mapping[str, str], present: Present) -> str:
    """What tells a source again; of a file what is written already, as long as title and date are as they were."""
    if source in present.terms:
        witness = witnesses[source]
        return firsts.get(witness, present.routes[witness])
    item: Article | PlainPage = present.articles.get(source) or present.pages[source]
    is_as_it_was = line.mark and line.mark.partition("-")[0] == title_mark(item)
    return line.mark if is_as_it_was else marks_of(item)
