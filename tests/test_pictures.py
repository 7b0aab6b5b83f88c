"""From a picture beside its article to the files and the markup that a reader's browser gets."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.builder import Options, verified
from sitegen.pictures import making
from tests.conftest import SiteMaker
from tests.photos import GREEN, RED, encoded, exif, has_metadata, is_about, photo, read
from tests.sites import NOW, article_file, build_site, files_in, page, run

PHOTO = encoded(photo(1600, 1200), exif=exif(), quality=90)
ARTICLE = "content/articles/a.md"
ADDRESS = "/articles/2024/03/a/"
SRCSET = re.compile(r"(\S+) (\d+)w")


class Pictures(HTMLParser):
    """The pictures of a page: the attributes of each img, and those of the source before it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self._source: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "source":
            self._source = {"srcset": values["srcset"], "type": values["type"], "sizes": values["sizes"]}
        if tag == "img":
            self.found.append(self._source | values)
            self._source = {}


def pictures(site: Path, address: str = ADDRESS) -> list[dict[str, str]]:
    _, _, main = page(site, address).partition("<main")  # the mark of the paper stands before it
    return Pictures(f"<main{main}").found


def an_article(body: str = "", **fields: str) -> str:
    return article_file(body=body or "字。", date="2024-03-05", **fields)


def published(site: Path, address: str) -> bytes:
    return (site / "public" / address.lstrip("/")).read_bytes()


def media(site: Path) -> list[str]:
    return sorted(path.name for path in (site / "public" / "media").iterdir())


def test_a_photograph_comes_in_three_widths_and_for_browsers_of_old(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: an_article("![苹果园](图.jpg)"), "content/articles/图.jpg": PHOTO})

    report = build_site(site)

    (shown,) = pictures(site)
    assert report.warnings == ()
    assert (shown["width"], shown["height"], shown["alt"], shown["type"]) == ("1600", "1200", "苹果园", "image/webp")
    assert re.fullmatch(r"tone-[0-9a-f]", shown["class"])
    files = [(read(published(site, url)), int(width)) for url, width in SRCSET.findall(shown["srcset"])]
    assert [(each.format, each.size) for each, _ in files] == [
        ("WEBP", (480, 360)),
        ("WEBP", (800, 600)),
        ("WEBP", (1280, 960)),
    ]
    assert all(each.width == width for each, width in files)
    old = read(published(site, shown["src"]))
    assert (old.format, old.size) == ("JPEG", (1280, 960))
    assert len(media(site)) == 4


@pytest.mark.parametrize("held", [3, 6, 8])
def test_no_published_file_says_where_it_was_taken_and_all_stand_upright(held: int, make_site: SiteMaker) -> None:
    upright = photo(1200, 1600)
    turns = {3: 180, 6: 90, 8: 270}
    data = encoded(upright.rotate(turns[held], expand=True), exif=exif(held), comment=b"a comment")
    site = make_site(
        {
            ARTICLE: an_article("![图](p.jpg) [大图](p.jpg)", cover="{src: p.jpg, alt: 图}"),
            "content/articles/p.jpg": data,
        }
    )

    build_site(site)

    cover, shown = pictures(site)
    assert (cover["width"], cover["height"]) == (shown["width"], shown["height"]) == ("1200", "1600")
    files = [published(site, f"media/{name}") for name in media(site)]
    assert len(files) == 4
    for each in files:
        assert not has_metadata(each)
        assert is_about(read(each), (0.5, 0.1), RED)
        assert is_about(read(each), (0.5, 0.9), GREEN)
    assert has_metadata((site / "content/articles/p.jpg").read_bytes())


def test_a_link_leads_to_the_whole_picture_and_without_one_it_is_not_published(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: an_article("![图](p.jpg)"), "content/articles/p.jpg": PHOTO})
    build_site(site)
    assert {read(published(site, f"media/{name}")).width for name in media(site)} == {480, 800, 1280}

    (site / ARTICLE).write_text(an_article("[![图](p.jpg)](p.jpg)"), "utf-8")
    build_site(site)

    link = re.search(r'<a href="([^"]*)"><picture>', page(site, ADDRESS))
    assert link
    assert read(published(site, link[1])).size == (1600, 1200)


def test_pictures_wait_until_they_are_scrolled_to_but_for_the_first(make_site: SiteMaker) -> None:
    body = "![一](p.jpg)\n\n![二](p.jpg)"
    far = "字" * 900 + "\n\n" + body
    site = make_site(
        {
            ARTICLE: an_article(body),
            "content/articles/b.md": an_article(body, cover="{src: p.jpg, alt: 图}"),
            "content/articles/c.md": an_article(far),
            "content/articles/p.jpg": PHOTO,
        }
    )

    build_site(site)

    assert [each.get("loading") for each in pictures(site)] == [None, "lazy"]
    assert [each.get("loading") for each in pictures(site, "/articles/2024/03/b/")] == [None, "lazy", "lazy"]
    assert [each.get("loading") for each in pictures(site, "/articles/2024/03/c/")] == ["lazy", "lazy"]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (None, "missing-picture]: p.jpg leads to nothing"),
        (b"", "broken-picture]: p.jpg cannot be shown: it is empty"),
        (PHOTO[:20_000], "broken-picture]: p.jpg cannot be shown: it is cut off or damaged"),
        (b"<html>404</html>", "broken-picture]: p.jpg cannot be shown: it is no JPEG, PNG, GIF, WebP or AVIF"),
    ],
)
def test_a_lost_picture_is_a_warning_with_its_line_and_the_page_shows_its_words(
    broken: bytes | None, reason: str, make_site: SiteMaker
) -> None:
    files: dict[str, str | bytes] = {
        ARTICLE: an_article(
            '前\n\n![晒"面"](p.jpg "晒场｜本站 摄")\n\n后![](p.jpg)\n\n[![又](p.jpg)](p.jpg)',
            cover="{src: p.jpg, alt: 面, caption: 晒}",
        )
    }
    if broken is not None:
        files["content/articles/p.jpg"] = broken
    site = make_site(files)

    report = build_site(site)

    told = [str(each).partition("\n")[0] for each in report.warnings if each.code != "no-alt"]
    assert [each.partition(": ")[0] for each in told] == [f"{ARTICLE}:{line}" for line in (4, 8, 10, 12, 12)]
    assert all(reason in each for each in told)
    html = page(site, "/zh-hant" + ADDRESS)
    assert pictures(site) == []
    assert '<span class="lost-picture">曬&quot;面&quot;</span>' in html
    assert '<figcaption>曬場<span class="credit">本站 攝</span></figcaption>' in html
    assert '<span class="lost-picture">面</span>' in html
    assert re.search(r"<p[^>]*>(?:<a[^>]*></a>)?後</p>", html)
    assert '<a href="p.jpg"><span class="lost-picture">又</span></a>' in html
    assert not (site / "public" / "media").exists()


def test_a_lost_cover_without_a_word_leaves_no_trace(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: an_article(cover="p.jpg")})

    build_site(site)

    assert "<figure" not in page(site, ADDRESS)


def test_check_looks_at_pictures_in_other_processes_and_says_the_same(
    make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"p{number}.jpg" for number in range(9)]
    site = make_site(
        {
            ARTICLE: an_article("\n\n".join(f"![图]({name})" for name in names)),
            **{f"content/articles/{name}": PHOTO if at else b"no picture" for at, name in enumerate(names)},
        }
    )
    build_site(site)
    monkeypatch.setattr("sitegen.workers.FEW", 10)

    result = run(site, "check")

    assert "content/articles/a.md:5: warning[broken-picture]: p0.jpg cannot be shown" in result.stderr + result.stdout


def test_strict_makes_a_lost_picture_an_error(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: an_article("![图](p.jpg)"), "content/articles/p.jpg": b"no picture"})

    assert run(site, "build", "-q").exit_code == 0
    strict = run(site, "build", "-q", "--strict", "--clean")

    assert strict.exit_code == 1
    assert "content/articles/a.md:5: warning[broken-picture]: p.jpg cannot be shown" in strict.stderr


def test_a_drawing_has_its_size_and_nothing_that_acts(make_site: SiteMaker) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 300" onload="x()"><path d="M0 0h9"/></svg>'
    site = make_site({ARTICLE: an_article("![图](a.svg)"), "content/articles/a.svg": drawing})

    report = build_site(site)

    (shown,) = pictures(site)
    assert (shown["width"], shown["height"]) == ("900", "300")
    assert b"onload" not in published(site, shown["src"])
    assert [str(each).partition("\n")[0] for each in report.warnings] == [
        "content/articles/a.svg: warning[cleaned-picture]: published without the attribute onload"
    ]


def test_small_drawn_and_moving_pictures_stay_as_they_are(make_site: SiteMaker) -> None:
    moving = encoded(
        photo(300, 200, "P"), "GIF", save_all=True, append_images=[photo(200, 300, "P").resize((300, 200))]
    )
    site = make_site(
        {
            ARTICLE: an_article("![一](a.png)![二](b.gif)![三](c.png)"),
            "content/articles/a.png": encoded(photo(40, 30), "PNG"),
            "content/articles/b.gif": moving,
            "content/articles/c.png": encoded(photo(900, 60, "P"), "PNG"),
        }
    )

    build_site(site)

    small, gif, drawn = pictures(site)
    assert "srcset" not in small
    assert "srcset" not in gif
    assert published(site, gif["src"]) == moving
    assert [width for _, width in SRCSET.findall(drawn["srcset"])] == ["900"]
    assert read(published(site, drawn["src"])).format == "PNG"


@pytest.mark.parametrize(
    ("form", "mode", "old"), [("WEBP", "RGB", "JPEG"), ("AVIF", "RGB", "JPEG"), ("WEBP", "RGBA", "PNG")]
)
def test_new_formats_have_a_file_that_every_browser_shows(form: str, mode: str, old: str, make_site: SiteMaker) -> None:
    picture = photo(600, 400, mode)
    if mode == "RGBA":
        picture.putalpha(0x80)
    site = make_site(
        {ARTICLE: an_article(f"![图](a.{form.lower()})"), f"content/articles/a.{form.lower()}": encoded(picture, form)}
    )

    build_site(site)

    (shown,) = pictures(site)
    assert read(published(site, shown["src"])).format == old


def test_what_only_a_draft_shows_is_not_published(make_site: SiteMaker) -> None:
    site = make_site(
        {
            ARTICLE: an_article("![图](p.jpg)", draft="true"),
            "content/articles/b.md": an_article("![图](q.jpg)", withdrawn="{date: 2024-04-01}"),
            "content/articles/p.jpg": PHOTO,
            "content/articles/q.jpg": PHOTO,
        }
    )

    build_site(site)
    assert not (site / "public" / "media").exists()

    build_site(site, drafts=True)
    assert len(media(site)) == 4


def test_a_page_may_be_shown_below_a_folder(make_site: SiteMaker) -> None:
    site = make_site(
        {ARTICLE: an_article("![图](p.jpg)"), "content/articles/p.jpg": PHOTO}, base_url="https://example.org/报/"
    )

    build_site(site)

    for address in (ADDRESS, "/zh-hant" + ADDRESS):
        (shown,) = pictures(site, address)
        assert all(url.startswith("/%E6%8A%A5/media/") for url, _ in SRCSET.findall(shown["srcset"]))


def test_authors_html_keeps_its_words_and_its_width(make_site: SiteMaker) -> None:
    site = make_site(
        {
            ARTICLE: an_article("""<img title="又" src='p.jpg' width="300" height="225" alt="a &gt; b">"""),
            "content/articles/p.jpg": PHOTO,
        }
    )

    build_site(site)

    (shown,) = pictures(site)
    assert (shown["title"], shown["alt"], shown["width"], shown["height"]) == ("又", "a > b", "300", "225")
    assert shown["srcset"]


def test_a_picture_is_made_once_whatever_else_is_lost(make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site({ARTICLE: an_article("![图](p.jpg)"), "content/articles/p.jpg": PHOTO})
    build_site(site)
    before = files_in(site / "public")

    def refuse(*_given: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(making, "make", refuse)
    (site / ".sitegen" / "record.sqlite").unlink()
    shutil.rmtree(site / "public")
    (site / "content/articles/p.jpg").rename(site / "content/articles/q.jpg")
    (site / ARTICLE).write_text(an_article("![图](q.jpg)"), "utf-8")
    build_site(site)

    assert sorted(map(len, before.values())) == sorted(map(len, files_in(site / "public").values()))


def test_a_kept_file_that_was_damaged_is_made_again(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: an_article("![图](p.jpg)"), "content/articles/p.jpg": PHOTO})
    build_site(site)
    before = files_in(site / "public")
    for file in (site / ".sitegen" / "pictures").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-7])
    shutil.rmtree(site / "public")

    build_site(site)

    assert files_in(site / "public") == before
    shutil.rmtree(site / ".sitegen")
    verified(site, site / "public", Options(clock=NOW))


def test_one_edited_picture_among_many_is_one_picture_made(make_site: SiteMaker) -> None:
    names = [f"p{number}.jpg" for number in range(6)]
    body = "\n\n".join(f"![图]({name})" for name in names)
    shots = {f"content/articles/{name}": encoded(photo(700, 500 + at)) for at, name in enumerate(names)}
    site = make_site({ARTICLE: an_article(body), **shots})

    build_site(site, jobs=2)

    (site / "content/articles/p3.jpg").write_bytes(encoded(photo(700, 500)))
    report = build_site(site, jobs=2)

    assert len([path for path, _ in report.made if path.startswith("media/")]) == 3
    verified(site, site / "public", Options(clock=NOW, jobs=1))


@pytest.mark.parametrize("name", [b"\xb0\xae.jpg", "图 片(1).JPG".encode(), b"a'b\"c&d.jpg"])
def test_a_name_may_be_of_any_bytes(name: bytes, make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: an_article(f"![图](<{name.decode('utf-8', 'replace')}>)")})
    (site / "content" / "articles" / os.fsdecode(name)).write_bytes(PHOTO)

    report = build_site(site)

    assert [each.code for each in report.warnings] == []
    assert len(pictures(site)) == 1


def test_a_page_has_no_style_of_its_own(make_site: SiteMaker) -> None:
    site = make_site(
        {ARTICLE: an_article("![图](p.jpg)", cover="{src: p.jpg, alt: 图}"), "content/articles/p.jpg": PHOTO}
    )

    build_site(site)

    assert "style=" not in page(site, ADDRESS)


def test_pillow_is_not_even_loaded_where_no_picture_changed(make_site: SiteMaker) -> None:
    site = make_site({ARTICLE: an_article("![图](p.jpg)"), "content/articles/p.jpg": PHOTO})
    build_site(site)
    (site / ARTICLE).write_text(an_article("又。![图](p.jpg)"), "utf-8")
    program = (
        "import sys; from contextlib import suppress; from sitegen.cli import commands\n"
        "with suppress(SystemExit): commands.main(['build', '-q', '-j', '1', '--clock', '2024-07-01T12:00'])\n"
        "print('PIL' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", program], cwd=site, capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
    assert "又。" in page(site, ADDRESS)
