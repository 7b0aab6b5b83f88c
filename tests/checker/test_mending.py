"""`--fix` puts right what is safe, and no other byte."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.checker.manuscript import Manuscript
from sitegen.checker.punctuation import Edit, half_width_edits, stray_space_edits
from sitegen.model import Markup
from tests.conftest import SiteMaker
from tests.sites import article_file, run

FRONT = "---\ntitle: 春\n---\n"
A = "content/articles/a.md"


def applied(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def fixed(body: str, markup: Markup = Markup.MARKDOWN) -> str:
    text = FRONT + body
    for find in (half_width_edits, stray_space_edits):
        text = applied(text, list(find(Manuscript("a.md", text, markup))))
    return text.removeprefix(FRONT)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("春耕,夏耘(甲)!", "春耕，夏耘（甲）！"),
        ("春耕, 夏耘； 秋收 。", "春耕，夏耘；秋收。"),
        ("粮食3,000斤，10:30开会，比例3:1", None),
        ("`春耕,夏耘` 与 <kbd>春,夏</kbd>", None),
        ("    春耕,夏耘", None),
        ("[春耕](春(耕),夏.md) ![图](图,一.jpg '题,一')", None),
        ("[春,夏][]\n\n[春,夏]: /a/", None),
        ("https://example.org/春,夏?春:夏", None),
        ("-{春,夏}- 与 <a title='春,夏'>", None),
        ("本报记者 张三", None),
        ("- 春\n- 夏：\n\n  秋", None),
        ("第一行，  \n第二行", None),
        ("｜ 春 ｜", None),
        ("[^1]: 春,夏", "[^1]: 春，夏"),
    ],
)
def test_signs_and_blanks_are_mended_in_prose_alone(written: str, right: str | None) -> None:
    assert fixed(written) == (right or written)


def test_in_plain_text_nothing_is_markup() -> None:
    assert fixed("    春耕,夏耘 `甲,乙`", Markup.PLAIN) == "    春耕，夏耘 `甲，乙`"


@given(st.text(alphabet="春夏,:;!?() ，。（）`[]*_#-{}<>a1\n|&^", max_size=60))
def test_mended_once_there_is_nothing_more_to_mend(body: str) -> None:
    once = fixed(body)

    assert fixed(fixed(once)) == fixed(once)
    assert once.count("\n") == body.count("\n")


@pytest.mark.parametrize(
    "text",
    ["<!--", "<code>", "-{", "(汉", "](", "{:", "[^", "[a", "`a ``b ", "<a ", "http://", "(" * 50 + "汉" + ")" * 50],
)
def test_a_hostile_text_is_read_too(text: str) -> None:
    """Each of these once took time by the square of its length."""
    assert "\n" not in fixed(text * (12_000 // len(text)))


def test_the_rest_of_a_file_stays_byte_for_byte(make_site: SiteMaker) -> None:
    before = "\ufeff---\r\ntitle: 春,夏\r\ntags: [鄉村振興, 苹果]\r\nextra: {a: '一,二'}\r\nsummary: 好\r\n---\r\n雨,雪\u0301。\r\n\r\n`一,二`  \r\n"
    other = article_file(tags="[乡村振兴]", summary="又一句", body="二。")
    site = make_site({A: before, "content/articles/b.md": other, "content/articles/c.md": other}, scripts="[zh-Hans]")
    (site / A).chmod(0o640)

    told = run(site, "check", "--fix").stderr

    right = before.replace("春,夏", "春，夏").replace("雨,雪", "雨，雪").replace("鄉村振興", "乡村振兴")
    assert (site / A).read_bytes().decode() == right
    assert (site / A).stat().st_mode & 0o777 == 0o640
    assert [line for line in told.splitlines() if "fixed[" in line] == [
        f"{A}:2:9: fixed[half-width]: ',' → '，'",
        f"{A}:7:2: fixed[half-width]: ',' → '，'",
        f"{A}:3:8: fixed[tag-spelling]: '鄉村振興' → '乡村振兴'",
    ]
    assert "fixed[" not in run(site, "check", "--fix").stderr
    assert sorted(path.name for path in (site / "content/articles").iterdir()) == ["a.md", "b.md", "c.md"]


def test_what_is_silenced_is_not_mended(make_site: SiteMaker) -> None:
    text = article_file(body="春,夏", silence="half-width")
    site = make_site({A: text})

    run(site, "check", "--fix")

    assert (site / A).read_text("utf-8") == text


def test_a_link_stays_one_and_its_file_is_mended(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/real.md": article_file(body="春,夏")})
    Path(site / A).symlink_to("real.md")

    run(site, "check", "--fix")

    assert (site / A).is_symlink()
    assert "春，夏" in (site / "content/articles/real.md").read_text("utf-8")
