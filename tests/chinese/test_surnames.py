"""Surnames that the dictionaries take for other words, and other words that look like names."""

import pytest

from sitegen.chinese import convert
from sitegen.model import Script


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("村民范建国说，今年收成好。", "村民范建國說，今年收成好。"),
        ("书记余明介绍了情况。", "書記余明介紹了情況。"),
        ("记者 于伟国 报道", "記者 于偉國 報道"),
        ("本报记者：于伟国", "本報記者：于偉國"),
        ("技术员钟志强家里有地", "技術員鍾志強家裡有地"),
        ("镇长沈志强", "鎮長沈志強"),
        ("农民万俟春", "農民万俟春"),
        ("教授郁建华认为", "教授郁建華認為"),
        ("会长岳志国表示", "會長岳志國表示"),
        ("张三、余建军、范志明等人", "張三、余建軍、范志明等人"),
        ("范建国", "范建國"),
        ("余明", "余明"),
        ("于志明", "于志明"),
        ("社长后永胜说", "社長后永勝說"),
        ("于家湾的水渠", "于家灣的水渠"),
        ("余家庄和范家沟", "余家莊和范家溝"),
    ],
)
def test_a_surname_stays_one(text: str, expected: str) -> None:
    assert convert(text, Script.HANS, Script.HANT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者于近日采访", "記者於近日採訪"),
        ("代表于5月到会", "代表於5月到會"),
        ("干部后来走了", "幹部後來走了"),
        ("党员范围", "黨員範圍"),
        ("范围", "範圍"),
        ("范文", "範文"),
        ("余波", "餘波"),
        ("余粮", "餘糧"),
        ("其余家庭", "其餘家庭"),
        ("位于家门口", "位於家門口"),
        ("惠及于民", "惠及於民"),
        ("老师钟爱这片地", "老師鍾愛這片地"),
        ("农民余下的粮", "農民餘下的糧"),
        ("后明年再说", "後明年再說"),
    ],
)
def test_other_words_are_no_names(text: str, expected: str) -> None:
    assert convert(text, Script.HANS, Script.HANT) == expected
