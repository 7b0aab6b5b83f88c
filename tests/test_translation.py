"""What the program can say, it says in English and in Chinese; the catalogue holds neither less nor more."""

import ast
import pickle
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Message as Entry
from msgspec import json

from sitegen.chinese import strays
from sitegen.errors import ContentError, Place, Warn, problems_in
from sitegen.messages import ENGLISH, Message, alternatives, counted, message
from sitegen.model import Script
from sitegen.translation import LOCALE, catalogue, language_of, said
from tests import messages as collected
from tests.builders import an_article

ROOT = Path(__file__).parent.parent
ENTRIES = [entry for entry in collected.catalogue() if entry.id]
ERRORS = {
    "FieldError",
    "ContentError",
    "PlanError",
    "TemplateError",
    "OutputError",
    "PackageError",
    "SitegenError",
    "wrong",
}
BEHIND_ITS_CODE = {"error", "warning"}
"""What makes a finding: the first that it is given is a code."""

UNTRANSLATED = {("name", "", None), ("number_type", "", None)}
"""What click calls a file, a folder or a number; it does so in English, which no Chinese sentence takes."""

ZONE = message("{name!r} is no time zone", name="月球/静海")


def sentences_of(entry: Entry) -> tuple[str, ...]:
    return (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)


def places(sentence: str) -> set[tuple[str | None, str | None, str | None]]:
    return {(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(sentence) if name is not None}


def has_values(sentence: str) -> bool:
    """A sentence that is said as it stands may hold braces, as YAML has them: with a blank behind the colon."""
    try:
        return all(
            name and name.isidentifier() and str(spec).isascii() and " " not in str(spec)
            for name, spec, _ in places(sentence)
        )
    except ValueError:
        return False


def of_click(entry: Entry) -> bool:
    return "click" in {file for file, _ in entry.locations}


def test_every_sentence_has_a_translation() -> None:
    kept = {sentences_of(entry)[0]: "".join(entry.string or ()) for entry in ENTRIES}  # those for numbers are several
    said_somewhere = {each if isinstance(each, str) else each[0] for each in collected.sentences()}

    assert [sentence for sentence in sorted(said_somewhere) if not kept.get(sentence)] == []


def test_no_translation_is_left_over() -> None:
    said_somewhere = {each if isinstance(each, str) else each[0] for each in collected.sentences()}

    assert [each for entry in ENTRIES if (each := sentences_of(entry)[0]) not in said_somewhere] == []


def test_what_click_says_is_what_this_click_can_say() -> None:
    assert set(collected.CLICK) <= collected.in_click()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: sentences_of(entry)[0][:60])
def test_a_translation_shows_the_values_of_its_sentence(entry: Entry) -> None:
    chinese = entry.string if isinstance(entry.string, str) else (entry.string or ("",))[0]
    shown = [places(each) for each in sentences_of(entry) if has_values(each)]

    if shown:
        assert places(chinese) <= set().union(*shown)
        assert places(chinese) >= (shown[0] & shown[-1]) - (UNTRANSLATED if of_click(entry) else set())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: sentences_of(entry)[0][:60])
def test_a_sentence_can_be_said_in_both_languages(entry: Entry) -> None:
    names = [each for sentence in sentences_of(entry) if has_values(sentence) for each in places(sentence)]
    values = {str(name): 10 if str(spec).endswith("X") or name == "count" else "春" for name, spec, _ in names}
    told = Message(sentences_of(entry)[0], tuple(values.items()), *sentences_of(entry)[1:])

    english, chinese = told.said(ENGLISH), told.said(catalogue("zh"))

    assert english
    assert chinese
    assert "{" not in chinese or not values


def test_the_compiled_catalogue_is_that_of_the_written_one() -> None:
    assert collected.MO.read_bytes() == collected.compiled(collected.catalogue()), "run `make messages`"


def test_the_traditional_catalogue_is_made_of_the_simplified_one() -> None:
    made = collected.traditional(collected.catalogue())

    assert collected.TRADITIONAL.read_bytes() == collected.compiled(made), "run `make messages`"


def test_the_traditional_catalogue_has_the_characters_of_its_readers() -> None:
    said_in = "\n".join("".join(entry.string or ()) for entry in collected.traditional(collected.catalogue()))

    assert {said_in[at] for at in strays(said_in, Script.HANT)} <= set(collected.GUESSED)
    assert catalogue("zh_Hant").gettext("No space left on device") == "磁盤滿了"


def test_whatever_is_raised_is_a_message() -> None:
    """Text that was put together where it was raised could not be translated."""
    found = []
    for file in sorted((ROOT / "sitegen").rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                given = [*node.args, *(each.value for each in node.keywords if each.arg in {"problem", "hint"})]
                is_text = [isinstance(each, ast.JoinedStr) or is_word(each) for each in given]
                is_told = any(is_text[1:] if node.func.id in BEHIND_ITS_CODE else is_text)
                if node.func.id in {*ERRORS, *BEHIND_ITS_CODE, "Fault", "Warn"} and is_told:
                    found.append(f"{name}:{node.lineno}")

    assert found == []


def is_word(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh_Hant"),
        ({"LANG": "zh_HK"}, "zh_Hant"),
        ({"LANG": "zh_Hans_HK"}, "zh"),
        ({"LC_ALL": "zh-Hant"}, "zh_Hant"),
        ({"LANGUAGE": "zh_TW:en", "LANG": "zh_CN.UTF-8"}, "zh_Hant"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en:zh"}, "en"),
    ],
)
def test_the_language_is_that_of_the_first_variable_that_is_set(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_a_message_is_said_late_and_in_any_language() -> None:
    told = message("{one}; {other}", one=ZONE, other=message("write one of {names}", names=["Asia/Shanghai", "UTC"]))

    assert str(told) == "'月球/静海' is no time zone; write one of Asia/Shanghai, UTC"
    assert told.said(catalogue("zh")) == "'月球/静海' 不是时区；写 Asia/Shanghai、UTC 中的一个"
    assert told.said(catalogue("en")) == told.said(ENGLISH)


def test_a_number_chooses_its_sentence() -> None:
    files = [counted("{count} file", "{count} files", count=number) for number in (0, 1, 2)]

    assert list(map(str, files)) == ["0 files", "1 file", "2 files"]
    assert [each.said(catalogue("zh")) for each in files] == ["0 个文件", "1 个文件", "2 个文件"]


def test_braces_of_a_value_are_no_places() -> None:
    assert str(message("unknown key {key!r}", key="{0.__class__}")) == "unknown key '{0.__class__}'"
    assert str(message("there is no {slug} in it")) == "there is no {slug} in it"


def test_one_name_needs_no_or() -> None:
    assert [str(alternatives(each)) for each in (("a",), ("a", "b"))] == ["a", "a or b"]


def test_a_message_goes_to_another_process_and_into_the_record() -> None:
    told = Warn(code="a", problem=message("{one}; {other}", one=ZONE, other=3), place=Place("a.md", 3), hint=ZONE)

    assert pickle.loads(pickle.dumps(told)) == told  # noqa: S301  # ours
    assert json.decode(json.encode(told), type=Warn) == told
    article = an_article("a", warnings=(told,))
    assert json.decode(json.encode(article), type=type(article)).warnings == (told,)


def test_the_problems_of_another_process_are_said_in_the_language_of_this_one() -> None:
    (sent,) = pickle.loads(pickle.dumps(problems_in(ContentError(ZONE, place=Place("a.md", 3), hint=ZONE))))  # noqa: S301  # ours

    assert sent.said(catalogue("zh")) == "a.md:3: '月球/静海' 不是时区\n  提示：'月球/静海' 不是时区"
    assert str(sent) == "a.md:3: '月球/静海' is no time zone\n  hint: '月球/静海' is no time zone"


def test_what_comes_from_elsewhere_stays_as_it_is() -> None:
    assert said("draft") == "draft"
    assert isinstance(ZONE, Message)
    assert (LOCALE / "zh").is_dir()
