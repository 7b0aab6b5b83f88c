"""Drafts, articles of a future date and expired ones leave no trace: the site is that of the others alone."""

import random
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.builder import Options, build
from tests.photos import encoded, photo
from tests.sites import NOW, article_file, build_site, files_in, write_site

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
