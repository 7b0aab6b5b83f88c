"""Words are spelled as people type them, and as pypinyin spells them."""

import pytest
from pypinyin import lazy_pinyin

from sitegen.chinese import syllables_of


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        ("重庆火锅", "chong qing huo guo"),
        ("长安街的行长", "chang an jie de hang zhang"),
        ("秸秆还田", "jie gan huan tian"),
        ("女儿绿化", "nv er lv hua"),
        ("ＧＢ/T标准 2", "gb/t biao zhun 2"),
        ("", ""),
    ],
)
def test_words_are_spelled_as_people_type_them(words: str, spelled: str) -> None:
    assert " ".join(syllables_of(words)) == spelled


@pytest.mark.parametrize(
    "words", ["红古区打造百亿级产业链", "银行行长重视种植", "乐都区的音乐教师", "大夫长大了还没还钱"]
)
def test_words_are_spelled_as_by_the_dictionaries(words: str) -> None:
    assert list(syllables_of(words)) == lazy_pinyin(words)
