"""What a user can get wrong, and how it is told: what, where, what to do.

SitegenError
├── FieldError      site.yaml or a front matter says something it cannot mean
├── ContentError    a file of the content cannot be read as what it should be
├── PlanError       the articles do not fit together into one site
├── TemplateError   a template cannot be rendered
├── OutputError     the output folder cannot take the site
└── PackageError    a package that is needed is not there, or another has its place
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.messages import ENGLISH, Language, Message, message


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file the user wrote; `file` is relative to the folder of the site, lines and columns count from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    @property
    def order(self) -> tuple[str, int, int]:
        """What problems are sorted by."""
        return self.file, self.line or 0, self.column or 0


class SitegenError(Exception):
    """A problem worth one line and a hint, never a traceback."""

    def __init__(self, problem: Message | str, *, place: Place | None = None, hint: Message | str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        return self.said(ENGLISH)

    def said(self, language: Language, place: Place | None = None) -> str:
        """The problem and its hint in a language; `place` is how the reader knows the place."""
        place = place or self.place
        where = f"{place}: " if place else ""
        hint = message("hint: {hint}", hint=self.hint).said(language) if self.hint else ""
        problem = self.problem.said(language) if isinstance(self.problem, Message) else self.problem
        return where + problem + (f"\n  {hint}" if hint else "")


class FieldError(SitegenError):
    """site.yaml or a front matter says something it cannot mean."""


class ContentError(SitegenError):
    """A file of the content cannot be read as what it should be."""


class PlanError(SitegenError):
    """The articles do not fit together into one site."""


class TemplateError(SitegenError):
    """A template cannot be rendered."""


class OutputError(SitegenError):
    """The output folder cannot take the site."""


class PackageError(SitegenError):
    """A package that is needed is not there, or another has its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Warn:
    """Something an editor should look at that does not stop a build."""

    code: str
    problem: Message | str
    place: Place | None = None
    hint: Message | str = ""

    def __str__(self) -> str:
        return str(self.as_error())

    def as_error(self) -> SitegenError:
        """The same as a problem that stops a build."""
        problem = message("warning[{code}]: {problem}", code=self.code, problem=self.problem)
        return ContentError(problem, place=self.place, hint=self.hint)


def raise_all(problems: Sequence[SitegenError]) -> None:
    """Raise every problem at once, sorted by place; do nothing where there is none."""
    if problems:
        raise ExceptionGroup(f"{len(problems)} problems", sorted(problems, key=_order))


def by_place(warnings: Iterable[Warn]) -> tuple[Warn, ...]:
    """Sort warnings by place."""
    return tuple(sorted(warnings, key=lambda each: _order(each.as_error())))


def leaves(error: BaseException) -> Iterator[BaseException]:
    """Yield the single errors of a group of groups, or the error itself."""
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from leaves(inner)
    else:
        yield error


def problems_in(error: BaseException) -> tuple[SitegenError, ...]:
    """The problems of a group or of one error, bare of causes and tracebacks, so that they can be sent to another process."""
    found = (leaf for leaf in leaves(error) if isinstance(leaf, SitegenError))
    return tuple(type(each)(each.problem, place=each.place, hint=each.hint) for each in found)


def _order(problem: SitegenError) -> tuple[str, int, int, str]:
    return (*(problem.place.order if problem.place else ("", 0, 0)), str(problem.problem))
