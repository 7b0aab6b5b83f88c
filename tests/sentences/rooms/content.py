"""What may be wrong with the files of the content, and what an editor should look at."""

import os
import unicodedata

from PIL import Image

from tests.photos import encoded, photo
from tests.sentences.desk import Desk, Files, Situation, at
from tests.sites import article_file

A = "content/articles/"
ARTICLE = A + "a.md"
CLOCK = ("build", "--clock", "2024-07-01")


def _article(body: str = "正文。", **fields: str) -> Situation:
    return at({ARTICLE: article_file(body=body, **fields)})


def _text(text: str | bytes) -> Situation:
    return at({ARTICLE: text})


def _svg(inside: str, attributes: str = "") -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"{attributes}>{inside}</svg>'


def _links(desk: Desk) -> None:
    desk.write({ARTICLE: article_file()})
    (desk.folder / "b.md").write_text("甲", "utf-8")
    (desk.site / A / "gone.md").symlink_to("nothing.md")
    (desk.site / A / "out.md").symlink_to(desk.folder / "b.md")
    os.mkfifo(desk.site / A / "pipe.md")
    desk.run("build")


def _names_alike(desk: Desk) -> None:
    for form in ("NFC", "NFD"):
        desk.write({A + unicodedata.normalize(form, "é.md"): article_file()})
    desk.run("build")


def _no_folder(desk: Desk) -> None:
    desk.write({"content": ""})
    desk.run("build")


def _unreadable(desk: Desk) -> None:
    """A folder that has the name of an article is entered; a link to one is none that can be read."""
    desk.write({ARTICLE: article_file(), A + "b/c.md": article_file()})
    (desk.site / A / "d.md").symlink_to("b")
    desk.run("build")


FRONT: Files = {
    A + "alias.md": article_file(aliases=f"[old, /../old.html, '/news.php?id=3', /{'a' * 201}]"),
    A + "cover.md": article_file(cover="/a.jpg"),
    A + "date.md": article_file(date="明天", updated="2023-02-30"),
    A + "draft.md": article_file(draft="falae"),
    A + "glossary.md": article_file(glossary="{'': 乙, 甲: '<b>', 丙: {zh-xx: 丁}}"),
    A + "key.md": article_file(titel="夏", cover="{src: a.jpg, caption: 一, credits: 二}"),
    A + "month.md": article_file(date="2023-13-01", updated="2023-12-01 25:00"),
    A + "minute.md": article_file(date="2023-12-01 20:60", updated="2023-12-01 20:00:61"),
    A + "part.md": article_file(series="{name: 果园, part: 三}", summary="{zh-Hans: }"),
    A + "place.md": article_file(places="甘肃省//红古区", tags="['-{甲}-', 麦]"),
    A + "published.md": article_file(published="明天"),
    A + "script.md": article_file(script="zh-TW"),
    A + "silence.md": article_file(silence="half"),
    A + "slug.md": article_file(slug="../../etc"),
    A + "slugs.md": article_file(slug="'a b'"),
    A + "status.md": article_file(status="ready"),
    A + "text.md": article_file(subtitle="[一, 二]", corrections="{text: 甲}", withdrawn="true"),
    A + "title.md": "---\ndate: 2024-03-05\ntitle:\n---\n",
    A + "twice.md": article_file(summary="一", excerpt="二"),
    A + "words.md": article_file(summary="{zh-Hans: [一]}", corrections="[{text: ''}]", series="{name: ''}"),
    A + "zone.md": article_file(date="2023-12-01T20:00+25:00"),
    "content/pages/page.md": "---\ntitle: 页\ndraft: true\n---\n",
    "content/series/x/y.md": article_file(),
}
RULES: Files = {
    A + "a.md": article_file(body="-{甲\n"),
    A + "b.md": article_file("-{zh-xx:甲}-", body="-{甲-{乙}-"),
    A + "c.md": article_file(body="-{A|甲}- -{zh-hans:甲;zh-cn:乙}- -{zh-hand:甲}- -{zhqqqqqqqq:甲}-"),
}
DRAWINGS: Files = {
    A + "a.md": article_file(body="".join(f"![图]({name}.svg)" for name in ("a", "b", "c", "d", "e", "f"))),
    A + "a.svg": _svg(
        '<script>x()</script><a href="b"><path d="M0 0"/></a><use href="https://e.org/a"/>', ' onload="x()"'
    ),
    A + "b.svg": _svg('<style>@import "a";</style><rect fill="url(https://e.org)"/>'),
    A + "c.svg": _svg("<style>a{b:url(//e.org)}</style><style>a<b/></style>"),
    A + "d.svg": "<html/>",
    A + "e.svg": "<svg",
    A + "f.svg": _svg("<script/>" + "<g>" * 100_000 + "</g>" * 100_000),
}
PICTURES: Files = {
    A + "a.md": article_file(
        body="![](a.jpg) ![图](b.png)\n\n<img src='a.jpg'> ![图](c.jpg) ![图](d.png) ![图](gone.jpg) ![]() ![图](e.png)",
        cover="a.jpg",
    ),
    A + "a.jpg": encoded(photo(60, 40)),
    A + "b.png": b"",
    A + "c.jpg": encoded(photo(60, 40))[:300],
    A + "d.png": b"BM",
    A + "e.png": encoded(Image.new("1", (20_000, 10_000)), "PNG"),
}
DOUBTS: Files = {
    A + "a.md": article_file("春耕来了", "[甲](gone.md)", series="{name: 果园, part: 1}"),
    A + "b.md": article_file("里程", "干活", date="2024", series="{name: 果园, part: 1}"),
    A + "c.md": article_file("後來", "後來的後來，後來的後來，后来的后来。", date="2023"),
    "content/notes.md": "x",
}

SITUATIONS: dict[str, Situation] = {
    "no front matter": _text("春天来了。\n"),
    "front matter of another kind": _text('+++\ntitle = "春"\n+++\n春天来了。\n'),
    "a front matter that never ends": _text("---\ntitle: 春\n\n正文\n"),
    "bytes that are not UTF-8": _text("---\ntitle: 春\n---\n第一行\n".encode() + "麦".encode("gbk")),
    "a control character": _article("第一行\n第\x08二行"),
    "what the keys of a front matter say": at(FRONT),
    "rules that cannot be understood": at(RULES),
    "a topic, where there are none": _article(glossary="{topics: 戏曲}"),
    "a topic that is not there": at(
        {ARTICLE: article_file(glossary="{topics: 戏曲}"), "content/glossary.yaml": "topics: {农业: {甲: 乙}}\n"}
    ),
    "related articles that are none or several": at(
        {
            ARTICLE: article_file(related="[b, cc, 没有这一篇]"),
            A + "x/b.md": article_file(date="2024"),
            A + "y/b.md": article_file(),
            A + "c.md": article_file(),
        }
    ),
    "addresses that two want": at(
        {
            A + "a.md": article_file(aliases="[/archive/, /old.html]"),
            A + "x/a.md": article_file(aliases="/old.html/b.html"),
        }
    ),
    "links, and what is no file": _links,
    "names that differ in the form of their letters": _names_alike,
    "content/ is a file": _no_folder,
    "a link to a folder": _unreadable,
    "what is doubtful": at(DOUBTS, *CLOCK),
    "pictures": at(PICTURES, *CLOCK),
    "drawings": at(DRAWINGS, *CLOCK),
}
