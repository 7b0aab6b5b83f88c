from datetime import datetime
from pathlib import Path

import pytest

from sitegen.errors import FieldError, SitegenError, leaves
from sitegen.files import Found
from sitegen.loader.articles import read_article, read_note, read_page
from sitegen.loader.settings import Reading
from sitegen.model import (
    Article,
    Assignment,
    DatedNote,
    Edition,
    Layer,
    Markup,
    Origin,
    Picture,
    PlainPage,
    Precision,
    Reference,
    RoughDate,
    Script,
    TermNote,
    Text,
    Word,
)
from tests.builders import HANS, HANT, TAXONOMIES, ZONE, a_date, a_taxonomy, words

TAXONOMY = {each.key: each for each in (*TAXONOMIES, a_taxonomy("authors"), a_taxonomy("sources"))}
WHOLE = """\
---
title: 红古区打造百亿级产业链
subtitle: 一行副题
date: 2023-06-12 08:00
updated: 2023-06-13
series: {name: 党组织书记谈落实, part: 3}
tags: [产业, 工业]
places: [甘肃省/兰州市/红古区]
authors: {name: 张三, role: 记者}
sources: 甘肃日报
summary: 一句话。
slug: honggu-industry
aliases: [/old/path.html]
script: zh-Hans
cover: {src: photo.jpg, alt: 厂房, caption: 车间里, credit: 本站 摄}
draft: false
expires: 2030-01-01
glossary: {正文: 本文}
convert: true
related: [path/or/slug]
rights: 版权说明
edition: {issue: 第1234期, page: 3}
corrections: [{date: 2023-07-01, text: 更正一处}]
withdrawn: {date: 2024-01-01, reason: 失实}
origin: {url: 'https://example.org/1'}
title_inferred: false
review: [看一看]
extra: {weight: 3}
---
正文[一段](b.md)。
"""


def found(site: Path, name: str, text: str | bytes) -> Found:
    path = site / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return Found(str(site / "content"), name, name)


def reading(site: Path, language: Script = HANS) -> Reading:
    return Reading(site=site, zone=ZONE, language=language, taxonomies=tuple(TAXONOMY.values()))


def article(site: Path, text: str | bytes, name: str = "articles/spring.md", language: Script = HANS) -> Article:
    here = found(site, name, text)
    return read_article(here, reading(site, language), here.path.read_bytes())


def page(site: Path, name: str, header: str = "title: 春") -> PlainPage:
    here = found(site, name, f"---\n{header}\n---\n正文。\n")
    return read_page(here, reading(site), here.path.read_bytes())


def note(site: Path, name: str, header: str = "summary: 一句。") -> TermNote:
    taxonomy = TAXONOMY[name.partition("/")[0]]
    here = found(site, name, f"---\n{header}\n---\n正文。\n")
    return read_note(here, taxonomy, reading(site), here.path.read_bytes())


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type,misc]  # numbers of a date


def test_an_article_that_says_everything_is_read_whole(tmp_path: Path) -> None:
    made = article(tmp_path, WHOLE)

    assert made.file == "content/articles/spring.md"
    assert (made.slug, made.script) == ("honggu-industry", HANS)
    assert (made.title, made.subtitle) == (words("红古区打造百亿级产业链"), words("一行副题"))
    assert (made.summary, made.characters) == (words("一句话。"), 4)
    assert made.date == RoughDate(at(2023, 6, 12, 8), Precision.MINUTE)
    assert (made.updated, made.expires) == (a_date(2023, 6, 13), at(2030, 1, 1))
    assert made.aliases == ("/old/path.html",)
    assert made.cover == Picture(
        src=Reference(written="photo.jpg", target="content/articles/photo.jpg", suffix="", line=15, is_shown=True),
        alt=words("厂房"),
        caption=words("车间里"),
        credit=words("本站 摄"),
    )
    assert made.references == (Reference(written="b.md", target="content/articles/b.md", suffix="", line=30),)
    assert made.body.glossary == (Word("正文", ((HANS, "本文"), (HANT, "本文")), Layer.ARTICLE),)
    assert (made.related, made.rights) == (("path/or/slug",), words("版权说明"))
    assert made.edition == Edition(issue=words("第1234期"), page=words("3"))
    assert made.corrections == (DatedNote(date=a_date(2023, 7, 1), text=words("更正一处")),)
    assert made.withdrawn == DatedNote(date=a_date(2024, 1, 1), text=words("失实"))
    assert made.origin == Origin(address="https://example.org/1")
    assert (made.draft, made.review, made.extra) == (False, ("看一看",), {"weight": 3})
    assert (made.line("date"), made.line("extra"), made.line("weather")) == (4, 28, 1)
    assert (made.body.file, made.body.first_line, made.body.markup) == (made.file, 30, Markup.MARKDOWN)


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        ("{address: 'http://example.org/报/1.htm'}", "http://example.org/报/1.htm"),
        ("{address: 'javascript:alert(1)'}", None),
        ("{address: 'https://user@example.org/'}", None),
        ("{address: 'http://['}", None),
        ("{address: '//example.org/'}", None),
        ("{file: a.html}", None),
    ],
)
def test_the_original_is_named_only_where_an_address_leads_to_the_web(
    origin: str, address: str | None, tmp_path: Path
) -> None:
    made = article(tmp_path, f"---\ntitle: 春\norigin: {origin}\n---\n")

    assert made.origin == Origin(address=address)


def test_the_terms_of_an_article_stand_in_the_order_of_the_site(tmp_path: Path) -> None:
    made = article(tmp_path, WHOLE)

    def keys(assigned: tuple[Assignment, ...]) -> list[tuple[tuple[str, ...], int | None, str]]:
        return [(each.key, each.part, str(each.role or "")) for each in assigned]

    assert [(taxonomy, keys(assigned)) for taxonomy, assigned in made.terms] == [
        ("tags", [(("产业",), None, ""), (("工业",), None, "")]),
        ("series", [(("党组织书记谈落实",), 3, "")]),
        ("places", [(("甘肃省", "兰州市", "红古区"), None, "")]),
        ("authors", [(("张三",), None, "记者")]),
        ("sources", [(("甘肃日报",), None, "")]),
    ]


def test_an_article_that_says_only_its_title_has_quiet_defaults(tmp_path: Path) -> None:
    made = article(tmp_path, "---\ntitle: 春耕\n---\n麦田返青。\n")

    assert made == Article(
        file="content/articles/spring.md",
        lines=(("title", 2),),
        slug="spring",
        script=HANS,
        title=words("春耕"),
        subtitle=words(""),
        summary=words("麦田返青。"),
        body=made.body,
        characters=4,
    )


@pytest.mark.parametrize("ending", ["md", "markdown", "MD", "txt", "TXT"])
def test_the_ending_says_how_the_body_is_marked_up(ending: str, tmp_path: Path) -> None:
    made = article(tmp_path, "---\ntitle: 春\n---\n# 题\n", f"articles/a.{ending}")

    assert made.body.markup is (Markup.PLAIN if ending.lower() == "txt" else Markup.MARKDOWN)
    assert made.summary == words("# 题" if ending.lower() == "txt" else "")


def test_a_file_from_windows_is_the_same_article(tmp_path: Path) -> None:
    text = "---\ntitle: 春耕\nsummary: |\n  一\n  二\n---\n　　麦田返青。\n\n　　雨水足。\n"

    from_windows = article(tmp_path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert from_windows == article(tmp_path, text)
    assert from_windows.summary == words("一\n二")


@pytest.mark.parametrize(
    ("name", "slug", "date"),
    [
        ("2023-06-12-spring.md", "spring", a_date(2023, 6, 12)),
        ("2023-06-12_spring.md", "spring", a_date(2023, 6, 12)),
        ("2023-06-12 春耕.txt", "chun-geng", a_date(2023, 6, 12)),
        ("2023-06-春耕.md", "chun-geng", a_date(2023, 6)),
        ("2023-06-12春耕.md", "chun-geng", a_date(2023, 6, 12)),
        ("2023-06-12.md", "2023-06-12", a_date(2023, 6, 12)),
        ("2023-06-12-.md", "2023-06-12", a_date(2023, 6, 12)),
        ("2023/2023-06-12-spring/index.md", "spring", a_date(2023, 6, 12)),
        ("2023/spring/index.markdown", "spring", None),
        ("2023-02-30-spring.md", "2023-02-30-spring", None),
        ("2023-13-spring.md", "2023-13-spring", None),
        ("spring-2023-06-12.md", "spring-2023-06-12", None),
        ("2023.md", "2023", None),
        ("index.md", "index", None),
        ("春.耕.md", "chun-geng", None),
        ("鄉村振興.md", "xiang-cun-zhen-xing", None),
        ("About Us.md", "about-us", None),
        ("cafe\u0301.md", "cafe", None),
        ("☂.md", "u2602", None),
    ],
)
def test_the_name_of_a_file_gives_the_slug_and_may_give_the_date(
    name: str, slug: str, date: RoughDate | None, tmp_path: Path
) -> None:
    made = article(tmp_path, "---\ntitle: 秋收\n---\n", f"articles/{name}")

    assert (made.slug, made.date) == (slug, date)


def test_the_front_matter_stands_above_the_name_of_the_file(tmp_path: Path) -> None:
    made = article(tmp_path, "---\ntitle: 春\ndate: 2022\nslug: autumn\n---\n", "articles/2023-06-12-spring.md")

    assert (made.slug, made.date) == ("autumn", a_date(2022))


def test_an_edited_title_moves_no_address(tmp_path: Path) -> None:
    before, after = (article(tmp_path, f"---\ntitle: {title}\n---\n", "articles/春耕.md") for title in ("春耕", "秋收"))

    assert before.slug == after.slug == "chun-geng"


@pytest.mark.parametrize(
    ("header", "body", "language", "script"),
    [
        ("title: 乡村", "", HANT, HANS),
        ("title: 鄉村", "", HANS, HANT),
        ("title: 水利", "鄉村振興", HANS, HANT),
        ("title: 水利", "", HANT, HANT),
        ("title: 水利", "", HANS, HANS),
        ("title: 乡村\nscript: zh-Hant-HK", "", HANS, Script.HANT_HK),
    ],
)
def test_the_script_is_named_or_found_out_or_that_of_the_site(
    header: str, body: str, language: Script, script: Script, tmp_path: Path
) -> None:
    assert article(tmp_path, f"---\n{header}\n---\n{body}\n", language=language).script is script


def test_what_is_not_to_be_converted_stays_as_written_everywhere(tmp_path: Path) -> None:
    made = article(tmp_path, "---\ntitle: 乾县\nconvert: false\nauthors: {name: 张三, role: 记者}\n---\n正文。\n")

    role = made.assigned("authors")[0].role
    assert made.title == Text("乾县", HANS, fixed=True)
    assert made.summary.fixed
    assert role == Text("记者", HANS, fixed=True)


def test_all_problems_of_an_article_are_told_at_once(tmp_path: Path) -> None:
    text = "---\ntilte: 春\ndate: 明天\ndraft: falae\nslug: ../春\naliases: [/a, b]\nauthor: {role: 记者}\n---\n"

    with pytest.raises(ExceptionGroup) as raised:
        article(tmp_path, text)

    assert [str(each).partition("\n")[0] for each in leaves(raised.value)] == [
        "content/articles/spring.md:2: title: is missing",
        "content/articles/spring.md:2: unknown key 'tilte'",
        "content/articles/spring.md:3: date: '明天' is not a date",
        "content/articles/spring.md:4: draft: 'falae' is neither true nor false",
        "content/articles/spring.md:5: slug: '../春' would leave the folder of its kind",
        "content/articles/spring.md:6: aliases: 'b' is no address of this site",
        "content/articles/spring.md:7: author.name: is missing",
    ]


@pytest.mark.parametrize(
    "header", ["published: falae", "published: 2023", "status: 完", "draft: true\npublished: true"]
)
def test_a_status_that_makes_no_sense_is_not_called_an_unknown_key(header: str, tmp_path: Path) -> None:
    with pytest.raises((SitegenError, ExceptionGroup)) as raised:
        article(tmp_path, f"---\ntitle: 春\n{header}\n---\n")

    assert "unknown key" not in "".join(map(str, leaves(raised.value)))


@pytest.mark.parametrize(
    ("name", "header", "slug"),
    [
        ("pages/about.md", "title: 春", "about"),
        ("pages/about/index.md", "title: 春", "about"),
        ("pages/关于/我们.md", "title: 春", "guan-yu/wo-men"),
        ("pages/關於/我們/index.md", "title: 春", "guan-yu/wo-men"),
        ("pages/about/team.txt", "title: 春\nslug: people", "about/people"),
        ("pages/2023-06-12-plan.md", "title: 春", "2023-06-12-plan"),
    ],
)
def test_the_place_of_a_page_is_its_address(name: str, header: str, slug: str, tmp_path: Path) -> None:
    assert page(tmp_path, name, header).slug == slug


def test_a_page_is_read_whole(tmp_path: Path) -> None:
    made = page(tmp_path, "pages/about.md", "title: 关于\naliases: /a\nsummary: 一句。\nconvert: false")

    assert made == PlainPage(
        file="content/pages/about.md",
        slug="about",
        script=HANS,
        title=Text("关于", HANS, fixed=True),
        summary=Text("一句。", HANS, fixed=True),
        body=made.body,
        aliases=("/a",),
    )


@pytest.mark.parametrize("line", ["categories: 甲", "published: true", "pubdate: 2023", "lastmod: 2023"])
def test_a_key_that_a_page_does_not_know_is_named_as_it_is_written(line: str, tmp_path: Path) -> None:
    with pytest.raises(ExceptionGroup) as raised:
        page(tmp_path, "pages/about.md", f"title: 关于\n{line}")

    (told,) = map(str, leaves(raised.value))
    assert told.startswith(f"content/pages/about.md:3: unknown key {line.partition(':')[0]!r}\n")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("tags/产业.md", ("产业",)),
        ("tags/產業.md", ("产业",)),
        ("tags/产业/index.md", ("产业",)),
        ("series/春、夏.txt", ("春、夏",)),
        ("places/甘肃省/兰州市.md", ("甘肃省", "兰州市")),
        ("places/甘肃省/兰州市/index.md", ("甘肃省", "兰州市")),
        ("places/甘肃省／兰州市.md", ("甘肃省", "兰州市")),
    ],
)
def test_the_name_of_a_file_says_which_term_it_is_about(name: str, key: tuple[str, ...], tmp_path: Path) -> None:
    assert note(tmp_path, name).assignment.key == key


@pytest.mark.parametrize("name", ["tags/index.md", "tags/产业/工业.md", "tags/　.md", "places/／.md"])
def test_a_file_that_names_no_term_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(FieldError) as raised:
        note(tmp_path, name)

    folder = name.partition("/")[0]
    assert str(raised.value) == (
        f"content/{name}: it is not clear which term this is about\n"
        f"  hint: name it after the term: content/{folder}/….md"
    )


def test_the_words_of_a_term_are_read_whole(tmp_path: Path) -> None:
    made = note(
        tmp_path,
        "tags/产业.md",
        "title: 產業\nsummary: 一句。\nslug: industry\naliases: /a\ncover: {src: a.jpg, alt: 樹}",
    )

    assert made == TermNote(
        file="content/tags/产业.md",
        taxonomy="tags",
        assignment=made.assignment,
        slug="industry",
        title=words("產業", HANT),
        summary=words("一句。", HANT),
        cover=Picture(
            src=Reference(written="a.jpg", target="content/tags/a.jpg", suffix="", line=6, is_shown=True),
            alt=words("樹", HANT),
            caption=words("", HANT),
            credit=words("", HANT),
        ),
        body=made.body,
        aliases=("/a",),
    )
