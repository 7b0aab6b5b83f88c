"""What a person reads when something is wrong: the exact text of each error, as the command prints it."""

import pytest

from tests.conftest import SiteMaker
from tests.sites import article_file, run

ARTICLE = "content/articles/a.md"

CASES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "no front matter": (
        {ARTICLE: "春天来了。\n"},
        (
            "content/articles/a.md:1: there is no front matter\n"
            "  hint: `sitegen import content/articles/a.md` makes one; else begin the file with ---, title: …, ---\n"
        ),
    ),
    "an unclosed front matter": (
        {ARTICLE: "---\ntitle: 春\n\n正文\n"},
        ("content/articles/a.md:1: the front matter never ends\n  hint: add a line --- below its last key\n"),
    ),
    "broken YAML": (
        {ARTICLE: "---\ntitle: 甘肃: 春耕\n---\n"},
        (
            "content/articles/a.md:2: this is not YAML: mapping values are not allowed in this context\n"
            "  hint: put the value in quotes: key: '…', or write the colon as ：\n"
        ),
    ),
    "an open bracket": (
        {ARTICLE: "---\ntitle: 春\ntags: [麦, 豆\n---\n"},
        (
            "content/articles/a.md:3: this is not YAML: did not find expected ',' or ']'\n"
            "  hint: look for a missing bracket, quotation mark or blank after a colon\n"
        ),
    ),
    "a tab": (
        {ARTICLE: "---\ntitle: 春\ncover:\n\tsrc: a.jpg\n---\n"},
        (
            "content/articles/a.md:4: this is not YAML: found character that cannot start any token\n"
            "  hint: indent with spaces, not tabs; put the value in quotes: key: '…'\n"
        ),
    ),
    "no colon": (
        {ARTICLE: "---\ntitle 春\n---\n"},
        ("content/articles/a.md:2: there are no keys here\n  hint: write `key: value`, with a blank after the colon\n"),
    ),
    "a key twice": (
        {ARTICLE: "---\ntitle: 春\ntitle: 夏\n---\n"},
        ("content/articles/a.md:3: title: stands here twice\n  hint: keep one of the two\n"),
    ),
    "an anchor": (
        {ARTICLE: "---\ntitle: &a 春\nsubtitle: *a\n---\n"},
        (
            "content/articles/a.md:2: &, * and ! have no meaning here\n  hint: write the value out, or put it in quotes\n"
        ),
    ),
    "no title": (
        {ARTICLE: "---\ndate: 2024-03-05\n---\n"},
        ("content/articles/a.md:2: title: is missing\n  hint: add a line `title: …`\n"),
    ),
    "an empty title": (
        {ARTICLE: "---\ndate: 2024-03-05\ntitle:\n---\n"},
        ("content/articles/a.md:3: title: is missing\n  hint: add a line `title: …`\n"),
    ),
    "an unknown key": (
        {ARTICLE: article_file(titel="夏")},
        ("content/articles/a.md:3: unknown key 'titel'\n  hint: did you mean 'title'?\n"),
    ),
    "an unknown key below another": (
        {ARTICLE: article_file(cover="{src: a.jpg, caption: 一, credits: 二}")},
        ("content/articles/a.md:3: unknown key 'credits'\n  hint: did you mean 'credit'?\n"),
    ),
    "not a date": (
        {ARTICLE: article_file(date="明天")},
        ("content/articles/a.md:3: date: '明天' is not a date\n  hint: write it as 2024-03-05\n"),
    ),
    "no such day": (
        {ARTICLE: article_file(date="2023-02-30")},
        (
            "content/articles/a.md:3: date: '2023-02-30' is not a date: day is out of range for month\n"
            "  hint: write it as 2024-03-05\n"
        ),
    ),
    "not true or false": (
        {ARTICLE: article_file(draft="falae")},
        ("content/articles/a.md:3: draft: 'falae' is neither true nor false\n  hint: write true or false\n"),
    ),
    "not a number": (
        {ARTICLE: article_file(series="{name: 果园, part: 三}")},
        ("content/articles/a.md:3: series.part: '三' is not a whole number\n  hint: write digits only\n"),
    ),
    "not a script": (
        {ARTICLE: article_file(script="zh-TW")},
        ("content/articles/a.md:3: script: 'zh-TW' is none of 'zh-Hans', 'zh-Hant', 'zh-Hant-TW' or 'zh-Hant-HK'\n"),
    ),
    "a list where text is meant": (
        {ARTICLE: article_file(subtitle="[一, 二]")},
        ("content/articles/a.md:3: subtitle: must be text\n  hint: write one value on one line\n"),
    ),
    "a slug that leaves": (
        {ARTICLE: article_file(slug="../../etc")},
        (
            "content/articles/a.md:3: slug: '../../etc' would leave the folder of its kind\n"
            "  hint: write letters, digits and hyphens\n"
        ),
    ),
    "an alias that leaves": (
        {ARTICLE: article_file(aliases="/../old.html")},
        (
            "content/articles/a.md:3: aliases: '/../old.html' would leave the site\n"
            "  hint: write it in full, without . and ..\n"
        ),
    ),
    "an alias with a query": (
        {ARTICLE: article_file(aliases='"/news.php?id=3"')},
        (
            "content/articles/a.md:3: aliases: '/news.php?id=3' cannot be a file\n"
            "  hint: leave out what follows ? or #\n"
        ),
    ),
    "an empty step of a place": (
        {ARTICLE: article_file(places="甘肃省//红古区")},
        ("content/articles/a.md:3: places: '甘肃省//红古区' has an empty step\n  hint: write 甘肃省/兰州市/红古区\n"),
    ),
    "two that mean the same": (
        {ARTICLE: article_file(summary="一", excerpt="二")},
        ("content/articles/a.md:4: excerpt: says the same as summary\n  hint: keep one of the two\n"),
    ),
    "bytes that are not UTF-8": (
        {ARTICLE: "---\ntitle: 春\n---\n第一行\n".encode() + "麦".encode("gbk")},
        (
            "content/articles/a.md:5: this is not UTF-8\n"
            "  hint: save it as UTF-8, or bring it in with `sitegen import`\n"
        ),
    ),
    "a control character": (
        {ARTICLE: article_file(body="第一行\n第\x08二行")},
        ("content/articles/a.md:5: there is a control character (U+0008)\n  hint: delete it\n"),
    ),
    "an unknown related article": (
        {ARTICLE: article_file(related="bb"), "content/articles/b.md": article_file()},
        ("content/articles/a.md:3: related: there is no article 'bb'\n  hint: did you mean 'b'?\n"),
    ),
    "an ambiguous related article": (
        {
            ARTICLE: article_file(related="b"),
            "content/articles/x/b.md": article_file(date="2024"),
            "content/articles/y/b.md": article_file(),
        },
        (
            "content/articles/a.md:3: related: 'b' may be any of content/articles/x/b.md, content/articles/y/b.md\n"
            "  hint: write its path\n"
        ),
    ),
    "two articles that want one address": (
        {ARTICLE: article_file(), "content/articles/x/a.md": article_file()},
        (
            "content/articles/a.md:1: /articles/undated/a/ is also wanted by content/articles/x/a.md:1\n"
            "  hint: give one of them another slug, or leave out the alias\n"
        ),
    ),
    "an alias that is taken": (
        {ARTICLE: article_file(aliases="/tags/")},
        (
            "content/articles/a.md: /tags/ is also wanted by a page that sitegen makes itself\n"
            "  hint: give one of them another slug, or leave out the alias\n"
        ),
    ),
    "a file that would be a folder": (
        {ARTICLE: article_file(aliases="/old.html"), "content/articles/b.md": article_file(aliases="/old.html/b.html")},
        (
            "content/articles/a.md: /old.html would be a file and the folder of /old.html/b.html\n"
            "  hint: give one of them another address\n"
        ),
    ),
    "an unknown setting": (
        {"site.yaml": "title: 春\nbase_url: https://e.org\nbaseurl: x\n"},
        ("site.yaml:3: unknown key 'baseurl'\n  hint: did you mean 'base_url'?\n"),
    ),
    "an unknown setting of a taxonomy": (
        {"site.yaml": "title: 春\nbase_url: https://e.org\ntaxonomies:\n  tags: {name: 标签, pagination: 3}\n"},
        ("site.yaml:4: unknown key 'pagination'\n  hint: did you mean 'paginate'?\n"),
    ),
    "no settings at all": (
        {"site.yaml": ""},
        (
            "site.yaml:1: base_url: is missing\n"
            "  hint: add a line `base_url: …`\n"
            "site.yaml:1: title: is missing\n"
            "  hint: add a line `title: …`\n"
        ),
    ),
    "settings of the wrong kind": (
        {
            "site.yaml": "title: 春\nbase_url: example.org\ntimezone: Asia/Lanzhou\nscripts: [zh-CN]\n"
            "articles: /{title}/\nraw_html: maybe\ntaxonomies: {Tags: {name: 标签, paginate: 0}}\n"
        },
        (
            "site.yaml:2: base_url: 'example.org' is not the address of a site\n"
            "  hint: write https://example.org/news/\n"
            "site.yaml:3: timezone: 'Asia/Lanzhou' is no time zone\n"
            "  hint: write one like Asia/Shanghai\n"
            "site.yaml:4: scripts: 'zh-CN' is none of 'zh-Hans', 'zh-Hant', 'zh-Hant-TW' or 'zh-Hant-HK'\n"
            "site.yaml:5: articles: '/{title}/' is no pattern of an address\n"
            "  hint: write /articles/{year}/{month}/{slug}/\n"
            "site.yaml:6: raw_html: 'maybe' is none of 'sanitise' or 'allow'\n"
            "site.yaml:7: taxonomies.Tags.paginate: '0' is too small\n"
            "  hint: write 1 or more\n"
        ),
    ),
    "a mistake in a template": (
        {ARTICLE: article_file(), "templates/article.html": "<p>\n{{ page.titel }}\n"},
        ("templates/article.html:2: ArticlePage has no 'titel'; did you mean 'title'?\n"),
    ),
    "a broken template": (
        {ARTICLE: article_file(), "templates/page.html": "", "templates/article.html": "{% if %}"},
        ("templates/article.html:1: Expected an expression, got 'end of statement block'\n"),
    ),
    "a template that is not there": (
        {"templates/index.html": '\n{% include "missing.html" %}'},
        (
            "templates/index.html:2: there is no template missing.html\n"
            "  hint: put it into templates/, or name another one\n"
        ),
    ),
    "problems in several files": (
        {
            ARTICLE: "---\ndate: 明天\ntags: 麦\nauther: 某\n---\n",
            "content/articles/b.md": "没有头\n",
            "content/pages/c.md": "---\ntitle: 丙\ndraft: true\n---\n",
        },
        (
            "content/articles/a.md:2: date: '明天' is not a date\n"
            "  hint: write it as 2024-03-05\n"
            "content/articles/a.md:2: title: is missing\n"
            "  hint: add a line `title: …`\n"
            "content/articles/a.md:4: unknown key 'auther'\n"
            "  hint: did you mean 'authors'?\n"
            "content/articles/b.md:1: there is no front matter\n"
            "  hint: `sitegen import content/articles/b.md` makes one; else begin the file with ---, title: …, ---\n"
            "content/pages/c.md:3: unknown key 'draft'\n"
            "  hint: known keys: aliases, convert, glossary, script, silence, slug, summary, title\n"
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_with_its_place_and_what_to_do(name: str, make_site: SiteMaker) -> None:
    files, message = CASES[name]
    site = make_site(files)

    result = run(site, "build")

    assert result.stderr == message
    assert result.stdout == ""
    assert result.exit_code == 1
    assert not (site / "public").exists()
