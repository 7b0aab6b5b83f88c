"""What is wrong in the words of one file: characters of the other script, footnotes that lead nowhere."""

import re
from collections.abc import Iterator

from sitegen.checker.findings import Finding, warning
from sitegen.checker.manuscript import Manuscript
from sitegen.chinese import strays
from sitegen.model import Markup, Source

SHOWN = 6
"""Characters that one line of a report names."""

FOOTNOTE = re.compile(r"^ {0,3}\[\^(?P<text>[^\[\]\n]{1,100})\]:|\[\^(?P<mark>[^\[\]\n]{1,100})\]", re.MULTILINE)


def mixed_script(manuscript: Manuscript, source: Source) -> Iterator[Finding]:
    """Name characters of the other script, where they are too few to leave the script of the file in doubt."""
    if source.body.fixed or any(each.code == "script" for each in source.warnings):
        return
    found = strays(manuscript.prose, source.body.script)
    if found:
        characters = dict.fromkeys(manuscript.text[at] for at in found)
        names = "".join(list(characters)[:SHOWN]) + ("…" if len(characters) > SHOWN else "")
        problem = f"{names}: not a character of {source.body.script}, which this is written in"
        hint = "write the other form; or -{…}- around what is meant so"
        yield warning("mixed-script", problem, manuscript.place(found[0]), hint)


def broken_footnote(manuscript: Manuscript, _source: Source) -> Iterator[Finding]:
    """Name marks of footnotes without a text, and texts that no mark leads to."""
    if manuscript.markup is Markup.PLAIN or "[^" not in manuscript.body:
        return
    marks: dict[str, int] = {}
    texts: dict[str, int] = {}
    for match in FOOTNOTE.finditer(manuscript.body):
        known, name = (texts, match["text"]) if match["text"] else (marks, match["mark"])
        if name in texts and known is texts:
            yield _footnote(manuscript, match.start(), f"the footnote {name} has two texts", "keep one of them")
        known.setdefault(name, match.start())
    for name in marks.keys() - texts.keys():
        hint = f"add a line [^{name}]: …; for the signs themselves write \\[^"
        yield _footnote(manuscript, marks[name], f"the footnote {name} has no text", hint)
    for name in texts.keys() - marks.keys():
        hint = f"write [^{name}] where it belongs, or take it out"
        yield _footnote(manuscript, texts[name], f"no mark leads to the footnote {name}", hint)


def _footnote(manuscript: Manuscript, at: int, problem: str, hint: str) -> Finding:
    return warning("broken-footnote", problem, manuscript.place(manuscript.body_at + at), hint)
