"""What a person reads when something is wrong: the exact text of each error in both languages, as the command prints it."""

from pathlib import Path

import pytest

from tests.conftest import SiteMaker
from tests.photos import encoded, photo
from tests.sites import article_file, run

TOLD = Path(__file__).parent / "told"

ARTICLE = "content/articles/a.md"

CASES: dict[str, tuple[dict[str, str | bytes], str, str]] = {
    "no front matter": (
        {ARTICLE: "春天来了。\n"},
        (
            "content/articles/a.md:1: there is no front matter\n"
            "  hint: `sitegen import content/articles/a.md` makes one; else begin the file with ---, title: …, ---\n"
        ),
        (
            "content/articles/a.md:1: 没有文章头部\n"
            "  提示：用 `sitegen import content/articles/a.md` 可以补上；或者在文件开头写 ---、title: …、--- 三行\n"
        ),
    ),
    "an unclosed front matter": (
        {ARTICLE: "---\ntitle: 春\n\n正文\n"},
        ("content/articles/a.md:1: the front matter never ends\n  hint: add a line --- below its last key\n"),
        ("content/articles/a.md:1: 文章头部没有结束\n  提示：在最后一项下面加一行 ---\n"),
    ),
    "broken YAML": (
        {ARTICLE: "---\ntitle: 甘肃: 春耕\n---\n"},
        (
            "content/articles/a.md:2: this is not YAML: mapping values are not allowed in this context\n"
            "  hint: put the value in quotes: key: '…', or write the colon as ：\n"
        ),
        (
            "content/articles/a.md:2: 这不是 YAML：这里不能再有“键: 值”\n"
            "  提示：给值加上引号：key: '…'，或把冒号写成全角的“：”\n"
        ),
    ),
    "an open bracket": (
        {ARTICLE: "---\ntitle: 春\ntags: [麦, 豆\n---\n"},
        (
            "content/articles/a.md:3: this is not YAML: did not find expected ',' or ']'\n"
            "  hint: look for a missing bracket, quotation mark or blank after a colon\n"
        ),
        ("content/articles/a.md:3: 这不是 YAML：缺少逗号或 ]\n  提示：看看是不是少了括号、引号，或冒号后面的空格\n"),
    ),
    "a tab": (
        {ARTICLE: "---\ntitle: 春\ncover:\n\tsrc: a.jpg\n---\n"},
        (
            "content/articles/a.md:4: this is not YAML: found character that cannot start any token\n"
            "  hint: indent with spaces, not tabs; put the value in quotes: key: '…'\n"
        ),
        (
            "content/articles/a.md:4: 这不是 YAML：有一个不能用在开头的字符\n"
            "  提示：缩进用空格，不用制表符；给值加上引号：key: '…'\n"
        ),
    ),
    "no colon": (
        {ARTICLE: "---\ntitle 春\n---\n"},
        ("content/articles/a.md:2: there are no keys here\n  hint: write `key: value`, with a blank after the colon\n"),
        ("content/articles/a.md:2: 这里没有键名\n  提示：写成 `键: 值`，冒号后面有一个空格\n"),
    ),
    "a key twice": (
        {ARTICLE: "---\ntitle: 春\ntitle: 夏\n---\n"},
        ("content/articles/a.md:3: title: stands here twice\n  hint: keep one of the two\n"),
        ("content/articles/a.md:3: title：写了两次\n  提示：两个里留一个\n"),
    ),
    "an anchor": (
        {ARTICLE: "---\ntitle: &a 春\nsubtitle: *a\n---\n"},
        (
            "content/articles/a.md:2: &, * and ! have no meaning here\n  hint: write the value out, or put it in quotes\n"
        ),
        ("content/articles/a.md:2: &、* 和 ! 在这里没有意义\n  提示：把值写出来，或加上引号\n"),
    ),
    "no title": (
        {ARTICLE: "---\ndate: 2024-03-05\n---\n"},
        ("content/articles/a.md:2: title: is missing\n  hint: add a line `title: …`\n"),
        ("content/articles/a.md:2: title：没有写\n  提示：加一行 `title: …`\n"),
    ),
    "an empty title": (
        {ARTICLE: "---\ndate: 2024-03-05\ntitle:\n---\n"},
        ("content/articles/a.md:3: title: is missing\n  hint: add a line `title: …`\n"),
        ("content/articles/a.md:3: title：没有写\n  提示：加一行 `title: …`\n"),
    ),
    "an unknown key": (
        {ARTICLE: article_file(titel="夏")},
        ("content/articles/a.md:3: unknown key 'titel'\n  hint: did you mean 'title'?\n"),
        ("content/articles/a.md:3: 没有 'titel' 这个键\n  提示：是不是想写 'title'？\n"),
    ),
    "an unknown key below another": (
        {ARTICLE: article_file(cover="{src: a.jpg, caption: 一, credits: 二}")},
        ("content/articles/a.md:3: unknown key 'credits'\n  hint: did you mean 'credit'?\n"),
        ("content/articles/a.md:3: 没有 'credits' 这个键\n  提示：是不是想写 'credit'？\n"),
    ),
    "not a date": (
        {ARTICLE: article_file(date="明天")},
        ("content/articles/a.md:3: date: '明天' is not a date\n  hint: write it as 2024-03-05\n"),
        ("content/articles/a.md:3: date：'明天' 不是日期\n  提示：写成 2024-03-05 的样子\n"),
    ),
    "no such day": (
        {ARTICLE: article_file(date="2023-02-30")},
        (
            "content/articles/a.md:3: date: '2023-02-30' is not a date: day is out of range for month\n"
            "  hint: write it as 2024-03-05\n"
        ),
        ("content/articles/a.md:3: date：'2023-02-30' 不是日期：这个月没有这一天\n  提示：写成 2024-03-05 的样子\n"),
    ),
    "not true or false": (
        {ARTICLE: article_file(draft="falae")},
        ("content/articles/a.md:3: draft: 'falae' is neither true nor false\n  hint: write true or false\n"),
        ("content/articles/a.md:3: draft：'falae' 既不是 true 也不是 false\n  提示：写 true 或 false\n"),
    ),
    "not a number": (
        {ARTICLE: article_file(series="{name: 果园, part: 三}")},
        ("content/articles/a.md:3: series.part: '三' is not a whole number\n  hint: write digits only\n"),
        ("content/articles/a.md:3: series.part：'三' 不是整数\n  提示：只写数字\n"),
    ),
    "not a script": (
        {ARTICLE: article_file(script="zh-TW")},
        ("content/articles/a.md:3: script: 'zh-TW' is none of 'zh-Hans', 'zh-Hant', 'zh-Hant-TW' or 'zh-Hant-HK'\n"),
        (
            "content/articles/a.md:3: script：'zh-TW' 不是 'zh-Hans'、'zh-Hant'、'zh-Hant-TW'、'zh-Hant-HK' 中的任何一个\n"
        ),
    ),
    "a list where text is meant": (
        {ARTICLE: article_file(subtitle="[一, 二]")},
        ("content/articles/a.md:3: subtitle: must be text\n  hint: write one value on one line\n"),
        ("content/articles/a.md:3: subtitle：必须是文字\n  提示：在一行里写一个值\n"),
    ),
    "a slug that leaves": (
        {ARTICLE: article_file(slug="../../etc")},
        (
            "content/articles/a.md:3: slug: '../../etc' would leave the folder of its kind\n"
            "  hint: write letters, digits and hyphens\n"
        ),
        ("content/articles/a.md:3: slug：'../../etc' 会跑到它那一类的文件夹外面\n  提示：用字母、数字和连字符\n"),
    ),
    "an alias that leaves": (
        {ARTICLE: article_file(aliases="/../old.html")},
        (
            "content/articles/a.md:3: aliases: '/../old.html' would leave the site\n"
            "  hint: write it in full, without . and ..\n"
        ),
        ("content/articles/a.md:3: aliases：'/../old.html' 会跑到网站外面\n  提示：写完整，不用 . 和 ..\n"),
    ),
    "an alias with a query": (
        {ARTICLE: article_file(aliases='"/news.php?id=3"')},
        (
            "content/articles/a.md:3: aliases: '/news.php?id=3' cannot be a file\n"
            "  hint: leave out what follows ? or #\n"
        ),
        ("content/articles/a.md:3: aliases：'/news.php?id=3' 不能是文件\n  提示：去掉 ? 或 # 后面的部分\n"),
    ),
    "an empty step of a place": (
        {ARTICLE: article_file(places="甘肃省//红古区")},
        ("content/articles/a.md:3: places: '甘肃省//红古区' has an empty step\n  hint: write 甘肃省/兰州市/红古区\n"),
        (
            "content/articles/a.md:3: places：'甘肃省//红古区' 里有一级是空的\n"
            "  提示：写成 甘肃省/兰州市/红古区 的样子\n"
        ),
    ),
    "two that mean the same": (
        {ARTICLE: article_file(summary="一", excerpt="二")},
        ("content/articles/a.md:4: excerpt: says the same as summary\n  hint: keep one of the two\n"),
        ("content/articles/a.md:4: excerpt：和 summary 说的是同一件事\n  提示：两个里留一个\n"),
    ),
    "bytes that are not UTF-8": (
        {ARTICLE: "---\ntitle: 春\n---\n第一行\n".encode() + "麦".encode("gbk")},
        (
            "content/articles/a.md:5: this is not UTF-8\n"
            "  hint: save it as UTF-8, or bring it in with `sitegen import`\n"
        ),
        ("content/articles/a.md:5: 这不是 UTF-8\n  提示：存成 UTF-8，或用 `sitegen import` 导入\n"),
    ),
    "a control character": (
        {ARTICLE: article_file(body="第一行\n第\x08二行")},
        ("content/articles/a.md:5: there is a control character (U+0008)\n  hint: delete it\n"),
        ("content/articles/a.md:5: 有一个控制字符（U+0008）\n  提示：把它删掉\n"),
    ),
    "an unknown related article": (
        {ARTICLE: article_file(related="bb"), "content/articles/b.md": article_file()},
        ("content/articles/a.md:3: related: there is no article 'bb'\n  hint: did you mean 'b'?\n"),
        ("content/articles/a.md:3: related：没有 'bb' 这篇文章\n  提示：是不是想写 'b'？\n"),
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
        (
            "content/articles/a.md:3: related：'b' 可能是 content/articles/x/b.md、content/articles/y/b.md 中的任何一个\n"
            "  提示：写它的路径\n"
        ),
    ),
    "two articles that want one address": (
        {ARTICLE: article_file(), "content/articles/x/a.md": article_file()},
        (
            "content/articles/a.md:1: /articles/undated/a/ is also wanted by content/articles/x/a.md:1\n"
            "  hint: give one of them another slug, or leave out the alias\n"
        ),
        (
            "content/articles/a.md:1: /articles/undated/a/ 这个网址还有别处要用：content/articles/x/a.md:1\n"
            "  提示：给其中一个换个 slug，或去掉 aliases 里的那一项\n"
        ),
    ),
    "an alias that is taken": (
        {ARTICLE: article_file(aliases="/tags/")},
        (
            "content/articles/a.md:3: /tags/ is also wanted by a page that sitegen makes itself\n"
            "  hint: give one of them another slug, or leave out the alias\n"
        ),
        (
            "content/articles/a.md:3: /tags/ 这个网址还有别处要用：sitegen 自己做的页面\n"
            "  提示：给其中一个换个 slug，或去掉 aliases 里的那一项\n"
        ),
    ),
    "a file that would be a folder": (
        {ARTICLE: article_file(aliases="/old.html"), "content/articles/b.md": article_file(aliases="/old.html/b.html")},
        (
            "content/articles/a.md:3: /old.html would be a file and the folder of /old.html/b.html\n"
            "  hint: give one of them another address\n"
        ),
        (
            "content/articles/a.md:3: /old.html 既要是文件，又要是 /old.html/b.html 所在的文件夹\n"
            "  提示：给其中一个换个网址\n"
        ),
    ),
    "an unknown setting": (
        {"site.yaml": "title: 春\nbase_url: https://e.org\nbaseurl: x\n"},
        ("site.yaml:3: unknown key 'baseurl'\n  hint: did you mean 'base_url'?\n"),
        ("site.yaml:3: 没有 'baseurl' 这个键\n  提示：是不是想写 'base_url'？\n"),
    ),
    "an unknown setting of a taxonomy": (
        {"site.yaml": "title: 春\nbase_url: https://e.org\ntaxonomies:\n  tags: {name: 标签, pagination: 3}\n"},
        ("site.yaml:4: unknown key 'pagination'\n  hint: did you mean 'paginate'?\n"),
        ("site.yaml:4: 没有 'pagination' 这个键\n  提示：是不是想写 'paginate'？\n"),
    ),
    "no settings at all": (
        {"site.yaml": ""},
        (
            "site.yaml:1: base_url: is missing\n"
            "  hint: add a line `base_url: …`\n"
            "site.yaml:1: title: is missing\n"
            "  hint: add a line `title: …`\n"
        ),
        (
            "site.yaml:1: base_url：没有写\n"
            "  提示：加一行 `base_url: …`\n"
            "site.yaml:1: title：没有写\n"
            "  提示：加一行 `title: …`\n"
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
        (
            "site.yaml:2: base_url：'example.org' 不是网站的网址\n"
            "  提示：写成 https://example.org/news/ 的样子\n"
            "site.yaml:3: timezone：'Asia/Lanzhou' 不是时区\n"
            "  提示：写成 Asia/Shanghai 的样子\n"
            "site.yaml:4: scripts：'zh-CN' 不是 'zh-Hans'、'zh-Hant'、'zh-Hant-TW'、'zh-Hant-HK' 中的任何一个\n"
            "site.yaml:5: articles：'/{title}/' 不是网址的样式\n"
            "  提示：写成 /articles/{year}/{month}/{slug}/\n"
            "site.yaml:6: raw_html：'maybe' 不是 'sanitise'、'allow' 中的任何一个\n"
            "site.yaml:7: taxonomies.Tags.paginate：'0' 太小\n"
            "  提示：写 1 或更大的数\n"
        ),
    ),
    "a mistake in a template": (
        {ARTICLE: article_file(), "templates/article.html": "<p>\n{{ page.titel }}\n"},
        ("templates/article.html:2: ArticlePage has no 'titel'; did you mean 'title'?\n"),
        ("templates/article.html:2: ArticlePage 没有 'titel'；是不是想写 'title'？\n"),
    ),
    "a broken template": (
        {ARTICLE: article_file(), "templates/page.html": "", "templates/article.html": "{% if %}"},
        ("templates/article.html:1: Expected an expression, got 'end of statement block'\n"),
        ("templates/article.html:1: Expected an expression, got 'end of statement block'\n"),
    ),
    "a template that is not there": (
        {"templates/index.html": '\n{% include "missing.html" %}'},
        (
            "templates/index.html:2: there is no template missing.html\n"
            "  hint: put it into templates/, or name another one\n"
        ),
        ("templates/index.html:2: 没有模板 missing.html\n  提示：把它放进 templates/，或写另一个\n"),
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
        (
            "content/articles/a.md:2: date：'明天' 不是日期\n"
            "  提示：写成 2024-03-05 的样子\n"
            "content/articles/a.md:2: title：没有写\n"
            "  提示：加一行 `title: …`\n"
            "content/articles/a.md:4: 没有 'auther' 这个键\n"
            "  提示：是不是想写 'authors'？\n"
            "content/articles/b.md:1: 没有文章头部\n"
            "  提示：用 `sitegen import content/articles/b.md` 可以补上；或者在文件开头写 ---、title: …、--- 三行\n"
            "content/pages/c.md:3: 没有 'draft' 这个键\n"
            "  提示：可以写：aliases、convert、glossary、script、silence、slug、summary、title\n"
        ),
    ),
    "an address that was another's": (
        {
            "content/articles/a.md": article_file(date="2024-03-05", slug="b"),
            "content/articles/c.md": article_file(date="2024-04-05", aliases="/tags/old/"),
            "content/articles/d.md": article_file(date="2024-05-05", tags="麦"),
            "content/addresses.tsv": "/articles/2024/03/a/\tarticles/a.md\tx\n/articles/2024/04/c/\tarticles/d.md\n/tags/old/\ttags/麦\n",
        },
        (
            "content/articles/c.md:1: /articles/2024/04/c/ was the address of content/articles/d.md:1 (content/addresses.tsv:2), whose old links would lead here\n"
            "  hint: give one of them another address, or delete that line\n"
            "content/articles/c.md:4: /tags/old/ was the address of content/articles/d.md (content/addresses.tsv:3), whose old links would lead here\n"
            "  hint: give one of them another address, or delete that line\n"
        ),
        (
            "content/articles/c.md:1: /articles/2024/04/c/ 原来是 content/articles/d.md:1 的网址（content/addresses.tsv:2），它的旧链接会通到这里\n"
            "  提示：给其中一个换个网址，或者删去那一行\n"
            "content/articles/c.md:4: /tags/old/ 原来是 content/articles/d.md 的网址（content/addresses.tsv:3），它的旧链接会通到这里\n"
            "  提示：给其中一个换个网址，或者删去那一行\n"
        ),
    ),
    "a record of addresses that nobody has merged": (
        {
            ARTICLE: article_file(),
            "content/addresses.tsv": "# 网址\n<<<<<<< ours\n/a/\tarticles/a.md\n=======\n/b/\n/c/\tarticles/c.md\t\tlost\n",
            "site.yaml": "title: 例\nbase_url: https://e.org\nold_links: {removed: page}\n",
        },
        (
            "content/addresses.tsv:2: this is the mark of a conflict that nobody has solved\n"
            "  hint: keep the lines of both sides, and delete this one\n"
            "content/addresses.tsv:4: this is the mark of a conflict that nobody has solved\n"
            "  hint: keep the lines of both sides, and delete this one\n"
            "content/addresses.tsv:5: this is no line of an address: '/b/'\n"
            "  hint: write an address, a tab and what stood there, or take the line back to what it was\n"
            "content/addresses.tsv:6: 'lost' says nothing about an address\n"
            "  hint: write `gone`, or nothing\n"
        ),
        (
            "content/addresses.tsv:2: 这是尚未解决的合并冲突标记\n"
            "  提示：两边的行都留下，删去这一行\n"
            "content/addresses.tsv:4: 这是尚未解决的合并冲突标记\n"
            "  提示：两边的行都留下，删去这一行\n"
            "content/addresses.tsv:5: 这不是记网址的行：'/b/'\n"
            "  提示：写上网址、制表符和那里原来的内容，或者把这一行恢复原样\n"
            "content/addresses.tsv:6: 'lost' 对网址没有意义\n"
            "  提示：写 `gone`，或者什么也不写\n"
        ),
    ),
    "an address that leads nowhere": (
        {
            ARTICLE: article_file(),
            "content/addresses.tsv": "/articles/2024/03/b/\tarticles/b.md\n/articles/2024/03/c/\tarticles/c.md\t\tgone\n",
            "site.yaml": "title: 例\nbase_url: https://e.org\nold_links: {removed: error}\n",
        },
        (
            "content/addresses.tsv:1: /articles/2024/03/b/ was published, and articles/b.md is gone\n"
            "  hint: name it under `aliases:` of what has taken its place, or write `gone` at the end of its line\n"
        ),
        (
            "content/addresses.tsv:1: /articles/2024/03/b/ 曾经发布，而 articles/b.md 已经不在\n"
            "  提示：写进取代它的文件的 `aliases:`，或者在那一行末尾写上 `gone`\n"
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_with_its_place_and_what_to_do(name: str, make_site: SiteMaker) -> None:
    files, english, chinese = CASES[name]
    site = make_site(files)

    result = run(site, "build")

    assert result.stderr == english
    assert run(site, "build", language="zh").stderr == chinese
    assert result.stdout == ""
    assert result.exit_code == 1
    assert not (site / "public").exists()


# What an editor may do wrong besides, in one site each; the texts are in told/.

A = "content/articles/"
DOUBTS: dict[str, str | bytes] = {
    A + "a.md": article_file(
        body="[甲](gone.md) ![](a.jpg)\n\n![图](b.png) ![图](c.svg)", cover="a.jpg", series="{name: 果园, part: 1}"
    ),
    A + "b.md": article_file("里程", "干活", date="2024", series="{name: 果园, part: 1}"),
    A + "c.md": article_file("後來", "後來的後來，後來的後來，后来的后来。", date="2023"),
    A + "a.jpg": encoded(photo(60, 40)),
    A + "b.png": b"",
    A
    + "c.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>x()</script><a href="b"><path d="M0 0"/></a></svg>',
    "content/notes.md": "x",
    "site.yaml": "title: 例\nbase_url: https://e.org\nscripts: [zh-Hans, zh-Hant]\nconversion: {recipes: {zh-Hant: s2twp}}\n",
}
MISTAKES: dict[str, str | bytes] = {
    A + "a.md": article_file(body="-{甲\n", glossary="{topics: 戏曲}"),
    A + "b.md": article_file("-{zh-xx:甲}-", body="-{甲-{乙}-"),
    A + "c.md": article_file(body="-{A|甲}- -{zh-hans:甲;zh-cn:乙}-", published="明天"),
    A + "d.md": article_file(tags="[-{甲}-]", places="''", aliases="old", cover="/a.jpg", slug="'a b'"),
    A + "e.md": article_file(
        status="ready", related="[]", corrections="{text: 甲}", withdrawn="true", series="{name: 甲, part: 0}"
    ),
    A + "f.md": "---\n? [a]\n: b\n---\n",
    A + "g.md": "---\na: 1\n---\n---\nb\n",
    A + "h.md": "---\ntitle: 甲\nextra: [[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]\n---\n",
    A + "i.md": article_file(
        subtitle="{zh-Hans: }", summary="{zh-Hans: [一]}", glossary="{'': 乙, 甲: '<b>', 丙: {zh-xx: 丁}}"
    ),
    "content/series/x/y.md": article_file(),
    "content/glossary.yaml": "甲: 甲\n",
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("name", "files", "status"), [("doubts", DOUBTS, 0), ("mistakes", MISTAKES, 1)])
def test_all_that_is_doubtful_or_wrong_is_told_at_once(
    name: str, files: dict[str, str | bytes], status: int, language: str, make_site: SiteMaker
) -> None:
    result = run(make_site(files), "build", "--clock", "2024-07-01", language=language)

    assert result.stderr == (TOLD / f"{name}.{language}.txt").read_text("utf-8")
    assert result.exit_code == status
