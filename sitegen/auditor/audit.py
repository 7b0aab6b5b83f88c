"""Gather the guesses of a whole site, by character and context, the most doubtful first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sitegen.auditor.contexts import Context, Occurrence, by_context
from sitegen.auditor.texts import passages
from sitegen.chinese import Conversion, Orthography
from sitegen.chinese.guesses import Choice, choices
from sitegen.model import Body, Content, Script, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """All the guesses about one character in one context, which is two characters or the character alone.

    `chosen` is what pages show and `others` what they could; `doubt` goes from 0 to 1; `lines` are lines of a glossary, each
    of which would decide it, the first as it is now.
    """

    character: str
    context: str
    chosen: str
    others: tuple[str, ...]
    doubt: float
    lines: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]


def audit(
    content: Content,
    read_body: Callable[[Body], str],
    scripts: Iterable[Script],
    orthography: Orthography,
    *,
    track: Callable[[Sequence[Source]], Iterable[Source]] = iter,
) -> list[Finding]:
    """Find every guess that the Traditional pages of a site show; none where it has no such pages."""
    target = next((script for script in scripts if script is not Script.HANS), None)
    if target is None:
        return []
    known = choices(Conversion(Script.HANS, target, orthography=orthography))
    found = by_context(passages(track(content.sources), read_body), target, orthography)
    findings = [_finding(context, where, known[context.character]) for context, where in found.items()]
    return sorted(findings, key=lambda each: (-each.doubt, -len(each.occurrences), each.character, each.context))


def _finding(context: Context, where: list[Occurrence], choice: Choice) -> Finding:
    forms = (choice.chosen, *choice.others)
    return Finding(
        character=context.character,
        context=context.words,
        chosen=choice.chosen,
        others=choice.others,
        doubt=choice.doubt,
        lines=tuple(f"{context.words}: {context.shown.format(form)}" for form in forms),
        occurrences=tuple(where),
    )
