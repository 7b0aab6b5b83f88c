from typing import Annotated, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, BeforeValidator, Field

from sitegen.documents import DEEPEST, Document, read_yaml
from sitegen.errors import FieldError, Place, leaves
from sitegen.fields import Settings, validate, wrong

QUOTE = "put the value in quotes: key: '…'"
LOOK = "look for a missing bracket, quotation mark or blank after a colon"
ONE_LINE_END = st.characters(exclude_categories=["Cs", "Zl", "Zp"], exclude_characters="\r\x85")
YAML_MARKS = "&*!%<>[]{}:,-?'\"|#@`~\\ \n\tab1年：、"


def _refused(_: object) -> object:
    raise wrong("'{x}' 不行", "写 {y}")


class Inner(Settings):
    name: str
    part: Annotated[int, Field(ge=1)] | None = None


class Model(Settings):
    title: str = ""
    draft: bool = False
    kind: Literal["甲", "乙"] = "甲"
    inner: Inner | None = None
    items: tuple[Inner, ...] = ()
    free: dict[str, str] = Field(default_factory=dict)
    own: Annotated[str, BeforeValidator(_refused)] = ""


def problems(text: str, model: type[BaseModel] = Model) -> list[str]:
    with pytest.raises(ExceptionGroup) as raised:
        validate(model, read_yaml(text, file="a.md"))
    return [str(each) for each in leaves(raised.value)]


@pytest.mark.parametrize(
    "written", ["012", "no", "12:30", "0x1F", "1e3", "2024-03-05", "true", ".5", "+1", "春耕", "None", "=", "<<"]
)
def test_a_scalar_stays_as_written(written: str) -> None:
    assert read_yaml(f"a: {written}\n", file="a.md").values == {"a": written}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", "# 注"])
def test_a_key_without_a_value_is_as_good_as_none(nothing: str) -> None:
    document = read_yaml(f"title: {nothing}\ninner: {nothing}\nitems:\n  - {nothing}\n  - name: 甲\n", file="a.md")

    assert validate(Model, document) == Model(items=(Inner(name="甲"),))


@pytest.mark.parametrize("quoted", ["null", "~", ""])
def test_what_is_quoted_is_always_words(quoted: str) -> None:
    assert read_yaml(f"a: '{quoted}'\n", file="a.md").values == {"a": quoted}


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n", "~\n", "{}\n", "---\n"])
def test_a_text_without_keys_is_an_empty_document(text: str) -> None:
    assert read_yaml(text, file="a.md").values == {}


def test_lists_and_mappings_nest() -> None:
    text = "a: [一, [二]]\nb:\n  - name: 三\n    part: 4\nc: {d: {e: 五}}\nf: |\n  六\n  七\n"

    assert read_yaml(text, file="a.md").values == {
        "a": ["一", ["二"]],
        "b": [{"name": "三", "part": "4"}],
        "c": {"d": {"e": "五"}},
        "f": "六\n七\n",
    }


def test_a_document_knows_the_line_of_every_value() -> None:
    document = read_yaml("a: 1\nb:\n  - x\n  - c: 2\n", file="a.md", first_line=2)

    lines = {path: document.place(path).line for path in [("a",), ("b",), ("b", 0), ("b", 1), ("b", 1, "c")]}

    assert lines == {("a",): 2, ("b",): 3, ("b", 0): 4, ("b", 1): 5, ("b", 1, "c"): 5}


def test_the_place_of_what_is_not_there_is_the_nearest_thing_around_it() -> None:
    document = read_yaml("\na:\n  b: 1\n", file="a.md")

    assert document.place(("a", "c", 0)) == Place("a.md", 2)
    assert document.place(("z",)) == Place("a.md", 2)
    assert Document({}, "a.md").place(("z",)) == Place("a.md", 1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 春: 耕", f"1: this is not YAML: mapping values are not allowed in this context\n  hint: {QUOTE}, or write the colon as ："),
        ("a: 1\nb: [专题] 春", f"2: this is not YAML: did not find expected key\n  hint: {LOOK}"),
        ("a: {b", f"1: this is not YAML: did not find expected ',' or '}}'\n  hint: {LOOK}"),
        ("a: *重*", f"1: this is not YAML: did not find expected alphabetic or numeric character\n  hint: {QUOTE}"),
        ("\ta: 1", f"1: this is not YAML: found character that cannot start any token\n  hint: indent with spaces, not tabs; {QUOTE}"),
        ("a:\n\t- b", f"2: this is not YAML: found character that cannot start any token\n  hint: indent with spaces, not tabs; {QUOTE}"),
        ("a: @春", f"1: this is not YAML: found character that cannot start any token\n  hint: indent with spaces, not tabs; {QUOTE}"),
        ("a: 1\nb\n", "2: this is not YAML: could not find expected ':'\n  hint: write a colon and a blank after the key"),
        ("a: '春", f"1: this is not YAML: found unexpected end of stream\n  hint: {LOOK}"),
        ("a: \x01", "1: this is not YAML: control characters are not allowed"),
        ("春", "1: there are no keys here\n  hint: write `key: value`, with a blank after the colon"),
        ("a:春", "1: there are no keys here\n  hint: write `key: value`, with a blank after the colon"),
        ("\n- a", "2: there are no keys here\n  hint: write `key: value`, with a blank after the colon"),
        ("a: 1\nb: 2\na: 3", "3: a: stands here twice\n  hint: keep one of the two"),
        ("a:\na: 3", "2: a: stands here twice\n  hint: keep one of the two"),
        ("a: {b: 1, b: 1}", "1: b: stands here twice\n  hint: keep one of the two"),
        ("? [a]\n: b", f"1: a key must be one word\n  hint: {QUOTE}"),
        ("a: 1\n*b : c", f"2: a key must be one word\n  hint: {QUOTE}"),
        ("a: &x [1]\nb: *x", "1: &, * and ! have no meaning here\n  hint: write the value out, or put it in quotes"),
        ("a: &x [*x]", "1: &, * and ! have no meaning here\n  hint: write the value out, or put it in quotes"),
    ],
)  # fmt: skip
def test_what_is_no_yaml_is_told_with_its_line_and_a_hint(text: str, told: str) -> None:
    with pytest.raises(FieldError) as raised:
        read_yaml(text, file="a.md")

    assert str(raised.value) == f"a.md:{told}"


def test_the_line_of_an_error_never_lies_behind_the_text() -> None:
    with pytest.raises(FieldError) as raised:
        read_yaml("a: [1,\n", file="a.md", first_line=2)

    assert raised.value.place == Place("a.md", 2)


@pytest.mark.parametrize("text", ["a: &x 春耕", "a: !x 春耕", "&x a: 春耕", "!x a: 春耕", "a: *x", "a: [&x 春]"])
def test_a_mark_of_yaml_does_not_swallow_words_in_silence(text: str) -> None:
    with pytest.raises(FieldError):
        read_yaml(text, file="a.md")


@pytest.mark.parametrize("text", ["a: 1\n---\ndraft: true\n", "a: 1\n...\n---\ndraft: true\n", "~\n--- 草稿\n"])
def test_a_second_document_is_not_lost_in_silence(text: str) -> None:
    with pytest.raises(FieldError):
        read_yaml(text, file="a.md")


@pytest.mark.parametrize("tag", ["!%ED%A0%80", "!<%C0%80>", "!%FF"])
def test_a_tag_that_spells_no_character_is_a_field_error(tag: str) -> None:
    with pytest.raises(FieldError):
        read_yaml(f"a: {tag} b\n", file="a.md")


def test_nesting_is_read_to_its_limit() -> None:
    brackets = DEEPEST - 1

    document = read_yaml("a: " + "[" * brackets + "x" + "]" * brackets, file="a.md")

    assert str(document.values["a"]).count("[") == brackets


@pytest.mark.parametrize(
    "text", ["a: " + "[" * DEEPEST + "x", "a: " + "[" * 100_000, "a: " + "{a: " * 100_000, "- " * 50_000]
)
def test_nesting_beyond_the_limit_is_refused(text: str) -> None:
    with pytest.raises(FieldError, match=r"^a\.md:1: nested too deeply$"):
        read_yaml(text, file="a.md")


@pytest.mark.parametrize(
    ("written", "code"), [("\\0", "0000"), ("\\e[31m", "001B"), ("\\b", "0008"), ("\\uFFFE", "FFFE")]
)
def test_an_escape_does_not_smuggle_in_a_control_character(written: str, code: str) -> None:
    with pytest.raises(FieldError) as raised:
        read_yaml(f'a: 1\nb: ["{written}"]\n', file="a.md")

    assert str(raised.value) == f"a.md:2: there is a control character (U+{code})\n  hint: take it out"


def test_an_escape_does_not_smuggle_a_control_character_into_a_key() -> None:
    with pytest.raises(FieldError):
        read_yaml('"a\\0": 1\n', file="a.md")


@given(st.text(st.sampled_from(YAML_MARKS)) | st.text(ONE_LINE_END))
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_document_or_a_field_error_that_names_one_of_its_lines(text: str) -> None:
    lines: list[int | None] = []

    try:
        document = read_yaml(text, file="a.md")
        lines += [document.place(path).line for path in document.lines]
    except FieldError as error:
        lines += [error.place.line if error.place else None]

    assert all(line in range(1, text.count("\n") + 2) for line in lines)


def test_a_valid_document_fills_the_model() -> None:
    document = read_yaml("title: 012\ndraft: yes\ninner: {name: 甲, part: 3}\nfree: {乾县: 乾縣}\n", file="a.md")

    model = validate(Model, document)

    assert model == Model(title="012", draft=True, inner=Inner(name="甲", part=3), free={"乾县": "乾縣"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("draft: falae", "draft: 'falae' is neither true nor false\n  hint: write true or false"),
        ("draft: [true]", "draft: must be true or false\n  hint: write true or false"),
        ("title: [春]", "title: must be text\n  hint: write one value on one line"),
        ("kind: 丙", "kind: '丙' is none of '甲' or '乙'"),
        ("inner: 甲", "inner: must hold keys of its own\n  hint: write them below it, indented"),
        ("free: 甲", "free: must hold keys of its own\n  hint: write them below it, indented"),
        ("items: 甲", "items: must be a list\n  hint: write [one, two]"),
        ("items: [甲]", "items: must hold keys of its own\n  hint: write them below it, indented"),
        ("inner: {part: 3}", "inner.name: is missing\n  hint: add a line `name: …`"),
        ("inner: {name: 甲, part: 三}", "inner.part: '三' is not a whole number\n  hint: write digits only"),
        ("inner: {name: 甲, part: [3]}", "inner.part: must be a whole number\n  hint: write digits only"),
        ("inner: {name: 甲, part: 0}", "inner.part: '0' is too small\n  hint: write 1 or more"),
        ("free: {乾县: [a]}", "free.乾县: must be text\n  hint: write one value on one line"),
        ("own: 春", "own: '{x}' 不行\n  hint: 写 {y}"),
        ("titel: 春", "unknown key 'titel'\n  hint: did you mean 'title'?"),
        ("inner: {name: 甲, prat: 3}", "unknown key 'prat'\n  hint: did you mean 'part'?"),
        ("items: [{name: 甲, nmae: 3}]", "unknown key 'nmae'\n  hint: did you mean 'name'?"),
        ("天气: 晴", "unknown key '天气'\n  hint: known keys: draft, free, inner, items, kind, own, title"),
        ("'{}': 晴", "unknown key '{}'\n  hint: known keys: draft, free, inner, items, kind, own, title"),
        ("'[key]': 晴", "unknown key '[key]'\n  hint: known keys: draft, free, inner, items, kind, own, title"),
    ],
)
def test_a_wrong_value_is_told_with_key_rule_and_hint(text: str, told: str) -> None:
    assert problems(text) == [f"a.md:1: {told}"]


def test_a_number_beyond_all_measure_is_told_in_short() -> None:
    told = f"a.md:1: inner.part: {'9' * 20}… is too large\n  hint: write a smaller number"

    assert problems("inner: {name: 甲, part: " + "9" * 5000 + "}") == [told]


def test_every_problem_is_told_at_once_with_its_own_line() -> None:
    text = "titel: 春\ndraft: falae\ninner:\n  part: 0\nitems:\n  - name: 甲\n  - nmae: 乙\n"

    assert problems(text) == [
        "a.md:1: unknown key 'titel'\n  hint: did you mean 'title'?",
        "a.md:2: draft: 'falae' is neither true nor false\n  hint: write true or false",
        "a.md:3: inner.name: is missing\n  hint: add a line `name: …`",
        "a.md:4: inner.part: '0' is too small\n  hint: write 1 or more",
        "a.md:7: items.name: is missing\n  hint: add a line `name: …`",
        "a.md:7: unknown key 'nmae'\n  hint: did you mean 'name'?",
    ]


def test_words_of_the_checking_library_may_hold_braces() -> None:
    class Strange(BaseModel):
        title: Annotated[str, Field(pattern=r"^}{0}$")]

    assert problems("title: 春", Strange) == ["a.md:1: title: String should match pattern '^}{0}$'"]
