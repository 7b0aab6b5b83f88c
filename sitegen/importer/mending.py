"""Mend the text of a file: readings, script, punctuation; each kind of change can be left out, and is counted."""

from collections.abc import Collection

from sitegen.chinese import convert, script_of
from sitegen.chinese.scraped import machine_made, repair, widened, without_annotations
from sitegen.importer.clipping import Change, Mended
from sitegen.messages import Message, message
from sitegen.model import Script

AROUND = 12
"""Characters of a place that a note shows."""

LOST = "□"
A_MACHINES = 2
"""Characters that only a machine would have left, from which on a text in Traditional is one's."""


def mend(text: str, *, leave: Collection[Change] = (), script: Script | None = None) -> Mended:
    """Mend a text; `script` is what the editor says it is in, for people's own Traditional and for doubtful cases."""
    changes: dict[str, int] = {}
    review: list[Message] = []
    if Change.READINGS not in leave:
        text = _without_readings(text, changes, review)
    judged = script or script_of(text) or Script.HANS
    if Change.SCRIPT not in leave and script is None and judged is not Script.HANS:
        text, judged = _simplified(text, judged, changes, review)
    if Change.PUNCTUATION not in leave:
        text, changes["punctuation"] = widened(text)
    return Mended(
        text=text,
        script=judged,
        changes={kind: count for kind, count in changes.items() if count},
        review=tuple(review),
    )


def _without_readings(text: str, changes: dict[str, int], review: list[Message]) -> str:
    mended = repair(text)
    lines = mended.text.split("\n")
    review += [
        message("a character was lost, and became {sign}: {around}", sign=LOST, around=_around(lines[at]))
        for at in mended.lost
    ]
    review += [
        message("this line may have been restored wrongly: {beginning}", beginning=_beginning(lines[at]))
        for at in mended.doubtful
        if at not in mended.lost
    ]
    clean, others = without_annotations(mended.text)
    changes["readings"] = mended.readings + others
    changes["restored"] = mended.restored
    return clean


def _simplified(text: str, judged: Script, changes: dict[str, int], review: list[Message]) -> tuple[str, Script]:
    """Turn Traditional that a machine made back into the Simplified that it was; people's own stays."""
    left = machine_made(text)
    if len(left) < A_MACHINES and not changes.get("readings"):
        if left:
            around = _around(text, left[0])
            review.append(message("this may be Traditional that a machine made; look here: {around}", around=around))
        return text, judged
    simplified = convert(text, judged, Script.HANS)
    changes["script"] = sum(old != new for old, new in zip(text, simplified, strict=False))
    return simplified, Script.HANS


def _around(text: str, at: int | None = None) -> str:
    at = max(text.find(LOST), 0) if at is None else at
    return text[max(0, at - AROUND) : at + AROUND + 1].replace("\n", " ").strip()


def _beginning(line: str) -> str:
    return line[: 2 * AROUND] + ("……" if len(line) > 2 * AROUND else "")
