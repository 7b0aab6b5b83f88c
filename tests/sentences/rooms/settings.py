"""What may be wrong with site.yaml, and with YAML at all."""

import pytest

from sitegen.pictures import fonts
from tests.sentences.desk import Desk, Situation, at

TITLE = "title: 春\nbase_url: https://example.org/\n"


def _settings(text: str) -> Situation:
    return at({"site.yaml": text})


def _no_site(desk: Desk) -> None:
    desk.site.mkdir()
    desk.run("build")
    desk.run("serve")


def _a_folder(desk: Desk) -> None:
    (desk.site / "site.yaml").mkdir(parents=True)
    desk.run("build")


def _doubts(desk: Desk) -> None:
    """What the owner should know, on a machine without fonts."""
    desk.write({}, base_url="https://example.org/news/", cards="true", conversion="{recipes: {zh-Hant: s2twp}}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fonts, "_files", lambda: ())
        desk.run("build")


SITUATIONS: dict[str, Situation] = {
    "there is no site.yaml": _no_site,
    "site.yaml is a folder": _a_folder,
    "site.yaml was saved in GBK": at({"site.yaml": "title: 春".encode("gbk")}),
    "nothing is set": _settings(""),
    "an unknown setting": _settings(TITLE + "baseurl: x\n"),
    "an unknown setting of a taxonomy": _settings(TITLE + "taxonomies:\n  tags: {name: 标签, pagination: 3}\n"),
    "settings that are like nothing known": _settings(TITLE + "zzz: 1\nsearch: {a: b}\n"),
    "addresses that are none": _settings(
        "title: 春\nbase_url: example.org\narticles: /{title}/\nfeeds: {hub: hub, authority: example}\n"
    ),
    "an address with a quotation mark, and articles without a place for their name": _settings(
        "title: 春\nbase_url: https://example.org/'a'/\narticles: /{year}/\n"
    ),
    "names that are not on a list": _settings(
        TITLE + "timezone: Asia/Lanzhou\nscripts: [zh-CN]\nraw_html: maybe\nsilence: [half-widht, xyz]\n"
    ),
    "scripts twice, and a recipe for the script that is not converted to": _settings(
        TITLE + "scripts: [zh-Hant, zh-Hant]\nconversion: {recipes: {zh-Hans: s2tw}}\n"
    ),
    "a font that is not there": _settings(TITLE + "cards: {font: fonts/song.otf}\n"),
    "numbers that are none, too small, too large": _settings(
        TITLE + "feeds: {entries: 99}\ntaxonomies:\n  tags: {paginate: 0}\n  series: {paginate: 三}\n"
        f"  places: {{paginate: [1]}}\n  authors: {{paginate: {'9' * 5000}}}\n"
    ),
    "values of another kind": _settings(
        "title: ''\nbase_url: https://example.org/\ndescription: [a]\nsearch: [1]\nscripts: zh-Hans\nfeeds: 3\n"
        "conversion: {recipes: s2tw}\nnavigation: [{name: 甲}]\n"
    ),
    "a pattern of boilerplate that is none": _settings(TITLE + "importing: {boilerplate: ['(']}\n"),
    "a key that cannot be a taxonomy": _settings(TITLE + "taxonomies: {Tags: {name: 标签}}\n"),
    "a word that means something else": _settings(TITLE + "description: -{zh-hans:甲\n"),
    "what is doubtful": _doubts,
}

YAML = {
    "a colon in a title": "title: 甘肃: 春耕\n",
    "an open bracket": "title: 春\ntags: [麦, 豆\n",
    "an open brace": "title: 春\ncover: {src: a.jpg\n",
    "a tab": "title: 春\ncover:\n\tsrc: a.jpg\n",
    "a tab that indents": "title: 春\ncover:\n  src: a.jpg\n\talt: 甲\n",
    "no colon": "title 春\n",
    "a key without a colon": "title: 春\ntags\ndate: 2024\n",
    "a line that is indented less": "title: 春\ntags:\n  - 麦\n - 豆\n",
    "a list that goes on without a dash": "- 春\nurl: ",
    "a key in brackets": "? [a]\n: b\n",
    "a key twice": "title: 春\ntitle: 夏\n",
    "a star before a title": "title: *春*\n",
    "an anchor": "title: &a 春\nsubtitle: *a\n",
    "a bracket after a comma": "title: 春\ntags: [麦, , 豆]\n",
    "quotation marks that stay open": 'title: "春\n',
    "a backslash in quotation marks": 'title: "C:\\农业"\n',
    "a control character in quotation marks": 'title: "春\\x01"\n',
    "a tag that spells no character": "title: !%ED%A0%80 春\n",
    "a control character": "title: 春\x01\n",
    "two parts": "title: 春\n---\ntitle: 夏\n",
    "much in much": f"title: 春\nextra: {'[' * 30}{']' * 30}\n",
    "something behind the end": "title: 春\n...\n甲\n",
}

SITUATIONS |= {
    f"YAML: {name}": at({"site.yaml": text + "base_url: https://example.org/\n"}) for name, text in YAML.items()
}
