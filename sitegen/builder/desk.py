"""Keep a site as it is being written: look again after every change, and put up the edition that comes of it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.builder.beginning import shelf_of_newest
from sitegen.builder.edition import Edition
from sitegen.builder.editions import edition_around, quick_edition, whole_edition
from sitegen.builder.ground import Ground, ground_of
from sitegen.builder.news import News, is_bare, leads_of
from sitegen.builder.options import Options
from sitegen.builder.packing import packing_of
from sitegen.builder.replanning import Drawn, drawn_again, shelved_again
from sitegen.builder.rereading import MANY, Rereading
from sitegen.builder.resting import Rest, found_at_rest, leave, signature_of
from sitegen.builder.stand import Stand
from sitegen.builder.together import Together
from sitegen.builder.track import Track, silently
from sitegen.cache import Record, open_record
from sitegen.errors import SitegenError, Warn, by_place, problems_in
from sitegen.folder import RECORD, program
from sitegen.messages import Message
from sitegen.model import ArticleSheet, Content, Plan
from sitegen.planner import Finder, Shelf, WholePlanNeeded, finder_of, plan_shelf, put_in_order


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
        self._reading = Rereading(track, waiting)
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
            content = self._reading.content(ground, self.ground, changed)
            before, self.ground = self.ground, ground
            self.is_left, self.left = False, None
            news = self._planned(ground, content)
            return news._replace(is_bare=is_bare(ground, before))
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
        warnings = self._stand(ground, content, plan, whole_edition(ground, plan, self.stand.edition))
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
        if leave(ground, self.options, self._rest(ground, drawn), tuple(self._reading.memory.fresh.values())):
            self._reading.memory.fresh.clear()
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
        self._reading.stop()
        if self._record:
            self._record.close()

    def _rest(self, ground: Ground, drawn: Drawn) -> Rest:
        catalogue = drawn.plan.catalogue
        return Rest(
            signature=signature_of(ground),
            generation=b"",
            made_at=drawn.ground.visibility.now,
            valid_until=drawn.plan.valid_until,
            catalogue=catalogue,
            routes=[self._routes[each.file] for each in catalogue.standing],
        )

    def _wrong(self, error: Exception) -> News:
        problems = problems_in(error)
        if not problems:
            raise error
        self.stand.put(self.stand.edition, problems)
        return News(problems)

    def _planned(self, ground: Ground, content: Content) -> News:
        drawn, self._drawn, self._open = self._drawn, None, None
        try:
            if drawn is None:
                return self._anew(ground, content)
            plan = drawn_again(drawn, ground, content)
        except WholePlanNeeded:
            return self._framed_anew(drawn, ground, content) or self._anew(ground, content)
        edited = {each.article.file: each.route for each in plan.sheets if isinstance(each, ArticleSheet)}
        routes, leads = {**self._routes, **edited}, leads_of(ground, self._routes, edited)
        warnings = self._stand(ground, content, plan, edition_around(ground, plan, self.stand.edition, drawn.ground))
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
            warnings = self._stand(ground, content, plan, whole_edition(ground, plan, self.stand.edition))
        routes = {each.file: shelf.routes[each.file] for each in shelf.standing}
        leads = leads_of(ground, self._routes, routes) if self._routes else ()
        self._routes = routes
        return News(warnings=warnings, leads=leads)

    @property
    def _last_whole(self) -> Edition | None:
        """The edition that stands, if it is whole."""
        return last if (last := self.stand.edition) and last.is_whole else None

    def _stand_quickly(self, ground: Ground, finder: Finder, *, partly: tuple[int, int] | None = None) -> None:
        """Put up an edition that plans what is asked for."""
        self.stand.put(quick_edition(ground, finder, self.stand.edition, partly=partly))

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
