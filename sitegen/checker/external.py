"""Say which links to other hosts lead nowhere, and remember for a while what they answered."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import msgspec

from sitegen.checker.asking import Answer, Asker, Outcome, is_public
from sitegen.checker.content import Link
from sitegen.checker.findings import Finding, warning
from sitegen.messages import message

NAME = "links.json"
DAY = 24 * 60 * 60
AGES = {Outcome.FINE: 7 * DAY, Outcome.MOVED: 7 * DAY, Outcome.UNSURE: DAY, Outcome.GONE: DAY // 24}
"""Seconds for which an answer is taken as it was."""


class Known(NamedTuple):
    """An answer, and when it was given, in seconds since 1970."""

    answer: Answer
    time: int


class Asked(NamedTuple):
    """What was found, and how many addresses were asked for now, known from before, and neither right nor wrong."""

    findings: tuple[Finding, ...]
    asked: int
    known: int
    unsure: int


def check_external(links: Sequence[Link], memory: Path, now: int, asker: Asker | None = None) -> Asked:
    """Ask for every address that nobody has asked for lately; `memory` is the folder that answers are kept in."""
    known = {url: each for url, each in _remembered(memory).items() if 0 <= now - each.time < AGES[each.answer.outcome]}
    public = [link for link in links if is_public(link.url)] if asker is None else list(links)
    wanted = [link.url for link in public if link.url not in known]
    answers = {url: Known(answer, now) for url, answer in (asker or Asker()).answers(wanted)} if wanted else {}
    known |= answers
    if answers:
        _remember(known, memory)
    findings = [_finding(link, known[link.url].answer) for link in public]
    local = [_of_a_machine(link) for link in links if link not in public]
    return Asked(
        findings=tuple(each for each in (*findings, *local) if each),
        asked=len(answers),
        known=len(public) - len(answers),
        unsure=sum(known[link.url].answer.outcome is Outcome.UNSURE for link in public),
    )


def _finding(link: Link, answer: Answer) -> Finding | None:
    problem = message("{url} {answer}", url=link.url, answer=answer.words)
    if answer.outcome is Outcome.GONE:
        hint = message("lead to another page, or to a copy at https://web.archive.org/")
        return warning("dead-external", problem, link.place, hint)
    if answer.outcome is Outcome.MOVED:
        return warning("moved-external", problem, link.place, message("write {url}", url=answer.url))
    return None


def _of_a_machine(link: Link) -> Finding:
    hint = message("readers have no such host; write the address that they know")
    problem = message("{url} is an address of one machine, or of a private network", url=link.url)
    return warning("dead-external", problem, link.place, hint)


def _remembered(memory: Path) -> Mapping[str, Known]:
    try:
        return msgspec.json.decode((memory / NAME).read_bytes(), type=dict[str, Known])
    except (OSError, msgspec.MsgspecError):
        return {}


def _remember(known: Mapping[str, Known], memory: Path) -> None:
    memory.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("wb", dir=memory, suffix="~", delete=False) as new:
        new.write(msgspec.json.encode(dict(sorted(known.items()))))
    Path(new.name).replace(memory / NAME)
