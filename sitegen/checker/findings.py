"""What a rule has found: how bad it is, which code it has, where it is and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sitegen.errors import Place, SitegenError, Warn
from sitegen.messages import ENGLISH, Language, Message, message


class Severity(StrEnum):
    """Whether something is wrong, or only worth a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a rule has found. What the build refuses has no code."""

    severity: Severity
    code: str
    problem: Message | str
    place: Place | None = None
    hint: Message | str = ""

    def __str__(self) -> str:
        return self.said(ENGLISH)

    def said(self, language: Language) -> str:
        """Place, kind, problem and hint, as compilers write them, in a language."""
        return SitegenError(self._told, place=self.place, hint=self.hint).said(language)

    @property
    def _told(self) -> Message | str:
        """The problem with its code; the two words before it are the same in every language, for programs look for them."""
        if not self.code:
            return self.problem
        if self.is_error:
            return message("error[{code}]: {problem}", code=self.code, problem=self.problem)
        return message("warning[{code}]: {problem}", code=self.code, problem=self.problem)

    @property
    def is_error(self) -> bool:
        """Whether it is wrong."""
        return self.severity is Severity.ERROR


def error(code: str, problem: Message | str, place: Place, hint: Message | str = "") -> Finding:
    """Something that is wrong."""
    return Finding(severity=Severity.ERROR, code=code, problem=problem, place=place, hint=hint)


def warning(code: str, problem: Message | str, place: Place, hint: Message | str = "") -> Finding:
    """Something worth a look."""
    return Finding(severity=Severity.WARNING, code=code, problem=problem, place=place, hint=hint)


def of_error(problem: SitegenError) -> Finding:
    """What the build refuses."""
    return Finding(severity=Severity.ERROR, code="", problem=problem.problem, place=problem.place, hint=problem.hint)


def of_warn(warn: Warn) -> Finding:
    """What the build warns of."""
    return Finding(severity=Severity.WARNING, code=warn.code, problem=warn.problem, place=warn.place, hint=warn.hint)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by place, each once."""
    return sorted(
        dict.fromkeys(findings),
        key=lambda each: (each.place.order if each.place else ("", 0, 0), each.code, str(each.problem)),
    )
