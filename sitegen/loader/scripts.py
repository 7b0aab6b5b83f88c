"""What an editor should know of the script of a file, and of the rules in its front matter."""

from collections.abc import Iterator

from sitegen.chinese import doubt_of, faults_in, without_rules
from sitegen.documents import Document, Path
from sitegen.errors import FieldError, Place, Warn
from sitegen.files import Found
from sitegen.loader.frontmatter import Parts
from sitegen.messages import message
from sitegen.model import Script

NOT_SHOWN = {"glossary", "extra", "origin", "review", "aliases", "slug", "related", "silence"}
"""Keys whose values are not shown, or not as words."""


def doubts(title: str, parts: Parts, script: Script, found: Found) -> tuple[Warn, ...]:
    """Warn where the characters of a file show two scripts, or leave it open which one it is."""
    head, body = without_rules(title) + "\n", without_rules(parts.body)
    doubt = doubt_of(head + body)
    if doubt is None:
        return ()
    line = parts.body_line + body.count("\n", 0, doubt.at - len(head))
    if doubt.at < len(head):
        line = parts.fields.place(("title",)).line or 1
    problem = message("nothing shows whether this is Simplified or Traditional; it is taken as {script}", script=script)
    if doubt.telling:
        shown = message(
            "{rarer} of {telling} characters that show a script are of the other one",
            rarer=doubt.rarer,
            telling=doubt.telling,
        )
        problem = message("this is taken as {script}, but {shown}, here for the first time", script=script, shown=shown)
    hint = message("add a line `script: {script}`, or the script it is in", script=script)
    return (Warn(code="script", problem=problem, place=Place(found.shown, line), hint=hint),)


def faults_in_front(document: Document) -> Iterator[FieldError]:
    """Find the rules in a front matter that cannot be understood."""
    for key, value in document.values.items():
        if key not in NOT_SHOWN:
            for path, words in _words(value, (key,)):
                for fault in faults_in(words):
                    problem = message("{key}: {problem}", key=key, problem=fault.problem)
                    yield FieldError(problem, place=document.place(path), hint=fault.hint)


def _words(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        yield from _words(each, (*path, key))
