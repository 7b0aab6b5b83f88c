"""What authors write between -{ and }-."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.chinese import Conversion, escaped, faults_in, rule_of, sheltered, unsheltered, without_marks
from sitegen.model import Script

HANS, HANT, HANT_TW, HANT_HK = Script


@pytest.mark.parametrize(
    ("text", "simplified", "traditional"),
    [
        ("-{头发}-与头发", "头发与头发", "头发與頭髮"),
        ("用-{zh-hans:软件;zh-hant:軟體}-记账", "用软件记账", "用軟體記賬"),
        ("用-{zh-cn:软件;zh-tw:軟體}-记账", "用软件记账", "用軟體記賬"),
        ("用-{ ZH-Hans : 软件 ; zh-hant : 軟體 ; }-记账", "用软件记账", "用軟體記賬"),
        ("-{zh-hans:甲;乙;zh-hant:丙}-", "甲;乙", "丙"),
        ("-{zh-hans:头发}-", "头发", "頭髮"),
        ("-{zh-hant:頭髮}-", "头发", "頭髮"),
        ("-{zh-hans:;zh-hant:丙}-", "", "丙"),
        ("-{注：头}-", "注：头", "注：头"),
        ("晒-{}-干", "晒干", "曬幹"),
        (r"\-{头发}-", "-{头发}-", "-{頭髮}-"),
        ("-{头发", "-{头发", "-{頭髮"),
        ("头发}-", "头发}-", "頭髮}-"),
    ],
)
def test_a_rule_says_what_a_page_shows(text: str, simplified: str, traditional: str) -> None:
    assert Conversion(HANS, HANS).text(text) == simplified
    assert Conversion(HANS, HANT).text(text) == traditional


def test_a_script_without_a_form_takes_that_of_the_nearest() -> None:
    rule = "-{zh-hans:甲;zh-tw:乙;zh-hk:丙}-"

    shown = [Conversion(HANS, script).text(rule) for script in (HANT, HANT_TW, HANT_HK)]

    assert shown == ["乙", "乙", "丙"]


def test_a_rule_of_an_article_in_traditional_is_resolved_on_pages_of_both_scripts() -> None:
    text = "用-{zh-hans:软件;zh-hant:軟體}-，-{乾}-"

    assert Conversion(HANT, HANT).text(text) == "用軟體，乾"
    assert Conversion(HANT, HANS).text(text) == "用软件，乾"


@pytest.mark.parametrize(
    ("text", "at", "problem"),
    [
        ("头-{发", 1, "this -{ is never closed"),
        ("-{甲}-乙-{丙", 6, "this -{ is never closed"),
        ("-{甲-{乙}-丙}-", 0, "one rule stands in another"),
        ("-{H|zh-hans:甲;zh-hant:乙}-", 0, "flags and arrows are not understood in a rule"),
        ("-{甲=>zh-hant:乙}-", 0, "flags and arrows are not understood in a rule"),
        ("-{zh-hanz:甲;zh-hant:乙}-", 0, "zh-hanz is no script"),
        ("-{zh-hans:甲;zh-han:乙}-", 0, "zh-han is no script"),
        ("-{zh-hans:甲;zh-cn:乙}-", 0, "a script stands here twice"),
    ],
)
def test_a_rule_that_cannot_be_understood_is_told_with_its_place(text: str, at: int, problem: str) -> None:
    (fault,) = faults_in(text)

    assert (fault.at, str(fault.problem)) == (at, problem)
    assert str(fault.hint)


@pytest.mark.parametrize("text", ["-{甲}-", r"\-{甲", "-{}-", "甲}-", "-{A|", "", "-{注:甲}-", "-{zh-hant:甲}-"])
def test_a_rule_in_order_is_no_fault(text: str) -> None:
    assert [fault for fault in faults_in(text) if "closed" not in str(fault.problem)] == []


def test_forms_for_each_script_become_a_rule() -> None:
    rule = rule_of({HANS: "软件：甲", HANT: "軟體；乙"})

    assert list(faults_in(rule)) == []
    assert (Conversion(HANS, HANS).text(rule), Conversion(HANS, HANT).text(rule)) == ("软件：甲", "軟體；乙")


TEXTS = st.text(st.sampled_from("头发-{}\\;:zh-hans甲|=>"), max_size=30)


@settings(deadline=None)
@given(TEXTS)
def test_escaped_signs_are_shown_as_they_are(text: str) -> None:
    assert Conversion(HANS, HANS).text(escaped(text.replace("\\", ""))) == text.replace("\\", "")


@settings(deadline=None)
@given(TEXTS)
def test_a_text_comes_out_of_its_shelter_as_it_went_in(text: str) -> None:
    assert unsheltered(*sheltered(text)) == text


@settings(deadline=None)
@given(TEXTS)
def test_without_marks_a_text_is_what_simplified_pages_show(text: str) -> None:
    assert without_marks(text) == Conversion(HANS, HANS).text(text)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(Script), st.sampled_from(Script))
def test_every_text_is_parted_whole(text: str, source: Script, target: Script) -> None:
    spans = list(Conversion(source, target).spans(text))

    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]
    assert (spans[-1].end if spans else 0) == len(text)
