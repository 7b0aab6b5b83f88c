"""What the preview answers: every file byte for byte as it is built, and beside pages what only the editor is to see."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from sitegen.builder import Options, build
from sitegen.builder.desk import Desk
from sitegen.builder.reasons import reasons
from sitegen.builder.searching import is_of_index
from sitegen.errors import SitegenError
from sitegen.server.app import App
from sitegen.server.events import Events
from sitegen.server.hosts import OnlyLocal
from tests.oddities import write_oddities
from tests.photos import encoded, photo
from tests.server.asking import Got, ask
from tests.sites import NOW, article_file, files_in, write_site

DESK = re.compile(rb'<aside id="sitegen-desk".*?</aside>', re.DOTALL)
EVERYTHING = Options(clock=NOW, drafts=True, future=True, expired=True, in_place=True)
ARTICLE = "content/articles/2024-03-05-spring.md"
BASE = "/news/新闻"
OLD = article_file("旧地址", date="2023-05-04", aliases="[/old/]")
WISHES = """
data: true
manifest: true
headers: true
compress: [gz]
beside: [ris, csl, text]
old_links: {maps: [nginx, caddy]}
sitemap: {news: true}
"""


class Previewed:
    """A site on a desk, the application that answers for it, and what the terminal heard."""

    def __init__(self, site: Path, options: Options = EVERYTHING) -> None:
        self.site = site
        self.heard: list[SitegenError] = []
        self.desk = Desk(site, options)
        self.events = Events()
        self.app = self.answering()
        self.desk.begin()
        self.look()

    def answering(self, *, only_local: bool = True) -> ASGIApp:
        def hear(problems: Sequence[SitegenError]) -> None:
            self.heard += problems

        app = App(self.desk, self.events, lambda: reasons(self.site, self.site / "public", Options(clock=NOW)), hear)
        made = app.starlette()
        return OnlyLocal(made) if only_local else made

    def look(self, *changed: str) -> None:
        self.desk.renew(changed)
        self.desk.settle()

    def save(self, file: str, content: str | bytes) -> None:
        write_site(self.site, {"site.yaml": (self.site / "site.yaml").read_bytes(), file: content})
        self.look(file)

    def get(self, path: str, **headers: str) -> Got:
        return ask(self.app, path, **headers)


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[Previewed]:
    """A site with one of everything, and everything that is wished for beside pages."""
    site = write_oddities(tmp_path)
    with (site / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(WISHES)
    write_site(site, {"site.yaml": (site / "site.yaml").read_bytes(), "content/articles/old.md": OLD})
    previewed = Previewed(site)
    yield previewed
    previewed.desk.close()


@pytest.fixture
def news(tmp_path: Path) -> Iterator[Previewed]:
    """A small site below a folder of its host."""
    files: dict[str, str | bytes] = {
        ARTICLE: article_file(),
        "content/articles/draft.md": article_file("草稿一篇", draft="true"),
        "content/articles/old/index.md": article_file("<b>&旧", body="![图](a.png)", date="2023-01-01"),
        "content/articles/old/a.png": encoded(photo(640, 480), "PNG"),
        "static/data.bin": bytes(range(100)),
    }
    previewed = Previewed(write_site(tmp_path / "site", files, base_url=f"https://example.org{BASE}/"))
    yield previewed
    previewed.desk.close()


def test_every_file_is_served_byte_for_byte_as_it_is_built(odd: Previewed, tmp_path: Path) -> None:
    build(odd.site, tmp_path / "built", EVERYTHING)
    files = files_in(tmp_path / "built")
    built = {path: files[path] for path in files if path != ".sitegen-files"}

    assert odd.desk.stand.paths() == built.keys()
    assert {"_headers", "_redirects", "_redirects.nginx", "data/datapackage.json", "manifest.sha256"} < built.keys()
    assert {"index.html.gz", "data/terms.csv", "search/index.json"} < built.keys()
    for path, content in built.items():
        got = odd.get(f"/{path}")
        assert got.status == 200, path
        assert DESK.sub(b"", got.body, count=1) == content, path
        assert (b"sitegen-desk" in got.body) == path.endswith(".html"), path


def test_a_page_carries_its_ribbon_its_source_and_the_script_that_follows_edits(news: Previewed) -> None:
    html = news.get(f"{BASE}/articles/undated/draft/").text

    assert (
        '<b>draft</b> <a href="/~sitegen/page?at=articles/undated/draft/index.html">content/articles/draft.md</a>'
        in html
    )
    assert '<script src="/~sitegen/live.js" data-sitegen></script>' in html
    assert "draft</b>" not in news.get(f"{BASE}/articles/2024/03/spring/").text
    about = ask(news.app, "/~sitegen/page", query="at=articles/undated/draft/index.html").text
    assert str(news.site / "content/articles/draft.md") in about
    assert "templates/article.html" in about
    assert ask(news.app, "/~sitegen/page", query="at=../site.yaml").status == 404


def test_hosts_of_other_names_are_refused_unless_a_host_was_given(news: Previewed) -> None:
    path = f"{BASE}/"

    for host in ("localhost", "localhost:8000", "127.0.0.1:1", "[::1]:8000", "site.localhost", "LOCALHOST"):
        assert ask(news.app, path, host=host).status == 200, host
    for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "localhost:x", "192.168.1.2"):
        assert ask(news.app, path, host=host).status == 421, host
        assert ask(news.app, "/~sitegen/events", host=host).status == 421, host
    assert ask(news.answering(only_local=False), path, host="192.168.1.2:8000").status == 200


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "This preview answers to localhost and 127.0.0.1 only; see `sitegen serve --host`.\n"),
        ("zh", "这个预览只能用 localhost 或 127.0.0.1 打开；要用别的地址，见 `sitegen serve --host`。\n"),
    ],
)
def test_whoever_is_refused_is_told_how_to_let_others_in(
    language: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nobody(*_: object) -> None:
        raise AssertionError("it was let in")

    monkeypatch.setenv("LANGUAGE", language)

    assert ask(OnlyLocal(nobody), "/", host="evil.example").text == words


def test_addresses_lead_where_a_host_would_lead(news: Previewed) -> None:
    assert news.get("/").headers["location"] == "/news/%E6%96%B0%E9%97%BB/"
    assert news.get(f"{BASE}/archive").headers["location"] == "/news/%E6%96%B0%E9%97%BB/archive/"
    for path in ("/nothing/", f"{BASE}/nothing", f"{BASE}/nothing.html", "/archive/", f"{BASE}//archive/", BASE):
        got = news.get(path)
        assert got.status == 404, path
        assert "找不到这一页" in got.text
        assert "etag" not in got.headers
    assert ask(news.app, f"{BASE}/", method="POST").status == 405
    assert ask(news.app, f"{BASE}/", method="HEAD").status == 200


@pytest.mark.parametrize(
    "path",
    ["../site.yaml", "../../etc/passwd", "articles/../../site.yaml", "./index.html", "content/articles/draft.md", "site.yaml",
     ".sitegen/record.sqlite", "..\\site.yaml", "\x00", "/etc/passwd", "~sitegen/live.js"],
)  # fmt: skip
def test_nothing_outside_the_site_is_found(path: str, news: Previewed) -> None:
    assert news.get(f"{BASE}/{path}").status == 404


def test_the_preview_s_own_files_are_only_those(news: Previewed) -> None:
    assert news.get("/~sitegen/live.js").headers["content-type"] == "text/javascript; charset=utf-8"
    assert news.get("/~sitegen/app.py").status == 404
    assert news.get("/~sitegen/../app.py").status == 404


def test_a_mistake_stands_above_the_last_good_version_and_goes_when_it_is_mended(news: Previewed) -> None:
    path = f"{BASE}/articles/2024/03/spring/"
    news.get(path)

    news.save(ARTICLE, "---\ntitle: 夏收\ndate: <明天>\n---\n不\n")
    wrong = news.get(path)

    assert wrong.status == 200
    assert "雨水过后" in wrong.text
    assert f"<code>{ARTICLE}:3</code> <strong>date: &#x27;&lt;明天&gt;&#x27; is not a date</strong>" in wrong.text
    assert "write it as 2024-03-05" in wrong.text
    assert "sitegen-desk" in news.get(f"{BASE}/archive/").text

    news.save(ARTICLE, article_file("夏收"))

    assert "夏收" in news.get(path).text
    assert 'role="alert"' not in news.get(path).text


def test_a_page_that_was_never_seen_says_what_is_wrong_without_a_version_below(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {ARTICLE: "没有头\n", "content/articles/b.md": article_file(date="<明天>")})
    previewed = Previewed(site)
    got = previewed.get("/")

    assert got.status == 500
    assert "there is no front matter" in got.text
    assert "&lt;明天&gt;" in got.text

    previewed.save("content/articles/b.md", article_file())
    previewed.save(ARTICLE, article_file())
    assert previewed.get("/").status == 200
    previewed.desk.close()


def test_a_broken_template_is_told_on_the_page_that_it_breaks(news: Previewed) -> None:
    path = f"{BASE}/articles/2024/03/spring/"
    good = DESK.sub(b"", news.get(path).body)

    news.save("templates/article.html", "{{ page.nothing }}")
    wrong = news.get(path)

    assert "<code>templates/article.html:1</code>" in wrong.text
    assert DESK.sub(b"", wrong.body) == good
    assert [str(each.place) for each in news.heard] == ["templates/article.html:1"]

    news.save("templates/article.html", b"\xff\xfe")
    assert "this is not UTF-8" in news.get(path).text
    assert "alert" not in news.get(f"{BASE}/").text

    (news.site / "templates/article.html").unlink()
    news.look("templates/article.html")
    assert DESK.sub(b"", news.get(path).body) == good


def test_settings_that_cannot_be_read_are_told_and_the_site_stands(news: Previewed) -> None:
    news.get(f"{BASE}/")
    before = (news.site / "site.yaml").read_text("utf-8")

    news.save("site.yaml", before + "titel: x\n")
    assert "did you mean" in news.get(f"{BASE}/").text

    news.save("site.yaml", before.replace(BASE, "/other"))
    assert news.get("/other/").status == 200
    assert news.get(f"{BASE}/").status == 404


def test_a_changed_style_sheet_leaves_the_shape_of_a_page_and_a_changed_word_does_not(news: Previewed) -> None:
    path = f"{BASE}/articles/2024/03/spring/"

    def shape() -> str:
        return str(re.findall(r'data-shape="(\w+)"', news.get(path).text)[0])

    first = shape()
    news.save("static/paper.css", ":root { --paper: red }")
    with_own = shape()
    news.save("static/paper.css", ":root { --paper: blue }")

    assert first != with_own == shape()
    assert "blue" in news.get(f"{BASE}/{re.findall(r'paper.[0-9a-f]+.css', news.get(path).text)[0]}").text
    news.save(ARTICLE, article_file("夏收"))
    assert shape() != with_own


def test_why_pages_would_be_made_again_is_what_explain_says(news: Previewed) -> None:
    build(news.site, news.site / "public", Options(clock=NOW))
    news.save(ARTICLE, article_file(body="<雨>水过后。"))

    html = news.get("/~sitegen/why").text
    assert "<td><code>articles/2024/03/spring/index.html</code></td><td>its body changed</td>" in html
    report = build(news.site, news.site / "public", Options(clock=NOW, dry_run=True))
    assert re.findall(r"<td><code>([^<]*)</code></td><td>([^<]*)</td>", html) == [
        (path, str(reason)) for path, reason in report.made if not is_of_index(path)
    ]

    news.save(ARTICLE, "没有头\n")
    assert "there is no front matter" in news.get("/~sitegen/why").text


def test_without_drafts_it_is_what_build_publishes(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        ARTICLE: article_file(),
        "content/articles/draft.md": article_file("草稿一篇", draft="true"),
    }
    previewed = Previewed(write_site(tmp_path / "site", files), Options(clock=NOW))

    assert previewed.get("/articles/undated/draft/").status == 404
    assert previewed.get("/articles/2024/03/spring/").status == 200
    previewed.desk.close()


def test_a_file_of_more_articles_than_anybody_waits_for_is_left_to_a_build(
    odd: Previewed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.builder.together.LARGEST", 2)
    odd.save("content/articles/new.md", article_file("新的", date="2022-05-04"))

    for path in ("manifest.sha256", "data/datapackage.json", "data/2023.csv.gz", "search/index.json"):
        got = odd.get(f"/{path}")
        assert (got.status, "the preview leaves it to <code>sitegen build</code>" in got.text) == (503, True), path
    assert odd.get("/data/2022.csv.gz").status == 200
    assert odd.get("/data/1999.csv.gz").status == 404
