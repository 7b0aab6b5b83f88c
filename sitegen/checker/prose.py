"""What is wrong in the words of one file: characters of the other script, footnotes that lead nowhere."""

import re
from collections.abc import Iterator

from sitegen.checker.findings import Finding, warning
from sitegen.checker.manuscript import Manuscript
from sitegen.chinese import strays
from sitegen.messages import Message, message
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
        problem = message(
            "{characters}: not a character of {script}, which this is written in",
            characters=names,
            script=source.body.script,
        )
        hint = message("write the other form; or -{…}- around what is meant so")
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
            problem = message("the footnote {name} has two texts", name=name)
            yield _footnote(manuscript, match.start(), problem, message("keep one of them"))
        known.setdefault(name, match.start())
    for name in marks.keys() - texts.keys():
        problem = message("the footnote {name} has no text", name=name)
        hint = message("add a line [^{name}]: …; for the signs themselves write \\[^", name=name)
        yield _footnote(manuscript, marks[name], problem, hint)
    for name in texts.keys() - marks.keys():
        problem = message("no mark leads to the footnote {name}", name=name)
        hint = message("write [^{name}] where it belongs, or take it out", name=name)
        yield _footnote(manuscript, texts[name], problem, hint)


def _footnote(manuscript: Manuscript, at: int, problem: Message, hint: Message) -> Finding:
    return warning("broken-footnote", problem, manuscript.place(manuscript.body_at + at), hint)
