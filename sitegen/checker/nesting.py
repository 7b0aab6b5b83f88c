"""Which element may stand in which: the rules of HTML that a parser mends without a word.

After "Content models" and "Optional tags" of the HTML Standard, as far as pages of articles come across them.
"""

from typing import NamedTuple

from sitegen.messages import Message, message

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
FOREIGN = frozenset(("svg", "math"))
OPTIONAL_END = frozenset(
    [
        "html",
        "head",
        "body",
        "li",
        "dt",
        "dd",
        "p",
        "rt",
        "rp",
        "optgroup",
        "option",
        "colgroup",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "details",
        "dialog",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "table",
        "ul",
    ]
)
PHRASING_ONLY = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "span",
        "em",
        "strong",
        "b",
        "i",
        "u",
        "s",
        "small",
        "code",
        "kbd",
        "samp",
        "var",
        "q",
        "cite",
        "dfn",
        "abbr",
        "data",
        "time",
        "label",
        "button",
        "sub",
        "sup",
        "mark",
        "bdi",
        "bdo",
        "ruby",
        "rt",
    ]
)
"""Elements that hold words and what stands between words."""

CLOSES = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "thead": {"caption", "colgroup"},
    "tbody": {"thead", "tbody", "tr", "td", "th", "caption", "colgroup"},
    "tfoot": {"thead", "tbody", "tr", "td", "th"},
    "option": {"option"},
    "optgroup": {"option", "optgroup"},
    "rt": {"rt", "rp"},
    "rp": {"rt", "rp"},
    "body": {"head"},
}
"""What a beginning ends that has no end of its own."""

PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"table", "thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "thead": {"table"},
    "tbody": {"table"},
    "tfoot": {"table"},
    "caption": {"table"},
    "figcaption": {"figure"},
    "summary": {"details"},
    "legend": {"fieldset"},
    "source": {"picture", "audio", "video"},
    "option": {"select", "optgroup", "datalist"},
}
"""Elements that stand in few others only."""

MAKING = {"script", "template"}
CHILDREN = {
    "ul": {"li"} | MAKING,
    "ol": {"li"} | MAKING,
    "dl": {"dt", "dd", "div"} | MAKING,
    "tr": {"td", "th"} | MAKING,
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"} | MAKING,
    "thead": {"tr"} | MAKING,
    "tbody": {"tr"} | MAKING,
    "picture": {"source", "img"} | MAKING,
}
"""Elements that hold few others only."""

NOT_INSIDE = {
    "a": ("a", "button"),
    "button": ("a", "button"),
    "select": ("a", "button"),
    "label": ("label",),
    "form": ("form",),
    "main": ("article", "aside", "header", "footer", "nav"),
}

NOTHING: frozenset[str] = frozenset()
ENDS = {tag: CLOSES.get(tag, NOTHING) | ({"p"} if tag in BLOCKS else NOTHING) for tag in {*CLOSES, *BLOCKS}}
WATCHED = frozenset((*NOT_INSIDE, *PARENTS))
HOLDERS = frozenset((*CHILDREN, *PHRASING_ONLY))
"""The same in sets, for every element of every page."""


class Fault(NamedTuple):
    """Something that stands where it may not, and where in the page."""

    problem: Message
    line: int
    column: int


class Nesting:
    """The elements that are open while a page is read from its beginning to its end; some of them are marked, with all inside."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._open: list[str] = []
        self._marked: list[bool] = []
        self._foreign = 0

    @property
    def is_marked(self) -> bool:
        """Whether a text that comes now stands in an element that was marked."""
        return bool(self._marked) and self._marked[-1]

    def begin(self, tag: str, line: int, column: int, *, mark: bool = False, is_whole: bool = False) -> bool:
        """Open an element, and close what ends by that; say whether it is marked. `is_whole` is one that ends in itself: <path/>."""
        if not self._foreign:
            ends = ENDS.get(tag, NOTHING)
            while self._open and self._open[-1] in ends:
                self._pop()
            if (tag in WATCHED or (self._open and self._open[-1] in HOLDERS)) and (problem := self._misplaced(tag)):
                self.faults.append(Fault(problem, line, column))
        marked = mark or (bool(self._marked) and self._marked[-1])
        if tag not in VOID and not (is_whole and (self._foreign or tag in FOREIGN)):
            self._open.append(tag)
            self._marked.append(marked)
            self._foreign += tag in FOREIGN
        return marked

    def end(self, tag: str, line: int, column: int) -> None:
        """Close an element, and what in it ends by that."""
        if tag not in self._open:
            self.faults.append(Fault(message("</{tag}> ends nothing", tag=tag), line, column))
            return
        while (inner := self._pop()) != tag:
            if inner not in OPTIONAL_END:
                problem = message("<{inner}> is not closed before </{tag}>", inner=inner, tag=tag)
                self.faults.append(Fault(problem, line, column))

    def finish(self, line: int, column: int) -> None:
        """Close the page."""
        missing = [tag for tag in self._open if tag not in OPTIONAL_END]
        self.faults += [Fault(message("<{tag}> is never closed", tag=tag), line, column) for tag in missing]

    def _pop(self) -> str:
        self._marked.pop()
        tag = self._open.pop()
        self._foreign -= tag in FOREIGN
        return tag

    def _misplaced(self, tag: str) -> Message | None:
        parent = self._open[-1] if self._open else ""
        if tag in NOT_INSIDE and (around := next((each for each in NOT_INSIDE[tag] if each in self._open), None)):
            return _may_not_stand(tag, around)
        is_lost = tag in PARENTS and bool(parent) and parent not in PARENTS[tag]
        is_strange = parent in CHILDREN and tag not in CHILDREN[parent]
        is_block = parent in PHRASING_ONLY and tag in BLOCKS
        return _may_not_stand(tag, parent) if is_lost or is_strange or is_block else None


def _may_not_stand(tag: str, around: str) -> Message:
    return message("<{tag}> may not stand in <{around}>", tag=tag, around=around)
