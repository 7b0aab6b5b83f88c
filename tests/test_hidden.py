"""Drafts, articles of a future date and expired ones leave no trace: the site is that of the others alone."""

import random
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.builder import Options, build
from tests.photos import encoded, photo
from tests.sites import NOW, article_file, build_site, files_in, unpacked, write_site

TAGS = ["麦", "豆", "苹果", "事业", "失业", "乡村振兴", "鄉村振興"]
SERIES = ["果园四季", "合作社账房"]
PLACES = ["甘肃省/定西市", "甘肃省/兰州市/红古区", "陕西省/延安市/洛川县"]
PHOTO = encoded(photo(60, 40))

Files = dict[str, str | bytes]


def an_article(rng: random.Random, name: str, date: str, **fields: str) -> str:
    """An article of any terms, that may show a picture and lead to others."""
    body = rng.choice(
        ["麦田返青。", "見 [上一篇](shown-0.md)。", f"![图]({name}.jpg)", "[标签](/tags/mai/)", "[将来](hidden-0.md)"]
    )
    terms = {
        "tags": f"[{', '.join(rng.sample(TAGS, rng.randint(0, 3)))}]",
        "series": rng.choice(["", *SERIES, f"{{name: {SERIES[0]}, part: {rng.randint(1, 9)}}}"]),
        "places": f"[{', '.join(rng.sample(PLACES, rng.randint(0, 2)))}]",
        "authors": rng.choice(["", "某", "甲、乙"]),
    }
    return article_file(f"{name} 题", body, date=date, **terms, **fields)


def hidden(rng: random.Random, name: str) -> str:
    """An article that nobody is to see yet, or any more."""
    day = NOW + timedelta(days=rng.randint(-900, -1))
    later = NOW + timedelta(minutes=rng.randint(1, 900_000))
    kinds: list[tuple[str, dict[str, str]]] = [
        (f"{day:%Y-%m-%d}", {"draft": "true"}),
        (f"{later:%Y-%m-%d %H:%M}", {}),
        (f"{later:%Y-%m-%d %H:%M}", {"aliases": f"/old/{name}/"}),
        (f"{day:%Y-%m-%d}", {"expires": f"{day + timedelta(days=1):%Y-%m-%d}"}),
    ]
    date, fields = rng.choice(kinds)
    return an_article(rng, name, date, related="shown-0", **fields)


@given(seed=st.integers(0, 10**9))
@settings(max_examples=4, deadline=None)
def test_a_site_with_hidden_articles_is_that_without_them(seed: int, tmp_path_factory: object) -> None:
    rng = random.Random(seed)
    shown: Files = {"content/series/果园四季.md": article_file("果园"), "static/a.txt": "甲"}
    for number in range(rng.randint(1, 6)):
        day = NOW - timedelta(days=rng.randint(1, 1200))
        shown[f"content/articles/shown-{number}.md"] = an_article(rng, f"shown-{number}", f"{day:%Y-%m-%d}")
        shown[f"content/articles/shown-{number}.jpg"] = PHOTO
    others: Files = {}
    for number in range(rng.randint(1, 5)):
        others[f"content/articles/hidden-{number}.md"] = hidden(rng, f"hidden-{number}")
        others[f"content/articles/hidden-{number}.jpg"] = encoded(photo(61 + number, 40))
    folder = tmp_path_factory.mktemp("hidden")  # type: ignore[attr-defined]  # pytest's

    assert published(folder / "with", {**shown, **others}) == published(folder / "without", shown)


def published(folder: Path, files: Files) -> dict[str, bytes]:
    site = write_site(folder, files, beside="[ris, csl, text]", data="true", manifest="true")
    build_site(site, jobs=1)
    return files_in(site / "public")


def test_an_article_that_falls_due_or_expires_makes_the_site_of_that_time(tmp_path: Path) -> None:
    """Built before and after, a site is what it would be if it were built for the first time then."""
    files: Files = {
        "content/articles/a.md": article_file("甲", date="2024-06-01", tags="麦", expires="2024-07-01 11:00"),
        "content/articles/b.md": article_file("乙", date="2024-07-01 12:00", tags="麦", series="果园四季"),
    }
    site, fresh = write_site(tmp_path / "site", files), write_site(tmp_path / "fresh", files)
    build_at(site, NOW - timedelta(hours=3))
    before = files_in(site / "public")
    build_at(site, NOW)
    build_at(fresh, NOW)

    assert "articles/2024/06/a/index.html" in before
    assert not any("果园" in content.decode("utf-8", "replace") for content in before.values())
    assert files_in(site / "public") == files_in(fresh / "public")
    assert "articles/2024/07/b/index.html" in files_in(site / "public")
    assert "articles/2024/06/a/index.html" not in files_in(site / "public")


def build_at(site: Path, now: datetime) -> None:
    build(site, site / "public", Options(clock=now, jobs=1))


UNHEARD = "镴頭發"
"""Words that nothing else on the site holds; in the other script they are others."""

TOLD = """\
---
title: 镴頭發的题
subtitle: 镴頭發的副题
date: 2024-06-30
updated: 2024-07-01
tags: [镴頭發标签]
series: 镴頭發专题
places: [镴頭發省]
authors: [镴頭發记者]
sources: [镴頭發日报]
summary: 镴頭發的摘要
rights: 镴頭發所有
cover: {src: gone.jpg, alt: 镴頭發图, caption: 镴頭發的图, credit: 镴頭發摄}
corrections: [{date: 2024-07-01, text: 镴頭發的更正}]
aliases: [/old/gone/]
{field}
---
镴頭發的正文。

![镴頭發](gone.jpg "镴頭發｜镴頭發")
"""
EVERYTHING = {
    "cards": "true",
    "sitemap": "{news: true}",
    "feeds": "{content: full, terms: full}",
    "beside": "[ris, csl, text]",
    "data": "true",
    "manifest": "true",
    "compress": "[gz, br]",
}
OTHERS: Files = {
    f"content/articles/{name}.md": article_file(f"{name}题", date=f"2024-06-{day}", tags="[麦]", series="果园四季")
    for name, day in (("甲", 28), ("乙", 29), ("丙", 30))
}


def holding(folder: Path) -> list[str]:
    """The files that hold the words in either script, packed ones too."""
    needles = [words.encode() for words in (UNHEARD, "镴头发", "鑞頭發", "鑞头发", "gone.jpg")]
    return [
        path for path, content in files_in(folder).items() if any(each in unpacked(path, content) for each in needles)
    ]


def test_what_expires_leaves_the_site_as_if_it_had_never_been(tmp_path: Path) -> None:
    gone: Files = {
        "content/articles/gone.md": TOLD.replace("{field}", "expires: 2024-07-01 11:00"),
        "content/articles/gone.jpg": encoded(photo(640, 400)),
    }
    site, never = write_site(tmp_path / "site", {**OTHERS, **gone}, **EVERYTHING), tmp_path / "never"
    build_at(site, NOW - timedelta(hours=3))
    before = holding(site / "public")
    build_at(site, NOW)
    build_at(write_site(never, OTHERS, **EVERYTHING), NOW)

    for kind in (
        "feed.xml",
        "feed.json",
        "sitemap/news.xml",
        "zh-hant/index.html",
        "zh-hant/feed.xml",
        "search/",
        "data/2024.jsonl.gz",
        "feed.xml.br",
    ):
        assert any(path.startswith(kind) for path in before), kind
    assert holding(site / "public") == []
    assert files_in(site / "public") == files_in(never / "public")


def test_what_is_withdrawn_leaves_its_address_and_no_word(tmp_path: Path) -> None:
    photograph = {"content/articles/gone.jpg": encoded(photo(640, 400))}
    text = TOLD.replace("{field}", "")
    site = write_site(tmp_path / "site", {**OTHERS, **photograph, "content/articles/gone.md": text}, **EVERYTHING)
    build_at(site, NOW)
    assert holding(site / "public")

    withdrawn = TOLD.replace("{field}", "withdrawn: {date: 2024-07-01, reason: 有误}")
    (site / "content/articles/gone.md").write_text(withdrawn, "utf-8")
    build_at(site, NOW)

    assert holding(site / "public") == []
    assert "有误" in (site / "public/articles/2024/06/gone/index.html").read_text("utf-8")
