"""Find the headline, the series, the people and the rest of an article in the lines of a text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sitegen.chinese import HAN, beginning, convert
from sitegen.chinese.dates import in_figures
from sitegen.chinese.scraped import places_in
from sitegen.importer.bylines import Byline, byline_of, dateline_of
from sitegen.importer.clipping import Clipping, Mended, Person
from sitegen.importer.labels import labels_in, without_boilerplate
from sitegen.importer.reading import Raw
from sitegen.messages import Message, counted, message
from sitegen.model import Script

SERIES = re.compile(r"【([^【】]{2,60})】")
SUBTITLE = re.compile(r"^[—─－-]{1,3}\s*(?=\S)")
LONGEST_TITLE = 40
LONGEST_SUMMARY = 110
AN_INFERRED_TITLE = 30
BEGINNING = 200
"""Characters at the beginning in which a place is named that the text is about."""

MOST_PLACES = 3
SENTENCE_END = "。！？；：，”"
DATE = re.compile(r"(20\d{2}|19\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[ T　]*(\d{1,2}:\d{2}))?")
IN_ADDRESS = re.compile(r"(?<!\d)(20\d{2}|19\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)")
SITE_NAME = re.compile(rf"\s*[-_|–—]+\s*[{HAN}\w·]{{2,16}}$")

QUOTED = re.compile("[“「]([^“”「」，。、]{2,8})[”」]")
OFTEN, MOST_TAGS = 3, 3
"""How often a term must be quoted to be proposed as a tag, and how many are."""

WITHOUT_TITLE = message("the title was made up from the text: write the one that it had")
WITHOUT_DATE = message("no date was found: add it")


@dataclass(slots=True)
class _Notes:
    """What has been found so far."""

    title: str = ""
    subtitle: str = ""
    date: str = ""
    place: str = ""
    monthday: str = ""
    left_out: int = 0
    series: list[str] = field(default_factory=list)
    authors: list[Person] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def understand(raw: Raw, mended: Mended, *, date: str = "", boilerplate: tuple[str, ...] | None = ()) -> Clipping:
    """Make a clipping of a mended text; `date` is the editor's word, for texts that have none.

    `boilerplate` are a site's own patterns of lines to leave out; None leaves nothing out.
    """
    notes = _Notes(title=SITE_NAME.sub("", raw.title), sources=[raw.source] if raw.source else [])
    lines = [line.strip() for line in mended.text.split("\n") if line.strip()]
    kept = lines if boilerplate is None else list(without_boilerplate(lines, boilerplate))
    notes.left_out = len(lines) - len(kept)
    for line in kept:
        _take(line, notes)
    if not notes.title:
        _take_headline(notes)
    _take_dateline(notes)
    notes.date = notes.date or raw.date or _date_in(raw.address) or _date_in(raw.file) or date
    if not notes.authors:
        notes.authors = [Person(name=name) for name in re.split("[;；、,，]", raw.byline) if name.strip()]
    return _clipping(notes, mended, list(_remarks(raw, mended.text)))


def _remarks(raw: Raw, text: str) -> Iterator[Message]:
    """What an editor should know besides: lost bytes, captions of pictures, tags that might fit."""
    if raw.lost:
        yield counted(
            "{count} byte was no character, and became �",
            "{count} bytes were no characters, and became �",
            count=raw.lost,
        )
    if raw.captions:
        yield message("captions of pictures in the page: {captions}", captions=" / ".join(raw.captions))
    if tags := [term for term, times in Counter(QUOTED.findall(text)).most_common(MOST_TAGS) if times >= OFTEN]:
        yield message("tags that may fit: {tags}", tags=tags)


def _take(line: str, notes: _Notes) -> None:
    """Put a line where it belongs; whatever it is after the text has begun, it is text, unless it labels itself."""
    if labelled := labels_in(line):
        for key, value in labelled:
            _take_label(key, value, notes)
    elif not notes.paragraphs and (series := SERIES.findall(line)) and not SERIES.sub("", line).strip():
        notes.series += series
    elif not notes.subtitle and SUBTITLE.match(line) and len(notes.paragraphs) < 2:  # noqa: PLR2004  # a headline before it
        notes.subtitle = SUBTITLE.sub("", line)
    elif byline := byline_of(line):
        _take_byline(byline, notes)
    elif line != notes.title:
        notes.paragraphs.append(line)


def _take_label(key: str, value: str, notes: _Notes) -> None:
    if key == "source":
        notes.sources.append(value)
    elif key == "date":
        notes.date = notes.date or _date_in(value)
    else:
        role = "" if key == "author" else key
        notes.authors += [Person(name=name, role=role) for name in re.split("[ 、，　]+", value) if name]


def _take_byline(byline: Byline, notes: _Notes) -> None:
    notes.sources += byline.sources
    notes.authors += byline.authors
    notes.place = notes.place or byline.place
    notes.monthday = notes.monthday or byline.monthday


def _take_headline(notes: _Notes) -> None:
    """Take a first line that is short and no sentence, where longer ones follow; 【…】 before it is a series."""
    if len(notes.paragraphs) < 2:  # noqa: PLR2004  # a headline and a text
        return
    first = notes.paragraphs[0]
    title = SERIES.sub("", first).strip()
    is_short = 2 <= len(title) <= LONGEST_TITLE and len(title) < max(map(len, notes.paragraphs[1:]))  # noqa: PLR2004
    if is_short and title[-1] not in SENTENCE_END and not title.startswith("“"):
        notes.series += SERIES.findall(first)
        notes.title = title
        del notes.paragraphs[0]


def _take_dateline(notes: _Notes) -> None:
    for at, paragraph in enumerate(notes.paragraphs[:3]):
        byline, rest = dateline_of(paragraph)
        if byline:
            _take_byline(byline, notes)
            notes.paragraphs[at] = rest
    notes.paragraphs = [paragraph for paragraph in notes.paragraphs if paragraph]


def _clipping(notes: _Notes, mended: Mended, remarks: list[Message]) -> Clipping:
    title, is_inferred = notes.title, False
    if not title:
        title, is_inferred = notes.subtitle or _first_words(notes.paragraphs), True
    undated = _without_year(notes.monthday) if notes.monthday else WITHOUT_DATE
    review = [*([WITHOUT_TITLE] if is_inferred else []), *([] if notes.date else [undated]), *mended.review, *remarks]
    return Clipping(
        title=title,
        title_inferred=is_inferred,
        subtitle=notes.subtitle,
        date=notes.date,
        series=_once(notes.series),
        places=_places(f"{notes.place}\n{title}\n{notes.subtitle}\n" + "\n".join(notes.paragraphs), mended.script),
        authors=_once(notes.authors),
        sources=_once(notes.sources),
        summary=beginning(notes.paragraphs[0], longest=LONGEST_SUMMARY) if notes.paragraphs else "",
        paragraphs=tuple(notes.paragraphs),
        script=mended.script,
        review=tuple(review),
        left_out=notes.left_out,
    )


def _without_year(monthday: str) -> Message:
    return message("no date was found: add it (the dateline says {monthday}, and no year)", monthday=monthday)


def _places(text: str, script: Script) -> tuple[str, ...]:
    """The places that a text is about: named at its beginning, or about as often as any, at most three."""
    mentions = places_in(convert(text, script, Script.HANS))
    often = max(2, mentions[0].times / 4) if mentions else 0
    about = [each.path for each in mentions if each.times >= often or each.first < BEGINNING]
    return tuple(about[:MOST_PLACES])


def _first_words(paragraphs: list[str]) -> str:
    first = re.split("[。！？；，]", paragraphs[0].lstrip("“‘「"))[0] if paragraphs else ""
    return first[:AN_INFERRED_TITLE] or "无题"


def _once(items: Iterable[object]) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys(items))


def _date_in(text: str) -> str:
    """A date that is written in a text, or in an address such as /2023/06/12/; nothing where there is none."""
    match = DATE.search(in_figures(text)) or IN_ADDRESS.search(text)
    if not match:
        return ""
    year, month, day, *time = match.groups()
    written = f"{year}-{int(month):02}-{int(day):02}" + (f" {time[0]:0>5}" if time and time[0] else "")
    try:
        datetime.fromisoformat(written)
    except ValueError:  # 2023-13-45
        return ""
    return written
