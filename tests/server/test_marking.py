"""What stands beside a page, word for word in both languages."""

import pytest

from sitegen.errors import ContentError, Place
from sitegen.messages import Message, message
from sitegen.server.app import RIBBONS
from sitegen.server.marking import MOST, Beside, element
from sitegen.translation import catalogue

DATE = message("{text!r} is not a date", text="<明天>")
MISTAKE = ContentError(DATE, place=Place("a.md", 3), hint=message("write digits only"))


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("LANGUAGE", request.param)
    return str(request.param)


def told(beside: Beside) -> str:
    """What the element says, without its style sheet and its script."""
    return element(beside, "0").partition("data-sitegen>")[2].partition("<script")[0]


def line(words: str) -> str:
    return f'<p class="line">{words}</p>'


def test_the_element_is_in_the_language_of_its_editor(language: str) -> None:
    begins = {"en": 'lang="en" aria-label="Preview"', "zh": 'lang="zh-Hans" aria-label="预览"'}[language]

    assert element(Beside(edition="a-1"), "0").startswith(f'<aside id="sitegen-desk" {begins} data-edition="a-1"')


def test_a_ribbon_says_why_readers_would_not_see_a_page(language: str) -> None:
    words = {"en": ("draft", "not yet published", "expired"), "zh": ("草稿", "尚未发布", "已过期")}[language]

    lines = [told(Beside(edition="a-1", path="a/", source="a.md", mark=mark)) for mark in RIBBONS.values()]

    assert lines == [line(f'<b>{each}</b> <a href="/~sitegen/page?at=a/">a.md</a>') for each in words]


def test_the_chinese_ribbons_are_the_words_that_the_pages_have() -> None:
    assert [each.said(catalogue("zh")) for each in RIBBONS.values()] == [str(word) for word in RIBBONS]


def test_a_page_that_nobody_wrote_leads_to_what_is_known_of_it(language: str) -> None:
    words = {"en": "about this page", "zh": "关于这个页面"}[language]

    assert told(Beside(edition="a-1", path="a/")) == line(f'<a href="/~sitegen/page?at=a/">{words}</a>')


def test_one_mistake_stands_above_the_last_good_version(language: str) -> None:
    head, problem, hint, below = {
        "en": ("There is something to mend", "is not a date", "write digits only", "Below is the last good version."),
        "zh": ("有 1 处需要改正", "不是日期", "只写数字", "下面显示的是出错之前的版本。"),
    }[language]

    assert told(Beside(edition="a-1", path="a/", source="a.md", problems=[MISTAKE])).startswith(
        f'<section role="alert"><h2>{head}</h2><ul><li><code>a.md:3</code> '
        f"<strong>&#x27;&lt;明天&gt;&#x27; {problem}</strong><br><em>{hint}</em></li></ul><p>{below}</p></section>"
    )


def test_many_mistakes_are_counted_and_the_last_are_not_named(language: str) -> None:
    head, more = {
        "en": ("There are 1,100 things to mend", "… and 1,000 more"),
        "zh": ("有 1,100 处需要改正", "……还有 1,000 个"),
    }[language]

    said = told(Beside(edition="a-1", problems=[MISTAKE] * (MOST + 1_000)))

    assert f"<h2>{head}</h2>" in said
    assert said.endswith(f"<li>{more}</li></ul></section>")


def test_a_page_made_from_a_part_of_the_archive_says_so(language: str) -> None:
    words = {
        "en": "The archive is being read for the first time. This page is made from the newest 200 of 12,000 articles, "
        "and follows in a moment.",
        "zh": "正在第一次读取全部文章。这一页暂时只用了 12,000 篇里最新的 200 篇，完整的页面稍后就到。",
    }[language]

    assert told(Beside(edition="a-1", partly=(200, 12_000))) == f'<p role="status">{words}</p>'


def test_words_of_a_mistake_that_come_from_elsewhere_are_text(language: str) -> None:
    plain: Message | str = "<b>"

    assert "<strong>&lt;b&gt;</strong>" in told(Beside(edition=language, problems=[ContentError(plain)]))
