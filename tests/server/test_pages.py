"""The preview's own pages, word for word in both languages."""

from pathlib import Path

import pytest

from sitegen.builder.report import Reasons
from sitegen.builder.stand import About
from sitegen.messages import message
from sitegen.server.pages import MOST, about_page, bare_page, reasons_page, unread_page

BODY = message("its body changed")


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("LANGUAGE", request.param)
    return str(request.param)


def main_of(page: bytes) -> str:
    return page.decode().partition("<main>")[2].partition("</main>")[0]


def test_a_page_is_in_the_language_of_its_editor(language: str) -> None:
    lang, title = {"en": ("en", "No page"), "zh": ("zh-Hans", "没有页面")}[language]

    page = bare_page().content.decode()

    assert page.startswith(f'<!doctype html><html lang="{lang}">')
    assert f"<title>{title}</title>" in page
    assert main_of(page.encode()) == f"<h1>{title}</h1>"


def test_a_page_that_nobody_has_read_yet_comes_again_by_itself(language: str) -> None:
    title, words = {
        "en": (
            "Reading the archive",
            "The archive is being read for the first time; this page follows in a moment.",
        ),
        "zh": ("正在读取全部文章", "正在第一次读取全部文章，这一页稍后就到。"),
    }[language]

    assert main_of(unread_page().content) == (f'<h1>{title}</h1><meta http-equiv="refresh" content="5"><p>{words}</p>')


def test_what_is_known_of_a_page_is_named(language: str) -> None:
    title, page, source, template, why = {
        "en": ("About this page", "Page", "Written in", "Shown by", "Why files would be made again"),
        "zh": ("关于这个页面", "页面", "源文件", "所用模板", "哪些文件要重做，为什么"),
    }[language]

    told = about_page(Path("/site"), "/news", About("a b/index.html", "content/<a>.md", "article.html"))

    assert main_of(told) == (
        f'<h1>{title}</h1><dl><dt>{page}</dt><dd><a href="/news/a%20b/">/a b/</a></dd>'
        f"<dt>{source}</dt><dd><code>content/&lt;a&gt;.md</code><br><code>/site/content/&lt;a&gt;.md</code></dd>"
        f"<dt>{template}</dt><dd><code>templates/article.html</code></dd></dl>"
        f'<p><a href="/~sitegen/why">{why}</a></p>'
    )


def test_every_file_that_is_due_is_named_with_its_reason(language: str) -> None:
    title, head, every, file, why, reason = {
        "en": (
            "Why files would be made again",
            "<code>sitegen build</code> would make 1 of 1,234 files again.",
            "Everything is made again: nothing was to be trusted",
            "File",
            "Why",
            "its body changed",
        ),
        "zh": (
            "哪些文件要重做，为什么",
            "<code>sitegen build</code> 会重做 1,234 个文件中的 1 个。",
            "全部重做：按要求不用以前的记录",
            "文件",
            "原因",
            "正文变了",
        ),
    }[language]

    page = reasons_page(Reasons((("a/<b>", BODY),), 1_234, message("nothing was to be trusted")))

    assert main_of(page) == (
        f"<h1>{title}</h1><p>{head}</p><p>{every}</p>"
        f"<table><thead><tr><th>{file}</th><th>{why}</th></tr></thead>"
        f"<tbody><tr><td><code>a/&lt;b&gt;</code></td><td>{reason}</td></tr></tbody></table>"
    )


def test_of_many_files_the_last_are_not_named(language: str) -> None:
    more = {"en": "… and 1 more", "zh": "……还有 1 个"}[language]

    page = main_of(reasons_page(Reasons((("a", BODY),) * (MOST + 1), 9_000, "")))

    assert page.count("<td><code>") == MOST
    assert page.endswith(f"<p>{more}</p>")
