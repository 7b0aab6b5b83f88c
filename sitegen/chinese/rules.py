r"""The rules that authors write into their text, as MediaWiki has them.

-{原样}- stands as it is in every script; -{zh-hans:甲;zh-hant:乙}- says what each script shows. A backslash before -{ makes
it plain signs: \-{.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from sitegen.chinese.spans import Span, filled
from sitegen.messages import Message, message
from sitegen.model import Script, form_for

OPEN, CLOSE, ESCAPED = "-{", "}-", "\\-{"
MARK = re.compile(r"\\-\{|-\{(.*?)\}-", re.DOTALL)
BETWEEN = re.compile(r";(?=\s*zh[\w-]*\s*:)|;\s*\Z", re.IGNORECASE)
FORM = re.compile(r"\s*(zh[\w-]*)\s*:(.*)", re.DOTALL | re.IGNORECASE)
SHELTER = 0xF0100
MOST = 0xFE00
"""Where rules wait while a text is cut: a plane for private use."""

SHELTERED = re.compile("[\U000f0100-\U000ffeff]")
FLAG = re.compile(r"\s*[A-Za-z+-]{1,2}(?:;[\w-]+)*\s*\|")
PLAIN_SIGNS = message(r"for the signs themselves write \-{")


class Fault(NamedTuple):
    """What is wrong with a rule, and where in the text."""

    at: int
    problem: Message
    hint: Message


def rules_in(text: str, script: Script) -> Iterator[tuple[Span, Script | None]]:
    """Find what rules say of a page in `script`, and the script that the words have if it is another."""
    for mark in MARK.finditer(text) if OPEN in text else ():
        yield from _resolved(mark, script)


def rule_of(forms: dict[Script, str]) -> str:
    """Write the rule that shows these forms.

    >>> rule_of({Script.HANS: "甲", Script.HANT: "乙"})
    '-{zh-hans:甲;zh-hant:乙}-'
    """
    return OPEN + ";".join(f"{script.lower()}:{form}" for script, form in forms.items()) + CLOSE


def has_rules(text: str) -> bool:
    """Whether there may be a rule in a text."""
    return OPEN in text


def escaped(text: str) -> str:
    r"""Make the signs of a rule plain signs."""
    return text.replace(OPEN, ESCAPED)


def without_rules(text: str) -> str:
    """Take rules out, with their words."""
    return MARK.sub("", text) if OPEN in text else text


def sheltered(text: str) -> tuple[str, list[str]]:
    """Put one character in the place of each rule, so that a text can be cut without cutting one."""
    rules = [mark[0] for mark in MARK.finditer(text)][:MOST] if OPEN in text else []
    places = iter(range(len(rules)))
    return MARK.sub(lambda _: chr(SHELTER + next(places)), text, count=len(rules)) if rules else text, rules


def unsheltered(text: str, rules: list[str]) -> str:
    """Put the rules back."""
    return SHELTERED.sub(lambda match: rules[ord(match[0]) - SHELTER], text) if rules else text


def without_marks(text: str) -> str:
    """Take the signs of rules out and leave the words that Simplified pages show."""
    if OPEN not in text:
        return text
    rules = [span for span, _ in rules_in(text, Script.HANS)]
    spans = filled(rules, len(text))
    return "".join(text[span.start : span.end] if span.words is None else span.words for span in spans)


def faults_in(text: str) -> Iterator[Fault]:
    """Find the rules in a text that cannot be understood."""
    at = 0
    while (start := text.find(OPEN, at)) >= 0:
        at = start + len(OPEN)
        if text.startswith("\\", start - 1 if start else 0):
            continue
        end = text.find(CLOSE, at)
        if end < 0:
            yield Fault(
                start,
                message("this -{ is never closed"),
                message("write {rule}; {plain}", rule="-{原样}-", plain=PLAIN_SIGNS),
            )
            return
        if problem := _fault(text[at:end]):
            yield Fault(start, *problem)
        at = end + len(CLOSE)


def _resolved(mark: re.Match[str], script: Script) -> Iterator[tuple[Span, Script | None]]:
    start, end, inside = mark.start(), mark.end(), mark[1]
    if inside is None:
        yield Span(start, start + 1, ""), None
        yield Span(start + 1, end, OPEN), None
    elif forms := _forms(inside):
        form = form_for(script, forms)
        first, written = next(iter(forms.items()))
        yield (
            (Span(start, start + len(OPEN), written), first)
            if form is None
            else (Span(start, start + len(OPEN), form), None)
        )
        yield Span(start + len(OPEN), end, ""), None
    else:
        yield Span(start, start + len(OPEN), ""), None
        yield Span(start + len(OPEN), end - len(CLOSE), inside), None
        yield Span(end - len(CLOSE), end, ""), None


def _forms(inside: str) -> dict[Script, str]:
    """The form for each script; none where the words stand for themselves."""
    matches = [FORM.fullmatch(each) for each in BETWEEN.split(inside)]
    forms = ((Script.named(match[1]), match[2].strip()) for match in matches if match)
    return {script: form for script, form in forms if script}


def _fault(inside: str) -> tuple[Message, Message] | None:
    if OPEN in inside:
        return message("one rule stands in another"), message("close the first with }- before the next begins")
    if FLAG.match(inside) or "=>" in inside:
        return message("flags and arrows are not understood in a rule"), message("put the word into `glossary:`")
    if not FORM.match(inside):
        return None
    tags = [match[1] for each in BETWEEN.split(inside) if (match := FORM.fullmatch(each))]
    scripts = [Script.named(tag) for tag in tags]
    for tag, script in zip(tags, scripts, strict=True):
        if script is None:
            known = [each.lower() for each in Script]
            close = get_close_matches(tag.lower(), known, n=1)
            return message("{tag} is no script", tag=tag), message(
                "did you mean {close}?", close=close[0]
            ) if close else message("write one of {names}", names=known)
    return (
        (message("a script stands here twice"), message("keep one of the two"))
        if len(set(scripts)) < len(scripts)
        else None
    )
