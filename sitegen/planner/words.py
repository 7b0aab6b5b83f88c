"""The few words that the plan itself puts on pages, in Simplified like all words of the interface."""

from sitegen.model import DatedNote, Script, Text


def word(value: str) -> Text:
    """A word of the interface."""
    return Text(value, Script.HANS)


LABELS = {
    Script.HANS: Text("简体", Script.HANS, fixed=True),
    Script.HANT: Text("繁體", Script.HANT, fixed=True),
    Script.HANT_TW: Text("繁體（臺灣）", Script.HANT_TW, fixed=True),
    Script.HANT_HK: Text("繁體（香港）", Script.HANT_HK, fixed=True),
}
"""What each script is called in itself, on every page."""

NOTHING = word("")
NO_NOTE = DatedNote(date=None, text=NOTHING)
HOME = word("首页")
ARCHIVE = word("归档")
UNDATED = word("日期不详")
DAYS = word("历年今日")
CHANCE = word("随便看看")
SEARCH = word("搜索")
NOT_FOUND = word("找不到这一页")
ALIKE = word("读音相同的词")
MOVED = word("本页已迁移")
WITHDRAWN = word("本文已撤下")
GONE = word("这一页已不在本站")
DRAFT = word("草稿")
FUTURE = word("尚未发布")
EXPIRED = word("已过期")

ALL = [
    str(each)
    for each in (
        HOME, ARCHIVE, UNDATED, DAYS, CHANCE, SEARCH, NOT_FOUND, ALIKE, MOVED, WITHDRAWN, GONE, DRAFT, FUTURE, EXPIRED, *LABELS.values(),
    )
]  # fmt: skip
"""Everything that the plan says by itself, but for the names of years and months."""
