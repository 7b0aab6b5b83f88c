"""Answer for any file of the edition that stands, from any thread, while another thread puts up the next one."""

from collections import OrderedDict
from contextlib import suppress
from functools import partial
from threading import Condition, Event, Lock
from typing import NamedTuple

from sitegen.builder.edition import Answer, Edition, Make, Page, written
from sitegen.errors import ContentError, SitegenError
from sitegen.renderer import template_of

KEPT = 500
"""Pages whose last good version is kept."""

BEHIND = 2.0
"""Seconds that a page waits for the edition that knows of a change of its file."""


class Unread(LookupError):  # noqa: N818  # no error: it will be there in a moment
    """Nobody can say yet whether there is such a file: the archive is still being read."""


class About(NamedTuple):
    """What is known of a page: its path, the file that its author wrote, the template that shows it."""

    path: str
    source: str
    template: str


class Stand:
    """The edition that stands, what is wrong with later ones, and the last good version of pages."""

    def __init__(self) -> None:
        self.edition: Edition | None = None
        self.problems: tuple[SitegenError, ...] = ()
        self.was_asked = Event()
        self._turn = Condition()
        self._rendering = Lock()
        self._number = 0
        self._good: OrderedDict[str, tuple[int, Answer]] = OrderedDict()
        self._is_closed = False

    def put(self, edition: Edition | None, problems: tuple[SitegenError, ...] = ()) -> None:
        """Put up an edition, or say what is wrong while the last one stands."""
        with self._turn:
            self._number += edition is not self.edition
            self.edition, self.problems = edition, problems
            self._turn.notify_all()

    def ask(self, path: str) -> Answer | None:
        """The file at a path; None where there is none. Raise what is wrong with it, an Unread or a TooLarge."""
        while True:
            number, edition, found = self._found(path)
            try:
                return self._made(path, number, edition, found) if found else self._made_together(path, number, edition)
            except (ContentError, ExceptionGroup):  # its file may have been saved a moment ago
                if not self._has_turned(edition):
                    raise

    def paths(self) -> frozenset[str]:
        """The paths of all files of the edition that stands, which is whole."""
        edition, number = self.edition, self._number
        if edition is None or edition.together is None:
            raise Unread("")
        return edition.together.paths(partial(self._plain, number=number, edition=edition))

    def last_good(self, path: str) -> Answer | None:
        """The last version of a page that could be made."""
        known = self._good.get(path)
        return known[1] if known else None

    def latest(self, always: str, most: int) -> list[Answer]:
        """The pages of the edition that stands which were asked for last, and one that is made where nobody has asked for it."""
        with suppress(ContentError, ExceptionGroup, Unread):
            self.ask(always)
        with self._rendering:
            made = [answer for number, answer in self._good.values() if number == self._number]
        return made[-most:]

    def about(self, path: str) -> About | None:
        """What is known of a page; None where there is none, or nobody can say yet."""
        edition = self.edition
        if edition is None:
            return None
        with self._rendering:
            found = edition.find(path)
        return None if found is None or callable(found) else About(path, written(found[0])[0], template_of(found[0]))

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._turn:
            self._is_closed = True
            self._turn.notify_all()

    def wait(self) -> None:
        """Wait until there is something to say."""
        with self._turn:
            self._turn.wait_for(lambda: self.edition or self.problems or self._is_closed)

    def _found(self, path: str) -> tuple[int, Edition, Page | Make | None]:
        with self._turn:
            while True:
                edition = self.edition
                if self._is_closed:
                    raise Unread(path)
                if edition is None and self.problems:
                    raise ExceptionGroup("the site cannot be planned", self.problems)
                if edition is not None:
                    with self._rendering:
                        found = edition.find(path)
                    if found is not None or edition.is_whole:
                        return self._number, edition, found
                    if edition.partly:
                        raise Unread(path)
                    if self.problems:
                        raise ExceptionGroup("nobody can say whether there is such a file", self.problems)
                self._turn.wait()

    def _made(self, path: str, number: int, edition: Edition, found: Page | Make) -> Answer:
        known = self._good.get(path)
        if known and known[0] == number:
            return known[1]
        with self._rendering:
            answer = edition.make(path, found)
            if not callable(found):
                self._keep(path, number, answer)
        self.was_asked.set()
        return answer

    def _made_together(self, path: str, number: int, edition: Edition) -> Answer | None:
        """A file that is made of many others."""
        plain = partial(self._plain, number=number, edition=edition)
        content = edition.together.file(path, plain) if edition.together else None
        return None if content is None else Answer(path, content)

    def _plain(self, path: str, number: int, edition: Edition) -> bytes | None:
        """A file that goes into others; whoever asks for a page meanwhile gets it in between."""
        if self._is_closed:
            raise Unread(path)
        known = self._good.get(path)
        if known and known[0] == number:
            return known[1].content
        with self._rendering:
            found = edition.find(path)
            return edition.make(path, found).content if found else None

    def _keep(self, path: str, number: int, answer: Answer) -> None:
        self._good[path] = number, answer
        self._good.move_to_end(path)
        while len(self._good) > KEPT:
            self._good.popitem(last=False)

    def _has_turned(self, edition: Edition) -> bool:
        """Whether another edition stands, perhaps in a moment."""

        def is_settled() -> bool:
            return self.edition is not edition or bool(self.problems) or self._is_closed

        with self._turn:
            self._turn.wait_for(is_settled, timeout=BEHIND)
            return self.edition is not edition and not self._is_closed
