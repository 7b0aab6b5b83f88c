"""Read who wrote a text, for whom, and when, out of its bylines and datelines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.chinese import HAN
from sitegen.importer.clipping import Person
from sitegen.model import OURSELVES

ROLES = (
    "全媒体记者|融媒体记者|见习记者|实习记者|特约记者|首席记者|驻站记者|特派记者|本报记者|本网记者|本台记者|记者|"
    "特约通讯员|本报通讯员|通讯员|实习生|全媒體記者|見習記者|實習記者|特約記者|本報記者|本網記者|記者|通訊員|實習生"
)
OWN = re.compile(f"^(?:{'|'.join(OURSELVES)})")
NAME = rf"[{HAN}]{{2,4}}(?:·[{HAN}]{{1,6}})?"
NAMES = rf"{NAME}(?:[ 、，]+{NAME})*"
END = r"(?:[ 　]*(?:文/图|文并图|图/文|摄影报道|攝影報道|报道|報道|摄|攝|文))?"
BYLINE = re.compile(
    rf"[（(]?(?P<outlets>[^，。；“”（(]{{0,30}}?)(?P<people>(?:(?:{ROLES})[ :：]*{NAMES}[ 　]*)+){END}[）)]?"
)
PERSON = re.compile(rf"({ROLES})[ :：]*((?:(?!{ROLES}){NAME}[ 、，　]*)+)")
DATELINE = re.compile(
    rf"(?P<outlet>新华社|中新社|中新网|人民网|本报|本网|本台|新華社|本報|本網)?(?P<place>[{HAN}]{{2,8}}?)?"
    rf"(?P<date>\d{{1,2}}月\d{{1,2}}日)?(?:电|讯|消息|電|訊)[ 　]*[（(](?P<people>[^（()）]{{2,40}})[）)][ 　]*"
)
OUTLETS = re.compile("[·・ 　/]+")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says."""

    sources: tuple[str, ...] = ()
    authors: tuple[Person, ...] = ()
    place: str = ""
    monthday: str = ""


def byline_of(line: str) -> Byline | None:
    """Read a line that is nothing but a byline.

    >>> byline_of("新甘肃·甘肃日报记者 张三").sources
    ('新甘肃', '甘肃日报')
    """
    match = BYLINE.fullmatch(line.strip())
    if not match:
        return None
    return Byline(_outlets(match["outlets"]), tuple(_people(match["people"])))


def dateline_of(paragraph: str) -> tuple[Byline | None, str]:
    """Part a dateline such as 本报讯（记者 张三） off a paragraph.

    >>> dateline_of("本报讯（记者 张三）今年雨水好。")[1]
    '今年雨水好。'
    """
    match = DATELINE.match(paragraph)
    people = tuple(_people(match["people"])) if match else ()
    if not match or not people:
        return None, paragraph
    outlet = match["outlet"] or ""
    sources = () if not outlet or OWN.match(outlet) else (outlet,)
    return Byline(sources, people, match["place"] or "", match["date"] or ""), paragraph[match.end() :]


def _outlets(text: str) -> tuple[str, ...]:
    named = (name.strip("（( 　") for name in OUTLETS.split(text))
    return tuple(name for name in named if name and not OWN.match(name))


def _people(text: str) -> Iterator[Person]:
    for role, names in PERSON.findall(text):
        for name in re.findall(NAME, names):
            yield Person(name=name, role=OWN.sub("", role, count=1))
