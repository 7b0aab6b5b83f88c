"""Lines around an article that are none of it: a portal's greeting, ways through the site, and labels that say something."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

LABELS = {
    "来源": "source",
    "來源": "source",
    "稿源": "source",
    "文章来源": "source",
    "信息来源": "source",
    "作者": "author",
    "文": "author",
    "记者": "记者",
    "記者": "記者",
    "通讯员": "通讯员",
    "编辑": "编辑",
    "責任編輯": "責任編輯",
    "责任编辑": "责任编辑",
    "责编": "责任编辑",
    "时间": "date",
    "日期": "date",
    "发布时间": "date",
    "发表时间": "date",
    "更新时间": "date",
    "發布時間": "date",
    "发布日期": "date",
}
"""What a label says: a field, or the role of the people behind it."""

PASSED_OVER = "点击|点击数|浏览|浏览次数|阅读|阅读量|字号|字体|审核|校对|监制|终审|點擊|瀏覽"
LABEL = re.compile(
    rf"(?P<key>{'|'.join(sorted(LABELS, key=len, reverse=True))}|{PASSED_OVER})[ 　]*[:：][ 　]*"
    r"(?P<value>[^\s:：|｜【】\[\]]+(?:[ 　]+\d{1,2}:\d{2}(?::\d{2})?|(?:[ 、][^\s:：|｜]{2,4}(?![:：]))*)?)"
)

BOILERPLATE = (
    r"(?:您|你)好[,，!！]?\s*(?:欢迎|歡迎)(?:您|你)?(?:来到|來到|光临|光臨|访问|訪問).{0,30}",
    r"(?:当前|當前|您的|您现在的|您所在的|你的|现在的)?位置\s*[:：].{0,80}",
    r"首页\s*(?:>|»|›|→|-).{0,60}",
    r"(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇|上一頁|下一頁|相关链接|相關鏈接|相关新闻|相关阅读|延伸阅读|推荐阅读)(?:\s*[:：\s].{0,80})?",
    r"[【\[（(]?(?:打印本页|打印|关闭窗口|关闭|收藏|返回顶部|返回首页|返回列表|大 ?中 ?小|字号.{0,12}|加入收藏|我要纠错)[】\]）)]?",
    r"(?:分享到|分享至|扫一扫|长按|关注我们|微信公众号|责任编辑邮箱|投稿邮箱|联系电话)[^。]{0,60}",
    r"(?:版权所有|版權所有|Copyright|©|ICP备|.{0,12}ICP备|免责声明|版权声明|声明[:：]).{0,200}",
    r"[-—=*·.\s]{3,}",
)
"""Lines that go, whole; a site adds its own in site.yaml."""


@cache
def boilerplate(more: tuple[str, ...] = ()) -> re.Pattern[str]:
    """Compile the patterns of lines that are none of the article."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in (*more, *BOILERPLATE)))


def labels_in(line: str) -> list[tuple[str, str]] | None:
    """Read a line that is nothing but labels: what each says, and its value; None where it is more than that.

    >>> labels_in("来源：示例日报　作者：张三  时间：2023-06-12 08:00  点击：12")
    [('source', '示例日报'), ('author', '张三'), ('date', '2023-06-12 08:00')]
    """
    plain = line.strip("（()）[]【】 　")
    matches = list(LABEL.finditer(plain))
    if not matches or _rest(plain, matches):
        return None
    return [(LABELS[match["key"]], match["value"].strip("）)】 ")) for match in matches if match["key"] in LABELS]


def _rest(line: str, matches: Iterable[re.Match[str]]) -> str:
    """What of a line no label covers, but for blanks and bars."""
    for match in matches:
        line = line.replace(match[0], "", 1)
    return line.strip(" 　|｜/、，,（()）[]【】")


def without_boilerplate(lines: Iterable[str], more: tuple[str, ...] = ()) -> Iterator[str]:
    """Leave out the lines that are none of the article."""
    pattern = boilerplate(more)
    return (line for line in lines if line.strip() and not pattern.fullmatch(line.strip()))
