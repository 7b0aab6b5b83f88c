"""What a rule has found: how bad it is, which code it has, where it is and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sitegen.errors import Place, SitegenError, Warn
from sitegen.messages import Message


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
        where = f"{self.place}: " if self.place else ""
        kind = f"{self.severity}[{self.code}]: " if self.code else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{where}{kind}{self.problem}{hint}"

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
