"""Words of glossaries: the nearest wins, and they go before the dictionaries."""

from sitegen.chinese import Conversion, Orthography, convert_html, relevant
from sitegen.model import Glossary, Layer, Script, Word

HANS, HANT, HANT_TW, HANT_HK = Script


def a_word(written: str, traditional: str, layer: Layer = Layer.SITE) -> Word:
    return Word(written, ((HANT, traditional),), layer)


def traditional(text: str, *glossary: Word) -> str:
    return Conversion(HANS, HANT, glossary).text(text)


def test_a_word_is_written_as_the_glossary_says() -> None:
    assert traditional("软件与软件", a_word("软件", "軟體")) == "軟體與軟體"


def test_a_word_goes_before_the_dictionaries_and_is_not_converted_again() -> None:
    assert traditional("里面", a_word("里", "里")) == "里面"
    assert traditional("台风为害", a_word("台风", "台風"), a_word("为", "爲")) == "台風爲害"


def test_the_nearest_glossary_wins_and_in_one_the_longest_word() -> None:
    site, article = a_word("甲乙丙", "site"), a_word("乙", "article", Layer.ARTICLE)

    assert traditional("甲乙丙", site, article) == "甲article丙"
    assert traditional("甲乙丙", a_word("甲乙", "1"), a_word("甲乙丙", "2")) == "2"
    assert traditional("甲乙丙", a_word("甲乙", "1"), a_word("乙丙", "2")) == "1丙"


def test_of_several_entries_for_a_word_the_nearest_counts() -> None:
    site, topic, article = a_word("甲", "站"), a_word("甲", "題", Layer.TOPIC), a_word("甲", "文", Layer.ARTICLE)

    assert traditional("甲", site, topic, article) == "文"
    assert traditional("甲", topic, site) == "題"


def test_only_words_whose_characters_are_there_are_kept() -> None:
    kept = relevant([a_word("头发", "頭髮"), a_word("软件", "軟體")], "头**发**")

    assert kept == (a_word("头发", "頭髮"),)


def test_a_form_for_another_script_says_nothing() -> None:
    only_hong_kong: Glossary = (Word("面", ((HANT_HK, "麪"),), Layer.SITE),)
    only_simplified: Glossary = (Word("軟體", ((HANS, "软件"),), Layer.SITE),)

    assert Conversion(HANS, HANT_HK, only_hong_kong).text("面") == "麪"
    assert Conversion(HANT, HANS, only_simplified).text("軟體") == "软件"
    assert Conversion(HANT, HANT, only_simplified).text("軟體") == "軟體"


def test_addresses_and_rules_go_before_glossaries() -> None:
    word = a_word("头", "X")

    assert traditional("头https://example.org/头/ 头", word) == "Xhttps://example.org/头/ X"
    assert traditional("-{头}-头", word) == "头X"


def test_a_word_that_changes_its_length_leaves_the_rest_of_its_run_whole() -> None:
    conversion = Conversion(HANS, HANT, (a_word("软件", "電腦軟體"),))

    assert convert_html("<p>软件与头<b>发</b></p>", conversion) == "<p>電腦軟體與頭<b>髮</b></p>"


def test_a_word_over_a_tag_that_changes_its_length_is_converted_in_each_node_by_itself() -> None:
    conversion = Conversion(HANS, HANT, (a_word("软件", "電腦軟體"),))

    assert convert_html("<p>软<b>件</b>好，头<i>发</i></p>", conversion) == "<p>軟<b>件</b>好，頭<i>髮</i></p>"


def test_regional_words_that_change_their_length_stay_inside_their_tags() -> None:
    conversion = Conversion(HANS, HANT, orthography=Orthography(recipes=((HANT, "s2twp"),)))

    assert convert_html("<p>面<b>向对象的内存</b></p>", conversion) == "<p>面<b>向物件的記憶體</b></p>"


def test_a_word_over_a_tag_that_keeps_its_length_is_put_back_in_parts() -> None:
    conversion = Conversion(HANS, HANT, (a_word("软件", "軟體"),))

    assert convert_html("<p>用软<b>件</b>好</p>", conversion) == "<p>用軟<b>體</b>好</p>"


def test_a_rule_in_html_may_hold_tags_and_is_none_in_code() -> None:
    html = "<p>-{头<b>发</b>}-头<i>发</i> <code>-{头}-</code> <a title='-{zh-hans:甲;zh-hant:乙}-'>-{zh-hans:甲<b>;zh-hant:乙</b>}-</a></p>"

    converted = convert_html(html, Conversion(HANS, HANT))

    assert converted == "<p>头<b>发</b>頭<i>髮</i> <code>-{头}-</code> <a title='乙'>乙<b></b></a></p>"
