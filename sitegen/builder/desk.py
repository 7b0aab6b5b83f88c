"""Keep a site as it is being written: look again after every change, and put up the edition that comes of it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sitegen.builder.assets import is_asset
from sitegen.builder.beginning import shelf_of_newest
from sitegen.builder.edition import Edition, fixed_files, other_files, pages_of_sheets
from sitegen.builder.equipment import Equipment
from sitegen.builder.ground import Ground, ground_of
from sitegen.builder.memory import Memory
from sitegen.builder.options import Options
from sitegen.builder.packing import packing_of
from sitegen.builder.replanning import Drawn, drawn_again, shelved_again
from sitegen.builder.resting import Rest, found_at_rest, leave, signature_of
from sitegen.builder.stand import Stand
from sitegen.builder.stock import Stock
from sitegen.builder.together import Together
from sitegen.builder.track import Track, silently
from sitegen.cache import Fingerprints, Record, held, open_record
from sitegen.errors import SitegenError, Warn, by_place, problems_in
from sitegen.files import Stamp
from sitegen.folder import RECORD, program
from sitegen.loader import Fetch, load_content
from sitegen.messages import Message
from sitegen.model import ArticleSheet, Content, Masthead, Plan, Script
from sitegen.planner import Finder, Shelf, WholePlanNeeded, finder_of, mastheads_of, plan_shelf, put_in_order, views_of
from sitegen.planner.urls import media_path
from sitegen.workers import Workers

MEDIA = media_path("")
MANY = 1_000
"""Articles that are not read, or planned, before somebody who waits for a page grows impatient."""


class News(NamedTuple):
    """What came of a look: what is wrong, and what there is to warn of that was not said before.

    `leads` are the addresses, by script, of an article that is new or has moved, where there is just one. `is_bare` says that
    a file changed which pages show under its own name: they are the same, and look different.
    """

    problems: tuple[SitegenError, ...] = ()
    warnings: tuple[Warn, ...] = ()
    leads: tuple[tuple[Script, str], ...] = ()
    is_bare: bool = False


class Open(NamedTuple):
    """What is still to be planned, and put in order where there is no `shelf`; `before` is the last edition that was right."""

    ground: Ground
    content: Content
    shelf: Shelf | None
    before: Edition | None


class Desk:
    """A site while it is being written. One thread at a time may look; `stand` answers any.

    Where more articles than `many` have to be read or put in order, a page is answered before the rest is. What has been `left` is
    what a later preview begins with. A `clock` tells the time of each look, in place of that of the options.
    """

    def __init__(
        self,
        site: Path,
        options: Options,
        *,
        many: int = MANY,
        track: Track = silently,
        waiting: Callable[[Message], None] = lambda _who: None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.site = site
        self._options = options
        self._clock = clock
        self.stand = Stand()
        self.ground: Ground | None = None
        self._many = many
        self._track = track
        self._waiting = waiting
        self._workers = Workers()
        self._memory = Memory()
        self._drawn: Drawn | None = None
        self._open: Open | None = None
        self._routes: Mapping[str, str] = {}
        self._warned: frozenset[Warn] = frozenset()
        self._record: Record | None = None
        self.is_left = False
        self.left: Drawn | None = None

    def begin(self) -> News | None:
        """Stand with what a preview left, or with the newest articles; None where a whole look comes first."""
        try:
            self.ground = ground = ground_of(self.site, self.options)
        except (SitegenError, ExceptionGroup) as error:
            return self._wrong(error)
        self._record = record = open_record(self.site / RECORD, program(), among_threads=True)
        if finder := found_at_rest(record, ground, self.options):
            self.is_left = True
            self._stand_quickly(ground, finder)
            return News()
        every = len(ground.inventory.articles)
        if every - len(record.stamps()) > self._many and (shelf := shelf_of_newest(ground)):
            self._stand_quickly(ground, finder_of(shelf), partly=(len(shelf.articles), every))
            return News()
        return None

    def renew(self, changed: Collection[str] = ()) -> News:
        """Look again; `changed` names files that are to be read whatever the disk says of them."""
        try:
            ground = ground_of(self.site, self.options, self.ground, changed)
            content = self._load(ground, changed)
            before, self.ground = self.ground, ground
            self.is_left, self.left = False, None
            news = self._planned(ground, content)
            return news._replace(is_bare=before is not None and _bare(before) != _bare(ground))
        except (SitegenError, ExceptionGroup) as error:
            return self._wrong(error)

    def settle(self) -> News | None:
        """Plan what the last look left open; None where that says nothing new."""
        if self._open is None:
            return None
        (ground, content, shelf, before), self._open = self._open, None
        try:
            shelf = shelf or put_in_order(content, ground.facts, ground.visibility, ground.copies)
            plan = plan_shelf(shelf, content, copies=ground.copies, assets=ground.named_assets)
        except (SitegenError, ExceptionGroup) as error:
            self.stand.put(before)
            return self._wrong(error)
        warnings = self._stand_whole(ground, content, plan)
        return News(warnings=warnings) if warnings else None

    def leave(self) -> bool:
        """Keep what a later preview can begin with, once nothing has changed for a while; False where something has, unseen."""
        drawn = self._drawn
        if self.stand.problems or drawn is None:
            self.is_left, self.left = True, None
            return True
        try:
            ground = ground_of(self.site, self.options, drawn.ground)
        except (SitegenError, ExceptionGroup):
            return False
        if ground.inputs.signature != drawn.ground.inputs.signature:
            return False
        if self.is_left or not ground.inputs.all_settled:
            return True
        catalogue = drawn.plan.catalogue
        rest = Rest(
            signature=signature_of(ground),
            generation=b"",
            made_at=drawn.ground.visibility.now,
            valid_until=drawn.plan.valid_until,
            catalogue=catalogue,
            routes=[self._routes[each.file] for each in catalogue.standing],
        )
        if leave(ground, self.options, rest, tuple(self._memory.fresh.values())):
            self._memory.fresh.clear()
            self.is_left, self.left = True, drawn
        return True

    @property
    def options(self) -> Options:
        """What the site is shown by, at the time that it is."""
        return replace(self._options, clock=self._clock()) if self._clock else self._options

    @property
    def base_path(self) -> str:
        """The folder of the site on its host, without a slash at its end."""
        return self.ground.facts.base_path if self.ground else ""

    @property
    def patience(self) -> float | None:
        """Seconds until an article falls due or expires; None where none will."""
        if self._drawn is None or (until := self._drawn.plan.valid_until) is None:
            return None
        now = self.options.visibility(self._drawn.ground.config.timezone).now
        return max(0.0, (until - now).total_seconds())

    def close(self) -> None:
        """Let everything go."""
        self.stand.close()
        self._workers.stop()
        if self._record:
            self._record.close()

    def _wrong(self, error: Exception) -> News:
        problems = problems_in(error)
        if not problems:
            raise error
        self.stand.put(self.stand.edition, problems)
        return News(problems)

    def _load(self, ground: Ground, changed: Collection[str]) -> Content:
        if self.ground is None or self.ground.reading.depends != ground.reading.depends:
            self._memory.forget()
        with Workers(few=MANY, among_threads=True) as self._workers:
            if self._memory.kept:
                return load_content(ground.reading, ground.inventory, fetch=self._remembered(ground, changed))
            with held(self.site / RECORD, self._waiting), open_record(self.site / RECORD, program()) as record:
                stock = Stock(record, ground.inputs, ground.reading, self._workers, self._track, Fingerprints())
                content = stock.load()
        self._memory.learn(content, stock)
        return content

    def _remembered(self, ground: Ground, changed: Collection[str]) -> Fetch:
        return partial(
            self._memory.fetch, reading=ground.reading, inputs=ground.inputs, workers=self._workers, changed=changed
        )

    def _planned(self, ground: Ground, content: Content) -> News:
        drawn, self._drawn, self._open = self._drawn, None, None
        try:
            if drawn is None:
                return self._anew(ground, content)
            plan = drawn_again(drawn, ground, content)
        except WholePlanNeeded:
            return self._framed_anew(drawn, ground, content) or self._anew(ground, content)
        edited = {each.article.file: each.route for each in plan.sheets if isinstance(each, ArticleSheet)}
        routes, leads = {**self._routes, **edited}, _leads(ground, self._routes, edited)
        warnings = self._stand_around(ground, content, plan, drawn.ground)
        self._routes = routes
        return News(warnings=warnings, leads=leads)

    def _framed_anew(self, drawn: Drawn | None, ground: Ground, content: Content) -> News | None:
        """Show a large site under other settings in the order that it has, and put it in order behind that; None where the order may be another."""
        if drawn is None or len(drawn.plan.catalogue.standing) <= self._many:
            return None
        try:
            shelf = shelved_again(drawn, ground, content)
        except WholePlanNeeded:
            return None
        self._open = Open(ground, content, None, self._last_whole)
        self._stand_quickly(ground, finder_of(shelf, [self._routes[each.file] for each in shelf.standing]))
        return News()

    def _anew(self, ground: Ground, content: Content) -> News:
        """Put all of the content in order, and plan it: at once, or where that takes long after whoever waits has a page."""
        warnings: tuple[Warn, ...] = ()
        shelf = put_in_order(content, ground.facts, ground.visibility, ground.copies)
        if len(shelf.standing) > self._many:
            self._open = Open(ground, content, shelf, self._last_whole)
            self._stand_quickly(ground, finder_of(shelf))
        else:
            plan = plan_shelf(shelf, content, copies=ground.copies, assets=ground.named_assets)
            warnings = self._stand_whole(ground, content, plan)
        routes = {each.file: shelf.routes[each.file] for each in shelf.standing}
        leads = _leads(ground, self._routes, routes) if self._routes else ()
        self._routes = routes
        return News(warnings=warnings, leads=leads)

    @property
    def _last_whole(self) -> Edition | None:
        """The edition that stands, if it is whole."""
        return last if (last := self.stand.edition) and last.is_whole else None

    def _stand_quickly(self, ground: Ground, finder: Finder, *, partly: tuple[int, int] | None = None) -> None:
        """Put up an edition that plans what is asked for; files that are named by their content may be those of the last one."""
        before = self.stand.edition
        media = {path: make for path, make in before.files.items() if path.startswith(MEDIA)} if before else {}
        files = {**media, **fixed_files(ground.copies, ground.assets, ground.facts, self.site)}
        equipment = self._equipment(ground, mastheads_of(finder.shelf, ground.named_assets))
        self.stand.put(Edition(equipment, files, finder=finder, partly=partly))

    def _stand_whole(self, ground: Ground, content: Content, plan: Plan) -> tuple[Warn, ...]:
        equipment = self._equipment(ground, plan.mastheads)
        pages = pages_of_sheets(plan.sheets, equipment)
        return self._stand(
            ground, content, plan, Edition(equipment, other_files(plan, ground.assets, self.site), pages)
        )

    def _stand_around(self, ground: Ground, content: Content, plan: Plan, before: Ground) -> tuple[Warn, ...]:
        """Put up the last edition with the pages that were planned again."""
        last, equipment = self.stand.edition, self._equipment(ground, plan.mastheads)
        if last is None or last.pages is None:
            raise WholePlanNeeded("no whole edition stands")
        fixed = fixed_files(before.copies, before.assets, before.facts, self.site)
        files = {path: make for path, make in last.files.items() if path not in fixed}
        files |= fixed_files(ground.copies, ground.assets, ground.facts, self.site)
        pages = {**last.pages, **pages_of_sheets(plan.sheets, equipment)}
        return self._stand(ground, content, plan, Edition(equipment, files, pages))

    def _stand(self, ground: Ground, content: Content, plan: Plan, edition: Edition) -> tuple[Warn, ...]:
        """Put up a whole edition; the answer is what there is to warn of that was not said before."""
        pages, files, before = edition.pages or {}, edition.files, self.stand.edition
        packing = packing_of(ground.config, ground.inputs)
        last = before.together if before else None
        together = Together(edition.equipment, pages, files, plan.catalogue, packing, last)
        self._drawn = Drawn(ground, content, plan, frozenset({*pages, *files}))
        self.stand.put(replace(edition, together=together))
        warnings = by_place([*ground.config.warnings, *plan.warnings])
        unsaid = tuple(each for each in warnings if each not in self._warned)
        self._warned = frozenset(warnings)
        return unsaid

    def _equipment(self, ground: Ground, mastheads: tuple[Masthead, ...]) -> Equipment:
        """What pages are rendered with, the same as before where nothing of it has changed."""
        made = Equipment(ground.inputs, ground.config, ground.facts, mastheads)
        last = self.stand.edition
        return last.equipment if last and last.equipment.made_of == made.made_of else made


def _leads(ground: Ground, before: Mapping[str, str], after: Mapping[str, str]) -> tuple[tuple[Script, str], ...]:
    """The addresses of the article that is not where it was, if there is just one."""
    moved = [route for file, route in after.items() if before.get(file) != route]
    views = views_of(ground.facts)
    return tuple((script, view.urls.href(moved[0])) for script, view in views.items()) if len(moved) == 1 else ()


def _bare(ground: Ground) -> list[tuple[str, Stamp]]:
    """The files that pages show under their own names."""
    return [(copy.path, stamp) for copy, stamp in ground.inputs.static if not is_asset(copy.path)]
