"""Surnames that the dictionaries take for other words: 村民范建国 is no 範."""

import re
from collections.abc import Iterator

from sitegen.chinese.spans import Span

SURNAMES = {
    "范": "范",
    "于": "于",
    "余": "余",
    "钟": "鍾",
    "郁": "郁",
    "岳": "岳",
    "游": "游",
    "涂": "涂",
    "朴": "朴",
    "后": "后",
}
"""Surnames, and how they are written in Traditional."""

APART = "\u2029"
"""Stands between texts that are converted at once: no text of a site holds it, no word goes over it."""

ALONE = {"", APART}
"""What stands beside a name that is a text by itself, or one of several that are converted at once."""

PREPOSITIONS = {"于", "后"}
"""Surnames that are more often something else: a name must be seen to end."""

GIVEN = (
    "建国军志强伟明华平文英秀兰芳丽娟敏静艳玲桂梅红霞燕玉凤琴云莲香珍贞莉娜淑惠珠翠雅芝萍娥勤琳晓宁欣婷雪慧巧美蓉宏涛斌刚勇毅俊峰"
    "东辉永健世义兴良海仁波贵福龙全胜学祥武利清飞彬富顺信杰成康星光达岩茂林彪博诚振壮群豪邦绍功松善庆磊民友裕哲超浩亮政谦亨翰朗鸣朋梁"
    "栋维启克伦翔旭鹏泽士树炎德泰盛雄钧冠腾楠榕弘宗忠培彦瑞金银满旺喜双爱宝昌万存怀进忠启兆贤元生子正立守继占登耀廷銮莹颖菊菲媛"
)
"""Characters that given names are made of, without those that begin a place or a time."""

ROLE_WORDS = """
    记者 通讯员 编辑 摄影 村民 农民 居民 市民 牧民 社员 书记 主任 局长 县长 区长 市长 镇长 乡长 村长 组长 社长 会长 经理
    董事长 总裁 队长 队员 院长 校长 教授 研究员 专家 技术员 农艺师 工程师 老师 教师 医生 大户 户主 农户 贫困户 脱贫户 代表
    委员 党员 干部 支书 司机 老板 师傅 老人 老汉 负责人 理事长 带头人 传承人 管理员 护林员 网格员 妻子 丈夫 儿子 女儿 同志
"""
ROLES = tuple(ROLE_WORDS.split())
LONGEST_ROLE = 8
"""Characters before a name in which its role is looked for, blanks and a colon included."""

AFTER = r"\Z|[\s、，。；：！？）)”’」』]|说|道|讲|表示|介绍|告诉|坦言|认为|感慨|回忆|笑|指|正|是|向|对|和|与|及|的|家|把|从|等|摄|报道|今年|带|同志|先生|女士"
HOMES = r"(?=家[湾村沟庄坪山坡梁嘴岔川塬台堡寨营河窑院咀湖屯])"

NAME = re.compile(rf"[{''.join(SURNAMES)}](?:(?P<two>[{GIVEN}]{{2}})|[{GIVEN}](?={AFTER}))(?P<ends>(?={AFTER}))?")
VILLAGE = re.compile(rf"[范于余钟郁岳涂]{HOMES}(?<![业其剩多盈结残属位由关对等处至终善便利在].)")
NO_NAMES = re.compile("余[波光香力生利庆]|于[民明]|游[民学]|钟[爱鸣乐]|岳[东明]|郁[金香]|范文|朴[学实]")
"""Words that would look like a name of two characters."""


def surnames_in(text: str) -> Iterator[Span]:
    """Find surnames that stand before a given name, behind who it is or alone, or before a village: 于家湾."""
    found = {match.start() for match in NAME.finditer(text) if _is_name(match)}
    found |= {match.start() for match in VILLAGE.finditer(text)}
    return (Span(at, at + 1, SURNAMES[text[at]]) for at in sorted(found))


def _is_name(match: re.Match[str]) -> bool:
    text, (start, end) = match.string, match.span()
    before = text[max(0, start - LONGEST_ROLE) : start].rpartition(APART)[2].rstrip(" \u3000:：")
    has_role = before.endswith(ROLES)
    is_alone = text[start - 1 : start] in ALONE and text[end : end + 1] in ALONE
    has_two, ends = match["two"] is not None, match["ends"] is not None
    if match[0][0] in PREPOSITIONS:
        return (has_role and ends) or (is_alone and has_two)
    if has_two:
        return has_role or (ends and (not before or before.endswith("、")))
    return (has_role or is_alone) and not NO_NAMES.match(match[0])
