"""Why a file is made again: one site, an edit, `build --explain`; of each reason the first file that has it."""

import re
from collections.abc import Callable, Mapping

from tests.photos import encoded, photo
from tests.sentences.both import heard
from tests.sentences.desk import Desk, Situation
from tests.sites import article_file

Content = Mapping[str, str | bytes | None]
"""Files; None stands for one that is taken away."""

A = "content/articles/"
CITY = "甘肃省/兰州市"
SETTINGS = "title: 村里的事\nbase_url: https://example.org/\nscripts: [zh-Hans]\n"
LISTS = """taxonomies:
  tags: {name: 标签, feed: true, paginate: 2}
  series: {name: 专题, order: oldest-first, feed: true, paginate: 2}
  places: {name: 地区, hierarchical: true}
"""


REASON = re.compile(r"(?:\S+|everything is made again): (?!warning\[)(.+)")


def _a(title: str = "春耕", body: str = "麦田。", **fields: str) -> str:
    own = {"date": "2024-03-05", "tags": "[麦, 豆]", "series": "果园", "places": f"{CITY}/红古区", "aliases": "/old/"}
    return article_file(title, body, **{**own, "cover": "{src: a.jpg, alt: 麦}", **fields})


def _b(**fields: str) -> str:
    own = {"date": "2024-04-06", "tags": "麦", "series": "果园", "places": f"{CITY}/红古区", "related": "a"}
    return article_file("夏种", **{**own, **fields})


def _c(**fields: str) -> str:
    return article_file("秋收", **{"date": "2024-05-07", "tags": "麦", "series": "果园", "places": CITY, **fields})


def _withdrawn(reason: str) -> str:
    return article_file("撤回", date="2024-01-05", withdrawn=f"{{date: 2024-02-01, reason: {reason}}}")


FILES: Mapping[str, str | bytes] = {
    "site.yaml": SETTINGS + LISTS,
    A + "a.md": _a(),
    A + "b.md": _b(),
    A + "c.md": _c(),
    A + "d.md": article_file("冬藏", tags="豆"),
    A + "e.md": _withdrawn("有误"),
    A + "a.jpg": encoded(photo(60, 40)),
    "content/pages/about.md": article_file("关于"),
    "content/places/甘肃省.md": article_file("甘肃"),
}
EDITS: dict[str, Content] = {
    "a body": {A + "a.md": _a(body="麦田青了。")},
    "a title": {A + "a.md": _a("春耕了")},
    "an address": {A + "a.md": _a(slug="aa")},
    "a cover": {A + "c.md": _c(cover="{src: a.jpg, alt: 麦}")},
    "a number in a series": {A + "c.md": _c(series="{name: 果园, part: 5}")},
    "a date": {A + "c.md": _c(date="2024-06-07")},
    "a newer article": {A + "g.md": article_file("新的", date="2024-06-07", tags="麦", series="果园", places=CITY)},
    "an article without a date": {A + "g.md": article_file("新的", tags="玉米")},
    "a note about an article that was withdrawn": {A + "e.md": _withdrawn("数字有误")},
    "a page": {"content/pages/about.md": article_file("关于我们")},
    "the only page taken away": {"content/pages/about.md": None},
    "a page in place of an old address": {
        A + "a.md": _a(aliases="[]"),
        "content/pages/old.md": article_file("旧的"),
    },
    "words about a series": {"content/series/果园.md": article_file("果园的故事")},
    "words about a place": {"content/places/甘肃省.md": article_file("甘肃省的")},
    "words about a narrower place": {f"content/places/{CITY}.md": article_file("兰州")},
    "a picture": {A + "a.jpg": encoded(photo(60, 41))},
    "a style sheet": {"static/style.css": "a{color:red}"},
    "a template": {"templates/404.html": "甲"},
    "the glossary": {"content/glossary.yaml": "搜索: 检索\n"},
    "the name of the site": {"site.yaml": SETTINGS.replace("村里", "乡里") + LISTS},
    "its description": {"site.yaml": SETTINGS + LISTS + "description: 甲\n"},
    "its address": {"site.yaml": SETTINGS.replace("org/", "org/news/") + LISTS},
    "its navigation": {"site.yaml": SETTINGS + LISTS + "navigation: [{name: 甲, url: /}]\n"},
    "the name of a taxonomy": {"site.yaml": SETTINGS + LISTS.replace("标签", "主题词")},
    "a taxonomy without feeds": {"site.yaml": SETTINGS + LISTS.replace("feed: true", "feed: false")},
    "a hub": {"site.yaml": SETTINGS + LISTS + "feeds: {hub: 'https://hub.example.org/'}\n"},
    "the authority of feeds": {"site.yaml": SETTINGS + LISTS + "feeds: {authority: 'example.org,2020'}\n"},
}


def explained(desk: Desk, *options: str, clock: str = "2024-07-01") -> None:
    """Build, and note the first file that is made again for each reason."""
    desk.run_for("build", "--explain", "--clock", clock, *options, shown=_first_of_each)


def _first_of_each(output: str) -> str:
    """A line for each reason."""
    seen: dict[str, str] = {}
    for line in output.splitlines(keepends=True):
        if reason := REASON.match(heard(line).english):
            seen.setdefault(reason[1], line)
    return "".join(seen.values())


def _after(change: Callable[[Desk], None]) -> Situation:
    def situation(desk: Desk) -> None:
        desk.write(FILES)
        desk.quietly("build", "--clock", "2024-07-01")
        change(desk)
        explained(desk)

    return situation


def _first(desk: Desk) -> None:
    desk.write(FILES)
    explained(desk)


def _first_article(desk: Desk) -> None:
    desk.write({})
    desk.quietly("build")
    desk.write({A + "a.md": article_file(date="2024-03-05")})
    explained(desk)


def _falls_due(desk: Desk) -> None:
    desk.write(FILES)
    desk.quietly("build", "--future", "--clock", "2024-05-01")
    explained(desk, "--future", clock="2024-06-01")


def _edits(desk: Desk) -> None:
    desk.write(FILES)
    desk.quietly("build", "--clock", "2024-07-01")
    for edit, files in EDITS.items():
        before = {name: FILES.get(name) for name in files}
        desk.change(files)
        desk.note(f"# {edit}\n")
        explained(desk, "--dry-run")
        desk.change(before)


def _published_files_differ(desk: Desk) -> None:
    (desk.site / "public/404.html").unlink()
    (desk.site / "public/robots.txt").write_text("", "utf-8")


SITUATIONS: dict[str, Situation] = {
    "the first build": _first,
    "edits of one site, one at a time": _edits,
    "the first article": _first_article,
    "an article that falls due is shown as one": _falls_due,
    "what was published is not as it was": _after(_published_files_differ),
    "the record is lost": _after(lambda desk: desk.remove(".sitegen")),
}
